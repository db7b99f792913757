package org.mifeng.matcher.lucene;

import java.util.Arrays;

/** Memory that a walk borrows and gives back: of each range a text bound, those sought, those opened; one block's sums. */
final class Scratch {
    final BoundHeap heap = new BoundHeap();
    final OpenedRanges opened = new OpenedRanges();
    final int[] sums = new int[PostBlocks.BLOCK_POSTS];
    int[] rangeBounds = new int[0];
    int[] sought = new int[0];

    void prepare(int ranges, int terms) {
        heap.clear();
        opened.clear(terms);
        if (rangeBounds.length < ranges) {
            rangeBounds = new int[ranges + ranges / 8];
            sought = new int[rangeBounds.length];
        }
        Arrays.fill(rangeBounds, 0, ranges, 0);
    }
}
