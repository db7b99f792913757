package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What {@link PostTerms} keeps, of a part of the words, as it is read. Parts are read by threads of their own. */
final class PostTermsReading {
    final List<String> texts = new ArrayList<>();
    final Growing weightMilli = new Growing();
    final Growing entryFrom = new Growing();
    final Growing ranges = new Growing();
    final Growing maxCodes = new Growing();
    final Growing postingFrom = new Growing();
    final Growing docs = new Growing();
    byte[] codes = new byte[1024];

    private final Terms terms;
    private final @Nullable BytesRef from;
    private final @Nullable BytesRef to;

    /**
     * @param from the first word, included; null for the very first
     * @param to the last word, excluded; null to read to the end
     */
    PostTermsReading(Terms terms, @Nullable BytesRef from, @Nullable BytesRef to) {
        this.terms = terms;
        this.from = from;
        this.to = to;
    }

    /** @throws UncheckedIOException if the segment cannot be read */
    void read(byte[] lengths, short[] rangeOf, TermCodes termCodes) {
        try {
            TermsEnum each = terms.iterator();
            PostingsEnum postings = null;
            for (BytesRef term = first(each);
                    term != null && (to == null || term.compareTo(to) < 0);
                    term = each.next()) {
                postings = each.postings(postings, PostingsEnum.FREQS);
                int entriesBefore = ranges.size();
                for (int doc = postings.nextDoc(); doc < rangeOf.length; doc = postings.nextDoc()) {
                    add(doc, termCodes.of(postings.freq(), lengths[doc]), rangeOf[doc], entriesBefore);
                }
                if (ranges.size() > entriesBefore) {
                    String text = term.utf8ToString();
                    texts.add(text);
                    weightMilli.add(termCodes.statistics.inverseDocumentFrequencyMilli(text));
                    entryFrom.add(entriesBefore);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable BytesRef first(TermsEnum each) throws IOException {
        if (from == null) {
            return each.next();
        }
        return each.seekCeil(from) == TermsEnum.SeekStatus.END ? null : each.term();
    }

    /** A new entry begins when the range changes or the term does. */
    private void add(int doc, byte code, short range, int firstEntryOfTerm) {
        if (docs.size() == codes.length) {
            codes = Arrays.copyOf(codes, codes.length * 2);
        }
        codes[docs.size()] = code;
        int last = ranges.size() - 1;
        if (ranges.size() == firstEntryOfTerm || ranges.get(last) != range) {
            ranges.add(range);
            maxCodes.add(code & 0xFF);
            postingFrom.add(docs.size());
        } else {
            maxCodes.set(last, Math.max(maxCodes.get(last), code & 0xFF));
        }
        docs.add(doc);
    }
}
