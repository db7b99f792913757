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

    long[] longs(String field) throws IOException {
        NumericDocValues values = DocValues.getNumeric(segment, field);
        long[] column = new long[count];
        for (int doc = 0; doc < count; doc++) {
            if (!values.advanceExact(doc)) {
                throw new IOException("document without " + field + " in " + segment);
            }
            column[doc] = values.longValue();
        }
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
