package org.mifeng.matcher.lucene;

import org.mifeng.matcher.Coordinates;

/**
 * A segment's entries cut into stretches of neighbours in one range, each with the best value of every fact in it:
 * whole ranges, or blocks of at most {@link #BLOCK_ENTRIES}.
 */
final class SeekerBlocks {
    static final int BLOCK_ENTRIES = 32;

    /** The stretches: {@code from[i]} to {@code from[i + 1]}, exclusive. */
    final int[] from;
    /** The range that each lies in. */
    final short[] range;

    final int[] minFloor;
    final int[] minMustFloor;
    final int[] slots;
    final byte[] settlements;
    final byte[] helpGroups;
    /** Certificates that anyone in the stretch holds. */
    final long[] certificatesOfAny;

    final int[] maxDistance;
    private final float[] box;

    private SeekerBlocks(SeekerEntries entries, SeekerRows seekers, Growing starts, Growing ranges) {
        int count = ranges.size();
        starts.add(entries.count);
        from = starts.toArray();
        range = new short[count];
        minFloor = new int[count];
        minMustFloor = new int[count];
        slots = new int[count];
        settlements = new byte[count];
        helpGroups = new byte[count];
        certificatesOfAny = new long[count];
        maxDistance = new int[count];
        box = new float[6 * count];
        for (int i = 0; i < count; i++) {
            range[i] = (short) ranges.get(i);
            summarise(entries, seekers, i);
        }
    }

    /** One stretch for each range. */
    static SeekerBlocks ranges(SeekerEntries entries, SeekerRows seekers) {
        return cut(entries, seekers, Integer.MAX_VALUE);
    }

    /** Stretches of at most {@link #BLOCK_ENTRIES} that never cross a range. */
    static SeekerBlocks blocks(SeekerEntries entries, SeekerRows seekers) {
        return cut(entries, seekers, BLOCK_ENTRIES);
    }

    private static SeekerBlocks cut(SeekerEntries entries, SeekerRows seekers, int most) {
        Growing starts = new Growing();
        Growing ranges = new Growing();
        for (int range = 0; range < entries.rangeWish.length; range++) {
            int to = entries.rangeFrom[range + 1];
            for (int entry = entries.rangeFrom[range]; entry < to; entry += Math.min(most, to - entry)) {
                starts.add(entry);
                ranges.add(range);
            }
        }
        return new SeekerBlocks(entries, seekers, starts, ranges);
    }

    private void summarise(SeekerEntries entries, SeekerRows seekers, int i) {
        int at = 6 * i;
        for (int axis = 0; axis < 3; axis++) {
            box[at + axis] = Float.POSITIVE_INFINITY;
            box[at + 3 + axis] = Float.NEGATIVE_INFINITY;
        }
        minFloor[i] = Integer.MAX_VALUE;
        minMustFloor[i] = Integer.MAX_VALUE;
        for (int entry = from[i]; entry < from[i + 1]; entry++) {
            int seeker = entries.seeker[entry];
            minFloor[i] = Math.min(minFloor[i], Math.abs(entries.floor[entry]));
            minMustFloor[i] = Math.min(minMustFloor[i], entries.mustFloor(entry));
            slots[i] |= entries.slots[entry];
            settlements[i] |= entries.settlements[entry];
            helpGroups[i] |= entries.helpGroups[entry];
            certificatesOfAny[i] |= seekers.certificates(seeker);
            maxDistance[i] = Math.max(maxDistance[i], seekers.maxDistance(seeker));
            box[at] = Math.min(box[at], entries.x[entry]);
            box[at + 1] = Math.min(box[at + 1], entries.y[entry]);
            box[at + 2] = Math.min(box[at + 2], entries.z[entry]);
            box[at + 3] = Math.max(box[at + 3], entries.x[entry]);
            box[at + 4] = Math.max(box[at + 4], entries.y[entry]);
            box[at + 5] = Math.max(box[at + 5], entries.z[entry]);
        }
    }

    int count() {
        return from.length - 1;
    }

    long bytes() {
        return (5L * Integer.BYTES + Long.BYTES + 4 + 6L * Float.BYTES) * count();
    }

    /** The way to the nearest point of the box around the stretch; never longer than the way to anyone in it. */
    double metresTo(int i, Coordinates.Point place) {
        int at = 6 * i;
        return place.metresTo(
                Math.clamp(place.x(), box[at], box[at + 3]),
                Math.clamp(place.y(), box[at + 1], box[at + 4]),
                Math.clamp(place.z(), box[at + 2], box[at + 5]));
    }
}
