package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.text.ChineseAnalyzer;

/**
 * The decoded postings of a segment's open posts: for each term its documents in rising order with one byte each, the
 * code of BM25's term factor. The postings of a term are cut into entries, one for each range that the term occurs in,
 * with the largest code in it.
 */
final class PostTerms {
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
    /** For each post the code of what it says twice; once in the title counts as twice. */
    private final byte[] codesOfTwice;

    private PostTerms(
            TermTable terms,
            Growing weightMilli,
            Growing entryFrom,
            GrowingEntries entries,
            Growing docs,
            byte[] codes,
            byte[] codesOfTwice) {
        this.terms = terms;
        this.weightMilli = weightMilli.toArray();
        this.entryFrom = entryFrom.toArray();
        this.entryRange = entries.ranges();
        this.postingFrom = entries.from.toArray();
        this.entryMaxCode = entries.maxCodes();
        this.docs = docs.toArray();
        this.codes = Arrays.copyOf(codes, this.docs.length);
        this.codesOfTwice = codesOfTwice;
    }

    PostTerms(ArrayReader in) throws IOException {
        terms = TermTable.read(in);
        weightMilli = in.ints();
        entryFrom = in.ints();
        entryRange = in.shorts();
        postingFrom = in.ints();
        entryMaxCode = in.bytes();
        docs = in.ints();
        codes = in.bytes();
        codesOfTwice = in.bytes();
    }

    void write(ArrayWriter out) throws IOException {
        terms.write(out);
        out.ints(weightMilli);
        out.ints(entryFrom);
        out.shorts(entryRange);
        out.ints(postingFrom);
        out.bytes(entryMaxCode);
        out.ints(docs);
        out.bytes(codes);
        out.bytes(codesOfTwice);
    }

    static PostTerms read(LeafReader segment, PostRows posts, PostBlocks ranges, TermCodes termCodes)
            throws IOException {
        TermTable table = new TermTable();
        Growing weightMilli = new Growing();
        Growing entryFrom = new Growing();
        GrowingEntries entries = new GrowingEntries();
        Growing docs = new Growing();
        byte[] codes = new byte[1024];
        byte[] lengths = lengths(segment, posts.count);
        short[] rangeOf = rangeOf(posts, ranges);
        for (String field : List.of(PostFields.TEXT, ChineseAnalyzer.WORDS)) {
            Terms terms = segment.terms(field);
            if (terms == null || posts.count == 0) {
                continue;
            }
            TermsEnum each = terms.iterator();
            PostingsEnum postings = null;
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                postings = each.postings(postings, PostingsEnum.FREQS);
                int entriesBefore = entries.count();
                for (int doc = postings.nextDoc(); doc < posts.count; doc = postings.nextDoc()) {
                    byte code = termCodes.of(postings.freq(), lengths[doc]);
                    if (docs.size() == codes.length) {
                        codes = Arrays.copyOf(codes, codes.length * 2);
                    }
                    codes[docs.size()] = code;
                    entries.add(rangeOf[doc], code, docs.size(), entriesBefore);
                    docs.add(doc);
                }
                if (entries.count() > entriesBefore) {
                    String text = term.utf8ToString();
                    table.add(text);
                    weightMilli.add(termCodes.statistics.inverseDocumentFrequencyMilli(text));
                    entryFrom.add(entriesBefore);
                }
            }
        }
        entryFrom.add(entries.count());
        entries.from.add(docs.size());
        return new PostTerms(table, weightMilli, entryFrom, entries, docs, codes, codesOfTwice(lengths, termCodes));
    }

    private static byte[] codesOfTwice(byte[] lengths, TermCodes termCodes) {
        byte[] codes = new byte[lengths.length];
        for (int doc = 0; doc < lengths.length; doc++) {
            codes[doc] = termCodes.of(2, lengths[doc]);
        }
        return codes;
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

    /** The open posts that have the term. */
    BitSet postsWith(String text) {
        return posts(text, false);
    }

    /** The open posts that have the term in the title, or twice. */
    BitSet postsTitled(String text) {
        return posts(text, true);
    }

    private BitSet posts(String text, boolean twice) {
        BitSet posts = new BitSet();
        int term = find(text);
        if (term >= 0) {
            for (int i = postingFrom[entryFrom[term]]; i < postingFrom[entryFrom[term + 1]]; i++) {
                if (!twice || (codes[i] & 0xFF) >= (codesOfTwice[docs[i]] & 0xFF)) {
                    posts.set(docs[i]);
                }
            }
        }
        return posts;
    }

    long bytes() {
        return terms.bytes() + 8L * terms.size() + 7L * entryRange.length + 5L * docs.length + codesOfTwice.length;
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

    /** The entries as they are found: a new one begins when the range changes or the term does. */
    private static final class GrowingEntries {
        private final Growing range = new Growing();
        private final Growing maxCode = new Growing();
        private final Growing from = new Growing();

        int count() {
            return range.size();
        }

        void add(short postRange, byte code, int posting, int firstOfTerm) {
            int last = count() - 1;
            if (count() == firstOfTerm || range.get(last) != postRange) {
                range.add(postRange);
                maxCode.add(code & 0xFF);
                from.add(posting);
            } else {
                maxCode.set(last, Math.max(maxCode.get(last), code & 0xFF));
            }
        }

        short[] ranges() {
            short[] ranges = new short[count()];
            for (int i = 0; i < ranges.length; i++) {
                ranges[i] = (short) range.get(i);
            }
            return ranges;
        }

        byte[] maxCodes() {
            byte[] codes = new byte[count()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (byte) maxCode.get(i);
            }
            return codes;
        }
    }
}
