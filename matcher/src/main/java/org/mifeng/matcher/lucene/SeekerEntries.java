package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.mifeng.matcher.TravelMode;
import org.mifeng.matcher.ranking.SeekerFacts;
import org.mifeng.matcher.ranking.SeekerQuery;

/**
 * One entry for each wish of each active seeker, and one for who wishes anything, with what a score reads. Ordered by
 * (wish, means of travel, Morton cell): all entries of a wish and a means of travel are one range, in which closeness to
 * a post's occupation and the half distance are the same, and neighbours on the ground are neighbours.
 */
final class SeekerEntries {
    private static final int MODES = TravelMode.values().length;
    private static final int DOC_BITS = 31;

    final int count;
    /** The seeker's place in {@link SeekerRows}. */
    final int[] seeker;

    final float[] x;
    final float[] y;
    final float[] z;
    /** Wished fen per hour; below zero if it is no must. */
    final int[] floor;

    final int[] slots;
    final byte[] settlements;
    final byte[] helpGroups;
    /** Entries of range r: {@code rangeFrom[r]} to {@code rangeFrom[r + 1]}, exclusive. */
    final int[] rangeFrom;

    final short[] rangeWish;
    final short[] rangeHalfMetres;

    SeekerEntries(ArrayReader in) throws IOException {
        seeker = in.ints();
        x = in.floats();
        y = in.floats();
        z = in.floats();
        floor = in.ints();
        slots = in.ints();
        settlements = in.bytes();
        helpGroups = in.bytes();
        rangeFrom = in.ints();
        rangeWish = in.shorts();
        rangeHalfMetres = in.shorts();
        count = seeker.length;
    }

    void write(ArrayWriter out) throws IOException {
        out.ints(seeker);
        out.floats(x);
        out.floats(y);
        out.floats(z);
        out.ints(floor);
        out.ints(slots);
        out.bytes(settlements);
        out.bytes(helpGroups);
        out.ints(rangeFrom);
        out.shorts(rangeWish);
        out.shorts(rangeHalfMetres);
    }

    SeekerEntries(ColumnReader reader, SeekerRows seekers) throws IOException {
        count = seekers.wishes();
        byte[] travel = reader.bytes(SeekerFields.TRAVEL);
        Growing from = new Growing();
        Growing kinds = new Growing();
        seeker = inOrder(reader, seekers, travel, from, kinds);
        rangeFrom = from.toArray();
        rangeWish = new short[kinds.size()];
        rangeHalfMetres = new short[kinds.size()];
        for (int range = 0; range < kinds.size(); range++) {
            rangeWish[range] = (short) (kinds.get(range) / MODES + SeekerQuery.ANY_OCCUPATION);
            rangeHalfMetres[range] = (short) TravelMode.values()[kinds.get(range) % MODES].halfDistanceMetres();
        }
        x = taken(reader.floats(PostFields.X));
        y = taken(reader.floats(PostFields.Y));
        z = taken(reader.floats(PostFields.Z));
        floor = taken(reader.ints(SeekerFields.FLOOR));
        slots = taken(reader.ints(PostFields.SLOTS));
        settlements = taken(reader.bytes(SeekerFields.SETTLEMENTS));
        helpGroups = taken(reader.bytes(SeekerFields.HELP_GROUPS));
    }

    /** The seeker of each entry; fills where ranges begin, and their kinds: wish and means of travel as one number. */
    private static int[] inOrder(ColumnReader reader, SeekerRows seekers, byte[] travel, Growing from, Growing kinds)
            throws IOException {
        long[] cell = reader.longs(PostFields.CELL);
        int[] next = new int[1];
        for (int doc = 0; doc < seekers.count; doc++) {
            for (int i = seekers.wishesFrom(doc); i < seekers.wishesFrom(doc + 1); i++) {
                int kind = kind(seekers.wish(i), travel[doc]);
                next = kind < next.length - 1 ? next : Arrays.copyOf(next, kind + MODES + 1);
                next[kind + 1]++;
            }
        }
        for (int kind = 0; kind + 1 < next.length; kind++) {
            if (next[kind + 1] > 0) {
                kinds.add(kind);
                from.add(next[kind]);
            }
            next[kind + 1] += next[kind];
        }
        from.add(seekers.wishes());
        long[] keys = new long[seekers.wishes()];
        for (int doc = 0; doc < seekers.count; doc++) {
            for (int i = seekers.wishesFrom(doc); i < seekers.wishesFrom(doc + 1); i++) {
                keys[next[kind(seekers.wish(i), travel[doc])]++] = cell[doc] << DOC_BITS | doc;
            }
        }
        for (int range = 0; range < kinds.size(); range++) {
            Arrays.sort(keys, from.get(range), from.get(range + 1));
        }
        int[] inOrder = new int[keys.length];
        for (int entry = 0; entry < keys.length; entry++) {
            inOrder[entry] = (int) keys[entry] & Integer.MAX_VALUE;
        }
        return inOrder;
    }

    private static int kind(int wish, int travel) {
        return (wish - SeekerQuery.ANY_OCCUPATION) * MODES + travel;
    }

    private float[] taken(float[] bySeeker) {
        float[] column = new float[count];
        for (int entry = 0; entry < count; entry++) {
            column[entry] = bySeeker[seeker[entry]];
        }
        return column;
    }

    private int[] taken(int[] bySeeker) {
        int[] column = new int[count];
        for (int entry = 0; entry < count; entry++) {
            column[entry] = bySeeker[seeker[entry]];
        }
        return column;
    }

    private byte[] taken(byte[] bySeeker) {
        byte[] column = new byte[count];
        for (int entry = 0; entry < count; entry++) {
            column[entry] = bySeeker[seeker[entry]];
        }
        return column;
    }

    long bytes() {
        return (6L * Integer.BYTES + 2L) * count;
    }

    /** What the query's score takes from an entry of this range. */
    SeekerFacts facts(SeekerQuery query, int range, int entry, int bm25Milli, double metres, double history) {
        return new SeekerFacts(
                query.closeness(rangeWish[range]),
                bm25Milli,
                metres,
                rangeHalfMetres[range],
                Math.abs(floor[entry]),
                query.time(slots[entry]),
                query.settled(settlements[entry]),
                query.help(helpGroups[entry]),
                history);
    }

    /** The fen per hour that must be reached. */
    int mustFloor(int entry) {
        return Math.max(0, floor[entry]);
    }
}
