package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.mifeng.matcher.ranking.PostFacts;
import org.mifeng.matcher.ranking.RankingQuery;

/**
 * The facts of a segment's open posts, one primitive array each, indexed by document number: the open posts are the
 * first documents of a segment. 85 bytes a post.
 */
final class PostColumns {
    final int count;
    final long[] id;
    final long[] version;
    final long[] employer;
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
    final short[] openingsLeft;
    final byte[] vacancyPercent;
    final byte[] trustPercent;
    final byte[] welcomes;

    PostColumns(LeafReader segment) throws IOException {
        count = openPosts(segment);
        id = longs(segment, PostFields.ID);
        version = longs(segment, PostFields.VERSION);
        employer = longs(segment, PostFields.EMPLOYER);
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
        openingsLeft = shorts(segment, PostFields.OPENINGS_LEFT);
        vacancyPercent = bytes(segment, PostFields.VACANCY);
        trustPercent = bytes(segment, PostFields.TRUST);
        welcomes = bytes(segment, PostFields.WELCOMES);
    }

    long bytes() {
        return (6L * Long.BYTES + 7L * Integer.BYTES + Short.BYTES + 5L) * count;
    }

    /** What the query's score takes from a post. */
    PostFacts facts(RankingQuery query, int doc, int bm25Milli, double metres) {
        return new PostFacts(
                occupation[doc],
                bm25Milli,
                metres,
                fenPerHour[doc],
                query.time(slots[doc]),
                query.settled(1 << settlement[doc]),
                confirmedAt[doc],
                vacancyPercent[doc],
                trustPercent[doc],
                query.help(welcomes[doc]),
                query.history(id[doc], employer[doc]));
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

    private short[] shorts(LeafReader segment, String field) throws IOException {
        int[] wide = ints(segment, field);
        short[] column = new short[count];
        for (int doc = 0; doc < count; doc++) {
            column[doc] = (short) wide[doc];
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
