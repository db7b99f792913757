package org.mifeng.api.bench;

import java.util.Arrays;

/** Times of single answers, in nanoseconds. */
final class Samples {
    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int size;

    void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = duration;
    }

    int size() {
        return size;
    }

    /** The smallest time that at least this share of the samples does not exceed, milliseconds. */
    double millisAt(double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * size) - 1;
        return sorted[Math.max(0, index)] / NANOS_PER_MILLI;
    }

    double perSecond() {
        return size * 1e9 / Arrays.stream(nanos, 0, size).sum();
    }
}
