package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.mifeng.matcher.ranking.SeekerQuery;

/**
 * What only filters and answers read of a segment's active seekers, one primitive array each, indexed by document
 * number: the active seekers are the first documents of a segment. What a score reads lies in {@link SeekerEntries}.
 */
final class SeekerColumns {
    final int count;
    final long[] id;
    final long[] version;
    final long[] certificates;
    final int[] bornOn;
    final int[] maxDistance;
    /** Wishes of seeker i: {@code wishes[wishFrom[i]]} to {@code wishes[wishFrom[i + 1]]}, exclusive. */
    final int[] wishFrom;
    /** Ordinals, rising, each once; or {@link SeekerQuery#ANY_OCCUPATION} alone. */
    final short[] wishes;

    SeekerColumns(ColumnReader reader) throws IOException {
        count = reader.count();
        id = reader.longs(PostFields.ID);
        version = reader.longs(PostFields.VERSION);
        certificates = reader.longs(PostFields.CERTIFICATES);
        bornOn = reader.ints(SeekerFields.BORN_ON);
        maxDistance = reader.ints(SeekerFields.MAX_DISTANCE);
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
        return (3L * Long.BYTES + 3L * Integer.BYTES) * count + (long) Short.BYTES * wishes.length;
    }

    /** Whether this wish is the seeker's closest to the post, the first of equally close ones: who wishes much counts once. */
    boolean isClosest(int seeker, int wish, SeekerQuery query) {
        double own = query.closeness(wish);
        for (int i = wishFrom[seeker]; i < wishFrom[seeker + 1]; i++) {
            double other = query.closeness(wishes[i]);
            if (other > own || (other == own && wishes[i] < wish)) {
                return false;
            }
        }
        return true;
    }
}
