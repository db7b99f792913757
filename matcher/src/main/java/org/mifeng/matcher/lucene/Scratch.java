package org.mifeng.matcher.lucene;

import java.util.Arrays;

/**
 * Memory that a walk borrows and gives back: one text sum for each open post of all segments, zero between walks, and
 * one text bound for each range.
 */
final class Scratch {
    final BoundHeap heap = new BoundHeap();
    int[] sums = new int[0];
    int[] rangeBounds = new int[0];

    void prepare(int posts, int ranges) {
        heap.clear();
        if (sums.length < posts) {
            sums = new int[posts + posts / 8];
        }
        if (rangeBounds.length < ranges) {
            rangeBounds = new int[ranges + ranges / 8];
        }
        Arrays.fill(rangeBounds, 0, ranges, 0);
    }
}
