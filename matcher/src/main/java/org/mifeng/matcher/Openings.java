package org.mifeng.matcher;

/**
 * How many people a post wants, and how many are after the places.
 *
 * @param total how many are wanted altogether, 1 to 10,000
 * @param left how many are still wanted, 0 to {@code total}
 * @param applicants people who hold one of the places left or have applied for one, 0 to 1,000,000
 */
public record Openings(int total, int left, int applicants) {
    private static final int MOST_APPLICANTS = 1_000_000;

    /** @throws InvalidFieldException if a number is out of range */
    public Openings {
        InvalidFieldException.check(total >= 1 && total <= 10_000, "openings", "must be 1 to 10000");
        InvalidFieldException.check(left >= 0 && left <= total, "openingsLeft", "must be 0 to openings");
        InvalidFieldException.check(
                applicants >= 0 && applicants <= MOST_APPLICANTS, "applicants", "must be 0 to 1000000");
    }

    /** The share of places left among all who want one, in percent: 100 if nobody is after them, 50 if as many as places. */
    public int vacancyPercent() {
        return left == 0 ? 0 : 100 * left / (left + applicants);
    }
}
