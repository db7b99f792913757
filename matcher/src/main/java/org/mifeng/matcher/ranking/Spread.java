package org.mifeng.matcher.ranking;

/**
 * Shuffles near-equals in proportion to the places left (F3): each post draws a number from 0 to 1 by the method of
 * Efraimidis and Spirakis (2006), {@code u^(1/places)}, so that among equals a post with twice the places comes first
 * twice as often. A pure function of seed and post: the same question has the same answer on every node.
 */
final class Spread {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final double UNIT = 0x1.0p-53;
    /** More places than a morning's seekers for one trade weigh no more. */
    private static final int MOST_PLACES = 64;

    private Spread() {}

    /** The draw, 0 to 1, not falling with the places. {@link StrictMath}, for the same bits on every machine. */
    static double draw(long seed, long postId, int placesLeft) {
        double uniform = (mix(seed ^ postId * GOLDEN) >>> 11) * UNIT;
        return StrictMath.pow(uniform, 1.0 / Math.clamp(placesLeft, 1, MOST_PLACES));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
