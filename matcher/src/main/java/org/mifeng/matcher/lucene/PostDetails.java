package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The facts of a segment's open posts that only filters and counts read, 16 bytes a post: kept apart from {@link PostRows},
 * so that a walk without a filter does not carry them through the processor's cache.
 */
final class PostDetails {
    private static final int INTS = 4;
    private static final int HAZARD_SHIFT = 16;

    private static final int BENEFITS_AND_HAZARDS = 0;
    private static final int TOWN = 1;
    private static final int STARTS_ON = 2;
    private static final int POSTED_AT = 3;

    /** The towns of the segment's posts, rising. */
    final int[] towns;

    private final int[] rows;

    PostDetails(ArrayReader in) throws IOException {
        towns = in.ints();
        rows = in.ints();
    }

    void write(ArrayWriter out) throws IOException {
        out.ints(towns);
        out.ints(rows);
    }

    PostDetails(ColumnReader open) throws IOException {
        rows = new int[Math.multiplyExact(INTS, open.count())];
        open.each(PostFields.BENEFITS, (doc, value) -> set(doc, BENEFITS_AND_HAZARDS, value));
        open.each(PostFields.HAZARDS, (doc, value) -> set(doc, BENEFITS_AND_HAZARDS, value << HAZARD_SHIFT));
        int[] town = open.ints(PostFields.TOWN);
        towns = IntStream.of(town).sorted().distinct().toArray();
        for (int doc = 0; doc < town.length; doc++) {
            set(doc, TOWN, Arrays.binarySearch(towns, town[doc]));
        }
        open.each(PostFields.STARTS_ON, (doc, value) -> set(doc, STARTS_ON, value));
        open.each(PostFields.POSTED_AT, (doc, value) -> set(doc, POSTED_AT, value));
    }

    private void set(int doc, int column, long bits) {
        rows[INTS * doc + column] |= (int) bits;
    }

    int benefits(int doc) {
        return rows[INTS * doc + BENEFITS_AND_HAZARDS] & ((1 << HAZARD_SHIFT) - 1);
    }

    int hazards(int doc) {
        return rows[INTS * doc + BENEFITS_AND_HAZARDS] >>> HAZARD_SHIFT;
    }

    int town(int doc) {
        return towns[townPlace(doc)];
    }

    /** The place of the post's town among {@link #towns}. */
    int townPlace(int doc) {
        return rows[INTS * doc + TOWN];
    }

    /** Days since 1970; {@link Integer#MIN_VALUE} for any day. */
    int startsOnDay(int doc) {
        return rows[INTS * doc + STARTS_ON];
    }

    /** Seconds since 1970, unsigned: good until 2106. */
    long postedSecond(int doc) {
        return Integer.toUnsignedLong(rows[INTS * doc + POSTED_AT]);
    }

    long bytes() {
        return (long) Integer.BYTES * rows.length;
    }
}
