package org.mifeng.indexdata.generator;

/**
 * How much to make.
 *
 * @param employers {@link #FEWEST_EMPLOYERS} to 1,000,000
 * @param jobPosts 0 to 10,000,000
 * @param seekers 0 to 10,000,000: more would not fit into distinct birth dates and sequence numbers
 */
public record Scale(int employers, int jobPosts, int seekers) {
    /** Fewer employers could not cover every sector of trades. */
    public static final int FEWEST_EMPLOYERS = 20;

    /** One district: Jining. */
    public static final Scale FULL = new Scale(9_000, 450_000, 780_000);

    /** Enough to try everything out in seconds. */
    public static final Scale SMALL = new Scale(600, 20_000, 30_000);

    /** @throws IllegalArgumentException if a number is out of range */
    public Scale {
        check(employers, FEWEST_EMPLOYERS, 1_000_000, "employers");
        check(jobPosts, 0, 10_000_000, "jobPosts");
        check(seekers, 0, 10_000_000, "seekers");
    }

    private static void check(int value, int least, int most, String field) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " must be " + least + " to " + most + " but is " + value);
        }
    }
}
