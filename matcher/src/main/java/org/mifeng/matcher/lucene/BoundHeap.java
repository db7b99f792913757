package org.mifeng.matcher.lucene;

import java.util.Arrays;

/** A heap of stretches of posts, the best bound on top. Reused from query to query. */
final class BoundHeap {
    private double[] bound = new double[1024];
    private long[] item = new long[1024];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    double topBound() {
        return bound[0];
    }

    void push(double itemBound, long newItem) {
        if (size == bound.length) {
            bound = Arrays.copyOf(bound, size * 2);
            item = Arrays.copyOf(item, size * 2);
        }
        int at = size++;
        while (at > 0 && bound[(at - 1) / 2] < itemBound) {
            bound[at] = bound[(at - 1) / 2];
            item[at] = item[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        bound[at] = itemBound;
        item[at] = newItem;
    }

    long pop() {
        long top = item[0];
        size--;
        double lastBound = bound[size];
        long last = item[size];
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && bound[child + 1] > bound[child]) {
                child++;
            }
            if (bound[child] <= lastBound) {
                break;
            }
            bound[at] = bound[child];
            item[at] = item[child];
            at = child;
        }
        bound[at] = lastBound;
        item[at] = last;
        return top;
    }
}
