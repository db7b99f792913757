package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.mifeng.matcher.ranking.SeekerQuery;

/**
 * What only filters and answers read of a segment's active seekers, by document number: the active seekers are the first
 * documents of a segment. 32 bytes of a seeker lie together, half a line of the processor's cache, because the walk looks
 * at a few seekers here and there. What a score reads lies in {@link SeekerEntries}.
 */
final class SeekerRows {
    private static final int INTS = 8;
    private static final int ID = 0;
    private static final int VERSION = 2;
    private static final int CERTIFICATES = 4;
    private static final int BORN_ON = 6;
    private static final int MAX_DISTANCE = 7;

    final int count;
    private final int[] rows;
    /** Wishes of seeker i: {@code wishes[wishFrom[i]]} to {@code wishes[wishFrom[i + 1]]}, exclusive. */
    private final int[] wishFrom;
    /** Ordinals, rising, each once; or {@link SeekerQuery#ANY_OCCUPATION} alone. */
    private final short[] wishes;

    SeekerRows(ArrayReader in) throws IOException {
        rows = in.ints();
        wishFrom = in.ints();
        wishes = in.shorts();
        count = wishFrom.length - 1;
    }

    void write(ArrayWriter out) throws IOException {
        out.ints(rows);
        out.ints(wishFrom);
        out.shorts(wishes);
    }

    SeekerRows(ColumnReader reader) throws IOException {
        count = reader.count();
        rows = new int[Math.multiplyExact(INTS, count)];
        setWide(ID, reader.longs(PostFields.ID));
        setWide(VERSION, reader.longs(PostFields.VERSION));
        setWide(CERTIFICATES, reader.longs(PostFields.CERTIFICATES));
        set(BORN_ON, reader.ints(SeekerFields.BORN_ON));
        set(MAX_DISTANCE, reader.ints(SeekerFields.MAX_DISTANCE));
        wishFrom = new int[count + 1];
        Growing ordinals = new Growing();
        SortedNumericDocValues values = DocValues.getSortedNumeric(reader.segment(), SeekerFields.WISHES);
        for (int seeker = 0; seeker < count; seeker++) {
            wishFrom[seeker] = ordinals.size();
            addWishes(values, seeker, ordinals);
        }
        wishFrom[count] = ordinals.size();
        wishes = new short[ordinals.size()];
        for (int i = 0; i < wishes.length; i++) {
            wishes[i] = (short) ordinals.get(i);
        }
    }

    private void set(int column, int[] values) {
        for (int seeker = 0; seeker < count; seeker++) {
            rows[INTS * seeker + column] = values[seeker];
        }
    }

    private void setWide(int column, long[] values) {
        for (int seeker = 0; seeker < count; seeker++) {
            rows[INTS * seeker + column] = (int) values[seeker];
            rows[INTS * seeker + column + 1] = (int) (values[seeker] >>> 32);
        }
    }

    private long wide(int seeker, int column) {
        return (rows[INTS * seeker + column] & 0xFFFF_FFFFL) | (long) rows[INTS * seeker + column + 1] << 32;
    }

    long id(int seeker) {
        return wide(seeker, ID);
    }

    long version(int seeker) {
        return wide(seeker, VERSION);
    }

    long certificates(int seeker) {
        return wide(seeker, CERTIFICATES);
    }

    int bornOn(int seeker) {
        return rows[INTS * seeker + BORN_ON];
    }

    int maxDistance(int seeker) {
        return rows[INTS * seeker + MAX_DISTANCE];
    }

    /** Where the seeker's wishes begin among all; those of the next seeker follow. */
    int wishesFrom(int seeker) {
        return wishFrom[seeker];
    }

    /** How many wishes all seekers have, who names none counted once. */
    int wishes() {
        return wishes.length;
    }

    /** A wish among all. */
    int wish(int i) {
        return wishes[i];
    }

    private static void addWishes(SortedNumericDocValues values, int seeker, Growing ordinals) throws IOException {
        if (!values.advanceExact(seeker)) {
            ordinals.add(SeekerQuery.ANY_OCCUPATION);
            return;
        }
        int last = SeekerQuery.ANY_OCCUPATION;
        for (int i = values.docValueCount(); i > 0; i--) {
            int ordinal = (int) values.nextValue();
            if (ordinal != last) {
                ordinals.add(ordinal);
            }
            last = ordinal;
        }
    }

    long bytes() {
        return (INTS + 1L) * Integer.BYTES * count + (long) Short.BYTES * wishes.length;
    }

    /** Whether this wish is the seeker's closest to the post, the first of equally close ones: who wishes much counts once. */
    boolean isClosest(int seeker, int wish, SeekerQuery query) {
        double own = query.closeness(wish);
        if (own == 1) {
            // nothing is closer, and no other occupation as close
            return true;
        }
        for (int i = wishFrom[seeker]; i < wishFrom[seeker + 1]; i++) {
            double other = query.closeness(wishes[i]);
            if (other > own || (other == own && wishes[i] < wish)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the post may be shown to this person at all, whatever the wish: rules P13, P20, P21, P24. */
    boolean isLawful(int seeker, SeekerQuery query) {
        return query.holds(certificates(seeker)) && query.ageAllowed(bornOn(seeker));
    }
}
