package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * Copies the doc values of a segment's first documents, those that can be matched, into primitive arrays.
 *
 * @param segment sorted by state, the lowest first
 * @param count how many documents at its beginning
 */
record ColumnReader(LeafReader segment, int count) {
    /** Reads of the documents at the beginning that are in this state. */
    static ColumnReader ofState(LeafReader segment, long wanted) throws IOException {
        NumericDocValues state = DocValues.getNumeric(segment, PostFields.STATE);
        int count = 0;
        while (count < segment.maxDoc() && state.advanceExact(count) && state.longValue() == wanted) {
            count++;
        }
        return new ColumnReader(segment, count);
    }

    /** Takes a value. */
    @FunctionalInterface
    interface Keep {
        void value(int doc, long value);
    }

    /** Every document's value of a field, which each must have. */
    void each(String field, Keep keep) throws IOException {
        NumericDocValues values = DocValues.getNumeric(segment, field);
        for (int doc = 0; doc < count; doc++) {
            if (!values.advanceExact(doc)) {
                throw new IOException("document without " + field + " in " + segment);
            }
            keep.value(doc, values.longValue());
        }
    }

    long[] longs(String field) throws IOException {
        long[] column = new long[count];
        each(field, (doc, value) -> column[doc] = value);
        return column;
    }

    int[] ints(String field) throws IOException {
        long[] wide = longs(field);
        int[] column = new int[count];
        for (int doc = 0; doc < count; doc++) {
            column[doc] = Math.toIntExact(wide[doc]);
        }
        return column;
    }

    float[] floats(String field) throws IOException {
        int[] bits = ints(field);
        float[] column = new float[count];
        for (int doc = 0; doc < count; doc++) {
            column[doc] = Float.intBitsToFloat(bits[doc]);
        }
        return column;
    }

    short[] shorts(String field) throws IOException {
        int[] wide = ints(field);
        short[] column = new short[count];
        for (int doc = 0; doc < count; doc++) {
            column[doc] = (short) wide[doc];
        }
        return column;
    }

    byte[] bytes(String field) throws IOException {
        int[] wide = ints(field);
        byte[] column = new byte[count];
        for (int doc = 0; doc < count; doc++) {
            column[doc] = (byte) wide[doc];
        }
        return column;
    }
}
