package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/** Reads a document's facts one doc value at a time, as an application would, and scores it by them and its words. */
final class DocValuesScore extends DoubleValuesSource {
    private final PerSegment scores;

    private DocValuesScore(PerSegment scores) {
        this.scores = scores;
    }

    /** Opens a segment's doc values. */
    @FunctionalInterface
    interface PerSegment {
        OfDocument open(LeafReader segment) throws IOException;
    }

    /** The score of a document; 0 if it must not be found. */
    @FunctionalInterface
    interface OfDocument {
        double score(int doc, int wordsMilli) throws IOException;
    }

    /**
     * All documents in a state, scored.
     *
     * @param state that they must be in
     * @param words clauses whose scores add up to the words' sum
     * @param scores what to make of it
     */
    static Query query(long state, Iterable<Query> words, PerSegment scores) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(NumericDocValuesField.newSlowExactQuery(PostFields.STATE, state), BooleanClause.Occur.FILTER);
        all.add(new BoostQuery(MatchAllDocsQuery.INSTANCE, 0), BooleanClause.Occur.MUST);
        words.forEach(word -> all.add(word, BooleanClause.Occur.SHOULD));
        return new FunctionScoreQuery(all.build(), new DocValuesScore(scores));
    }

    static NumericDocValues[] numbers(LeafReader segment, String... fields) throws IOException {
        NumericDocValues[] numbers = new NumericDocValues[fields.length];
        for (int i = 0; i < fields.length; i++) {
            numbers[i] = segment.getNumericDocValues(fields[i]);
        }
        return numbers;
    }

    /** Puts all on a document; false if one has no value there. */
    static boolean advance(NumericDocValues[] numbers, int doc) throws IOException {
        for (NumericDocValues number : numbers) {
            if (number == null || !number.advanceExact(doc)) {
                return false;
            }
        }
        return true;
    }

    static float real(NumericDocValues value) throws IOException {
        return Float.intBitsToFloat((int) value.longValue());
    }

    @Override
    public DoubleValues getValues(LeafReaderContext context, DoubleValues words) throws IOException {
        OfDocument scored = scores.open(context.reader());
        return new DoubleValues() {
            private int doc;

            @Override
            public double doubleValue() throws IOException {
                return scored.score(doc, words.advanceExact(doc) ? (int) words.doubleValue() : 0);
            }

            @Override
            public boolean advanceExact(int next) {
                doc = next;
                return true;
            }
        };
    }

    @Override
    public boolean needsScores() {
        return true;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    @Override
    public Explanation explain(LeafReaderContext context, int doc, Explanation words) {
        return words;
    }

    @Override
    public boolean isCacheable(LeafReaderContext context) {
        return false;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(scores);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocValuesScore source && source.scores == scores;
    }

    @Override
    public String toString() {
        return "model";
    }
}
