package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.BytesRef;
import org.mifeng.matcher.ranking.RankingModel;

/**
 * The decoded postings of a segment's open posts: for each term its documents in rising order with one byte each, the
 * code of BM25's term factor. The postings of a term are cut into entries, one for each range that the term occurs in,
 * with the largest code in it.
 */
final class PostTerms {
    /** From here on a start is quicker with two threads. */
    private static final int SIDE_BY_SIDE = 50_000;

    /** About half of all Chinese words begin before it. */
    private static final BytesRef MIDDLE = new BytesRef("\u6200");

    private final TermTable terms;
    /** Inverse document frequency of each term, thousandths: known here, no query looks it up. */
    private final int[] weightMilli;
    /** Entries of term t: {@code entryFrom[t]} to {@code entryFrom[t + 1]}. */
    private final int[] entryFrom;

    private final short[] entryRange;
    /** Postings of entry e: {@code postingFrom[e]} to {@code postingFrom[e + 1]}. */
    private final int[] postingFrom;

    private final byte[] entryMaxCode;
    private final int[] docs;
    private final byte[] codes;

    private PostTerms(List<PostTermsReading> readings) {
        terms = new TermTable();
        weightMilli = concatenated(readings, reading -> reading.weightMilli.toArray(), reading -> 0, 0);
        entryFrom = concatenated(readings, reading -> reading.entryFrom.toArray(), reading -> reading.ranges.size(), 1);
        postingFrom =
                concatenated(readings, reading -> reading.postingFrom.toArray(), reading -> reading.docs.size(), 1);
        docs = concatenated(readings, reading -> reading.docs.toArray(), reading -> 0, 0);
        entryRange = new short[entryFrom[entryFrom.length - 1]];
        entryMaxCode = new byte[entryRange.length];
        codes = new byte[docs.length];
        int entry = 0;
        int posting = 0;
        for (PostTermsReading reading : readings) {
            reading.texts.forEach(terms::add);
            for (int i = 0; i < reading.ranges.size(); i++, entry++) {
                entryRange[entry] = (short) reading.ranges.get(i);
                entryMaxCode[entry] = (byte) reading.maxCodes.get(i);
            }
            System.arraycopy(reading.codes, 0, codes, posting, reading.docs.size());
            posting += reading.docs.size();
        }
    }

    /** The parts one after the other, each raised by what the ones before it held; then, if wished, all they held. */
    private static int[] concatenated(
            List<PostTermsReading> readings,
            Function<PostTermsReading, int[]> part,
            ToIntFunction<PostTermsReading> held,
            int ends) {
        List<int[]> parts = readings.stream().map(part).toList();
        int[] all = new int[parts.stream().mapToInt(values -> values.length).sum() + ends];
        int at = 0;
        int raise = 0;
        for (int i = 0; i < parts.size(); i++) {
            for (int value : parts.get(i)) {
                all[at++] = value + raise;
            }
            raise += held.applyAsInt(readings.get(i));
        }
        if (ends > 0) {
            all[at] = raise;
        }
        return all;
    }

    static PostTerms read(LeafReader segment, PostRows posts, PostBlocks ranges, TermCodes termCodes)
            throws IOException {
        return read(segment, posts, ranges, termCodes, posts.count >= SIDE_BY_SIDE);
    }

    static PostTerms read(
            LeafReader segment, PostRows posts, PostBlocks ranges, TermCodes termCodes, boolean sideBySide)
            throws IOException {
        Terms terms = segment.terms(PostFields.TEXT);
        if (terms == null || posts.count == 0) {
            return new PostTerms(List.of());
        }
        byte[] lengths = lengths(segment, posts.count);
        short[] rangeOf = rangeOf(posts, ranges);
        List<PostTermsReading> readings = new ArrayList<>();
        if (sideBySide) {
            readings.add(new PostTermsReading(terms, null, MIDDLE));
            readings.add(new PostTermsReading(terms, MIDDLE, null));
        } else {
            readings.add(new PostTermsReading(terms, null, null));
        }
        try {
            readings.parallelStream().forEach(reading -> reading.read(lengths, rangeOf, termCodes));
        } catch (UncheckedIOException e) {
            throw new IOException("reading the words of " + segment + " failed", e);
        }
        return new PostTerms(readings);
    }

    private static byte[] lengths(LeafReader segment, int count) throws IOException {
        NumericDocValues norms = segment.getNormValues(PostFields.TEXT);
        byte[] lengths = new byte[count];
        for (int doc = 0; doc < count; doc++) {
            if (norms != null && norms.advanceExact(doc)) {
                lengths[doc] = (byte) norms.longValue();
            }
        }
        return lengths;
    }

    private static short[] rangeOf(PostRows posts, PostBlocks ranges) {
        if (ranges.count() > Short.MAX_VALUE) {
            throw new IllegalStateException("a segment has more ranges than fit: " + ranges.count());
        }
        short[] rangeOf = new short[posts.count];
        for (int range = 0; range < ranges.count(); range++) {
            Arrays.fill(rangeOf, ranges.from[range], ranges.from[range + 1], (short) range);
        }
        return rangeOf;
    }

    /** The term's number in this segment, or -1 if no open post has it. */
    int find(String term) {
        return terms.find(term);
    }

    long bytes() {
        // a string and its two slots or more: about 104 bytes with its weight
        return 104L * terms.size() + 7L * entryRange.length + 5L * docs.length;
    }

    /** Adds to the bound of each range the most that the term can give there. */
    void addBounds(int term, int[] bounds, int boundsFrom) {
        for (int entry = entryFrom[term]; entry < entryFrom[term + 1]; entry++) {
            bounds[boundsFrom + entryRange[entry]] +=
                    RankingModel.termImpact(weightMilli[term], entryMaxCode[entry] & 0xFF);
        }
    }

    /** Adds to each post of the range what the term gives it; false if no post of the range has the term. */
    boolean addImpacts(int term, int range, int[] sums, int sumsFrom) {
        int entry = Arrays.binarySearch(entryRange, entryFrom[term], entryFrom[term + 1], (short) range);
        if (entry < 0) {
            return false;
        }
        int weight = weightMilli[term];
        for (int i = postingFrom[entry]; i < postingFrom[entry + 1]; i++) {
            sums[sumsFrom + docs[i]] += RankingModel.termImpact(weight, codes[i] & 0xFF);
        }
        return true;
    }
}
