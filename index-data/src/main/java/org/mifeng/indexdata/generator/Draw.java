package org.mifeng.indexdata.generator;

import java.util.List;

/**
 * The randomness of one record: a SplitMix64 sequence (Steele, Lea, Flood 2014) that begins where seed, kind and number
 * of the record say. Own code, because the JDK does not promise that its generators keep their sequences, and whole
 * numbers wherever possible, so that every machine draws the same.
 */
final class Draw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long seed, Kind kind, long number) {
        state = start(seed, kind) + mix(number * GOLDEN_GAMMA);
    }

    /** What a record is; records of different kinds share no randomness. */
    enum Kind {
        EMPLOYER(0x4D1F_0001L),
        JOB_POST(0x4D1F_0002L),
        SEEKER(0x4D1F_0003L),
        BIRTH_DATE(0x4D1F_0004L);

        private final long salt;

        Kind(long salt) {
            this.salt = salt;
        }
    }

    /** Where the records of a kind begin. */
    static long start(long seed, Kind kind) {
        return mix(mix(seed) ^ (kind.salt * GOLDEN_GAMMA));
    }

    /** A bijection that spreads every bit (variant 13 of Stafford). */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True in {@code percent} of 100 cases. */
    boolean percent(int percent) {
        return below(100) < percent;
    }

    <T> T of(List<T> items) {
        return items.get(below(items.size()));
    }

    String of(String[] items) {
        return items[below(items.length)];
    }

    /**
     * Nearly a standard normal number: the sum of twelve uniform ones of 21 bits (Irwin and Hall), from -6 to 6. Enough
     * for pay and places, and free of functions that differ between machines.
     */
    double normal() {
        long sum = 0;
        for (int i = 0; i < 4; i++) {
            long bits = next();
            sum += (bits & 0x1FFFFF) + (bits >>> 21 & 0x1FFFFF) + (bits >>> 42 & 0x1FFFFF);
        }
        return sum / (double) 0x1FFFFF - 6;
    }
}
