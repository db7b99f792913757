package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * The facts of a segment's open posts, one primitive array each, indexed by document number: the open posts are the
 * first documents of a segment. 70 bytes a post.
 */
final class PostColumns {
    final int count;
    final long[] id;
    final long[] version;
    final long[] certificates;
    final int[] occupation;
    final int[] fenPerHour;
    final int[] slots;
    final int[] ages;
    final long[] confirmedAt;
    final long[] validUntil;
    final float[] x;
    final float[] y;
    final float[] z;
    final byte[] settlement;
    final byte[] flags;

    PostColumns(LeafReader segment) throws IOException {
        count = openPosts(segment);
        id = longs(segment, PostFields.ID);
        version = longs(segment, PostFields.VERSION);
        certificates = longs(segment, PostFields.CERTIFICATES);
        occupation = ints(segment, PostFields.OCCUPATION);
        fenPerHour = ints(segment, PostFields.FEN_PER_HOUR);
        slots = ints(segment, PostFields.SLOTS);
        ages = ints(segment, PostFields.AGES);
        confirmedAt = longs(segment, PostFields.CONFIRMED_AT);
        validUntil = longs(segment, PostFields.VALID_UNTIL);
        x = floats(segment, PostFields.X);
        y = floats(segment, PostFields.Y);
        z = floats(segment, PostFields.Z);
        settlement = bytes(segment, PostFields.SETTLEMENT);
        flags = bytes(segment, PostFields.FLAGS);
    }

    long bytes() {
        return (5L * Long.BYTES + 7L * Integer.BYTES + 2L) * count;
    }

    private static int openPosts(LeafReader segment) throws IOException {
        NumericDocValues state = DocValues.getNumeric(segment, PostFields.STATE);
        int open = 0;
        while (open < segment.maxDoc() && state.advanceExact(open) && state.longValue() == PostFields.OPEN) {
            open++;
        }
        return open;
    }

    private long[] longs(LeafReader segment, String field) throws IOException {
        NumericDocValues values = DocValues.getNumeric(segment, field);
        long[] column = new long[count];
        for (int doc = 0; doc < count; doc++) {
            if (!values.advanceExact(doc)) {
                throw new IOException("open post without " + field + " in " + segment);
            }
            column[doc] = values.longValue();
        }
        return column;
    }

    private int[] ints(LeafReader segment, String field) throws IOException {
        long[] wide = longs(segment, field);
        int[] column = new int[count];
        for (int doc = 0; doc < count; doc++) {
            column[doc] = Math.toIntExact(wide[doc]);
        }
        return column;
    }

    private float[] floats(LeafReader segment, String field) throws IOException {
        int[] bits = ints(segment, field);
        float[] column = new float[count];
        for (int doc = 0; doc < count; doc++) {
            column[doc] = Float.intBitsToFloat(bits[doc]);
        }
        return column;
    }

    private byte[] bytes(LeafReader segment, String field) throws IOException {
        int[] wide = ints(segment, field);
        byte[] column = new byte[count];
        for (int doc = 0; doc < count; doc++) {
            column[doc] = (byte) wide[doc];
        }
        return column;
    }
}
