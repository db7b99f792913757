package org.mifeng.matcher.lucene;

/** Memory that a walk over seekers borrows and gives back: the impact of each term of all segments, zero between walks. */
final class SeekerScratch {
    final BoundHeap heap = new BoundHeap();
    int[] impacts = new int[0];

    void prepare(int terms) {
        heap.clear();
        if (impacts.length < terms) {
            impacts = new int[terms + terms / 8];
        }
    }
}
