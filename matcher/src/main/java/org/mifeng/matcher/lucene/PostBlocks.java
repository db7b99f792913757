package org.mifeng.matcher.lucene;

import java.util.ArrayList;
import java.util.List;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.ranking.PostFilter;
import org.mifeng.matcher.ranking.PostSigns;

/**
 * A segment's open posts cut into stretches of neighbouring documents of one occupation, each with the best value of
 * every fact in it. Ranges hold at most {@link #RANGE_POSTS}, blocks at most {@link #BLOCK_POSTS}.
 */
final class PostBlocks {
    /** Small enough to skip precisely, large enough that its bound costs little beside its posts. */
    static final int BLOCK_POSTS = 32;

    /** A range is opened as a whole: as many blocks as an int has bits, see {@link PostTerms#blocksOf}. */
    static final int RANGE_POSTS = Integer.SIZE * BLOCK_POSTS;

    /** The stretches: {@code from[i]} to {@code from[i + 1]}, exclusive. */
    final int[] from;
    /** The one occupation of each, by ordinal: beside the others, for looking into a post's row would miss the cache. */
    final int[] occupation;

    final int[] maxFenPerHour;
    final long[] maxValidUntil;
    final byte[] welcomes;
    /** Slots of any post of the stretch; none if a post states none, for that suits at any time. */
    final int[] slots;
    /** Certificates that every post of the stretch demands: who lacks one need not look into it. */
    final long[] certificatesOfAll;

    /** {@link PostSigns} that any post of the stretch has, and those that all have. */
    final int[] signsOfAny;

    final int[] signsOfAll;
    /** {@link PostFilter#townBit} of every post of the stretch. */
    final long[] townBits;
    /** When the newest post of the stretch was posted, seconds since 1970. */
    final long[] newestPosted;

    /** Whether any post of the stretch lifts the distance limit. */
    final boolean[] limitLifted;

    private final float[] box;

    private PostBlocks(PostRows posts, int[] from) {
        int count = from.length - 1;
        this.from = from;
        occupation = new int[count];
        maxFenPerHour = new int[count];
        maxValidUntil = new long[count];
        welcomes = new byte[count];
        slots = new int[count];
        certificatesOfAll = new long[count];
        signsOfAny = new int[count];
        signsOfAll = new int[count];
        townBits = new long[count];
        newestPosted = new long[count];
        limitLifted = new boolean[count];
        box = new float[6 * count];
        for (int i = 0; i < count; i++) {
            summarise(posts, i);
        }
    }

    /** Stretches of at most {@link #RANGE_POSTS} that hold one occupation each. */
    static PostBlocks ranges(PostRows posts) {
        List<Integer> starts = new ArrayList<>();
        for (int doc = 0; doc < posts.count; doc++) {
            if (doc == 0
                    || posts.occupation(doc) != posts.occupation(doc - 1)
                    || doc - starts.getLast() >= RANGE_POSTS) {
                starts.add(doc);
            }
        }
        starts.add(posts.count);
        return new PostBlocks(posts, starts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Stretches of at most {@link #BLOCK_POSTS} that never cross a range. */
    static PostBlocks blocks(PostRows posts, PostBlocks ranges) {
        List<Integer> starts = new ArrayList<>();
        for (int range = 0; range < ranges.count(); range++) {
            for (int doc = ranges.from[range]; doc < ranges.from[range + 1]; doc += BLOCK_POSTS) {
                starts.add(doc);
            }
        }
        starts.add(posts.count);
        return new PostBlocks(posts, starts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Whether the stretch may hold a post that passes the filter. */
    boolean mayPass(int i, PostFilter filter) {
        return filter.mayPass(signsOfAny[i], signsOfAll[i], slots[i], townBits[i], maxFenPerHour[i], newestPosted[i]);
    }

    int count() {
        return from.length - 1;
    }

    long bytes() {
        return (6L * Integer.BYTES + 4L * Long.BYTES + 2 + 6L * Float.BYTES + Integer.BYTES) * count();
    }

    private void summarise(PostRows posts, int i) {
        int at = 6 * i;
        for (int axis = 0; axis < 3; axis++) {
            box[at + axis] = Float.POSITIVE_INFINITY;
            box[at + 3 + axis] = Float.NEGATIVE_INFINITY;
        }
        occupation[i] = posts.occupation(from[i]);
        maxValidUntil[i] = Long.MIN_VALUE;
        certificatesOfAll[i] = -1;
        signsOfAll[i] = -1;
        boolean unstated = false;
        for (int doc = from[i]; doc < from[i + 1]; doc++) {
            maxFenPerHour[i] = Math.max(maxFenPerHour[i], posts.fenPerHour(doc));
            maxValidUntil[i] = Math.max(maxValidUntil[i], posts.validUntil(doc));
            welcomes[i] |= (byte) posts.welcomes(doc);
            slots[i] |= posts.slots(doc);
            unstated |= posts.slots(doc) == 0;
            certificatesOfAll[i] &= posts.certificates(doc);
            signsOfAny[i] |= posts.signs(doc);
            signsOfAll[i] &= posts.signs(doc);
            townBits[i] |= PostFilter.townBit(posts.details().town(doc));
            newestPosted[i] = Math.max(newestPosted[i], posts.details().postedSecond(doc));
            limitLifted[i] |= posts.limitLifted(doc);
            box[at] = Math.min(box[at], posts.x(doc));
            box[at + 1] = Math.min(box[at + 1], posts.y(doc));
            box[at + 2] = Math.min(box[at + 2], posts.z(doc));
            box[at + 3] = Math.max(box[at + 3], posts.x(doc));
            box[at + 4] = Math.max(box[at + 4], posts.y(doc));
            box[at + 5] = Math.max(box[at + 5], posts.z(doc));
        }
        slots[i] = unstated ? 0 : slots[i];
    }

    /**
     * The way to the nearest point of the box around the stretch. Never longer than the way to any of its posts, also
     * in floating point: each axis is clamped exactly, and squares, sums and roots are monotone.
     */
    double metresTo(int i, Coordinates.Point start) {
        int at = 6 * i;
        return start.metresTo(
                Math.clamp(start.x(), box[at], box[at + 3]),
                Math.clamp(start.y(), box[at + 1], box[at + 4]),
                Math.clamp(start.z(), box[at + 2], box[at + 5]));
    }
}
