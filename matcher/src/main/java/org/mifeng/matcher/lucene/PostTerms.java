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
 * with the largest code in it and the blocks of the range that have it.
 */
final class PostTerms {
    private final TermTable terms;
    /** Where each range begins: postings count from there. */
    private final int[] rangeFrom;
    /** Inverse document frequency of each term, thousandths: known here, no query looks it up. */
    private final int[] weightMilli;
    /** Entries of term t: {@code entryFrom[t]} to {@code entryFrom[t + 1]}. */
    private final int[] entryFrom;

    private final short[] entryRange;
    /** Postings of entry e: {@code postingFrom[e]} to {@code postingFrom[e + 1]}. */
    private final int[] postingFrom;

    private final byte[] entryMaxCode;
    /** Bit b: the b-th block of the range has the term. */
    private final int[] entryBlocks;
    /** Documents, counted from the beginning of their range. */
    private final short[] docs;

    private final byte[] codes;
    /** For each post the code of what it says twice; once in the title counts as twice. */
    private final byte[] codesOfTwice;

    private PostTerms(
            TermTable terms,
            int[] rangeFrom,
            Growing weightMilli,
            Growing entryFrom,
            GrowingEntries entries,
            GrowingPostings postings,
            byte[] codesOfTwice) {
        this.terms = terms;
        this.rangeFrom = rangeFrom;
        this.weightMilli = weightMilli.toArray();
        this.entryFrom = entryFrom.toArray();
        this.entryRange = entries.ranges();
        this.postingFrom = entries.from.toArray();
        this.entryMaxCode = entries.maxCodes();
        this.entryBlocks = entries.blocks.toArray();
        this.docs = Arrays.copyOf(postings.docs, postings.size);
        this.codes = Arrays.copyOf(postings.codes, postings.size);
        this.codesOfTwice = codesOfTwice;
    }

    PostTerms(ArrayReader in, PostBlocks ranges) throws IOException {
        terms = TermTable.read(in);
        rangeFrom = ranges.from;
        weightMilli = in.ints();
        entryFrom = in.ints();
        entryRange = in.shorts();
        postingFrom = in.ints();
        entryMaxCode = in.bytes();
        entryBlocks = in.ints();
        docs = in.shorts();
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
        out.ints(entryBlocks);
        out.shorts(docs);
        out.bytes(codes);
        out.bytes(codesOfTwice);
    }

    static PostTerms read(LeafReader segment, PostRows posts, PostBlocks ranges, TermCodes termCodes)
            throws IOException {
        TermTable table = new TermTable();
        Growing weightMilli = new Growing();
        Growing entryFrom = new Growing();
        GrowingEntries entries = new GrowingEntries();
        GrowingPostings found = new GrowingPostings();
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
                    int inRange = doc - ranges.from[rangeOf[doc]];
                    entries.add(rangeOf[doc], code, inRange / PostBlocks.BLOCK_POSTS, found.size, entriesBefore);
                    found.add((short) inRange, code);
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
        entries.from.add(found.size);
        return new PostTerms(
                table, ranges.from, weightMilli, entryFrom, entries, found, codesOfTwice(lengths, termCodes));
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
        for (int entry = term < 0 ? 0 : entryFrom[term]; term >= 0 && entry < entryFrom[term + 1]; entry++) {
            int from = rangeFrom[entryRange[entry]];
            for (int i = postingFrom[entry]; i < postingFrom[entry + 1]; i++) {
                if (!twice || (codes[i] & 0xFF) >= (codesOfTwice[from + docs[i]] & 0xFF)) {
                    posts.set(from + docs[i]);
                }
            }
        }
        return posts;
    }

    long bytes() {
        return terms.bytes() + 8L * terms.size() + 11L * entryRange.length + 3L * docs.length + codesOfTwice.length;
    }

    /** Adds to the bound of each range the most that the term can give there. */
    void addBounds(int term, int[] bounds, int boundsFrom) {
        for (int entry = entryFrom[term]; entry < entryFrom[term + 1]; entry++) {
            bounds[boundsFrom + entryRange[entry]] += mostOf(term, entry);
        }
    }

    /** The entry of the term in the range, or -1 if no post of the range has the term. */
    int entry(int term, int range) {
        return Math.max(-1, Arrays.binarySearch(entryRange, entryFrom[term], entryFrom[term + 1], (short) range));
    }

    /** The most that the term gives a post of the entry. */
    int mostOf(int term, int entry) {
        return RankingModel.termImpact(weightMilli[term], entryMaxCode[entry] & 0xFF);
    }

    /** Bit b: the b-th block of the entry's range has the term. */
    int blocksOf(int entry) {
        return entryBlocks[entry];
    }

    /** Adds to the sum of each post what the term gives it. */
    void addImpacts(int term, int[] sums) {
        for (int entry = entryFrom[term]; entry < entryFrom[term + 1]; entry++) {
            addImpacts(term, entry, sums, rangeFrom[entryRange[entry]]);
        }
    }

    /** Adds to the sum of each post of the range, the first one's at {@code from}, what the term gives it. */
    void addImpacts(int term, int entry, int[] sums, int from) {
        for (int i = postingFrom[entry]; i < postingFrom[entry + 1]; i++) {
            sums[from + docs[i]] += impact(term, i);
        }
    }

    /** Adds to the sum of each post of the range's b-th block, counted from its beginning, what the term gives it. */
    void addBlockImpacts(int term, int entry, int b, int[] sums) {
        int before = entryBlocks[entry] & ((1 << b) - 1);
        int from = postingFrom[entry];
        int to = postingFrom[entry + 1];
        int first = b * PostBlocks.BLOCK_POSTS;
        // most words lie evenly: it is not far from here
        int i = from + (to - from) * Integer.bitCount(before) / Integer.bitCount(entryBlocks[entry]);
        while (i > from && docs[i - 1] >= first) {
            i--;
        }
        while (docs[i] < first) {
            i++;
        }
        for (; i < to && docs[i] < first + PostBlocks.BLOCK_POSTS; i++) {
            sums[docs[i] - first] += impact(term, i);
        }
    }

    private int impact(int term, int posting) {
        return RankingModel.termImpact(weightMilli[term], codes[posting] & 0xFF);
    }

    /** The postings as they are found. */
    private static final class GrowingPostings {
        private short[] docs = new short[1024];
        private byte[] codes = new byte[1024];
        private int size;

        void add(short doc, byte code) {
            if (size == docs.length) {
                docs = Arrays.copyOf(docs, size * 2);
                codes = Arrays.copyOf(codes, size * 2);
            }
            docs[size] = doc;
            codes[size++] = code;
        }
    }

    /** The entries as they are found: a new one begins when the range changes or the term does. */
    private static final class GrowingEntries {
        private final Growing range = new Growing();
        private final Growing maxCode = new Growing();
        private final Growing from = new Growing();
        private final Growing blocks = new Growing();

        int count() {
            return range.size();
        }

        void add(short postRange, byte code, int block, int posting, int firstOfTerm) {
            int last = count() - 1;
            if (count() == firstOfTerm || range.get(last) != postRange) {
                range.add(postRange);
                maxCode.add(code & 0xFF);
                blocks.add(1 << block);
                from.add(posting);
            } else {
                maxCode.set(last, Math.max(maxCode.get(last), code & 0xFF));
                blocks.set(last, blocks.get(last) | 1 << block);
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
