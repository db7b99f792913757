package org.mifeng.matcher;

import java.util.OptionalInt;

/**
 * What is known of how an employer treats people: the facts behind {@link Part#TRUST}.
 *
 * @param verified whether the employer is verified now (P15)
 * @param paidOnTimePercent how often pay came on time, 0 to 100; empty if not known yet
 * @param answeredPercent how often applications were answered within a day, 0 to 100; empty if not known yet
 * @param openComplaints complaints that are not settled, not negative
 */
public record EmployerConduct(
        boolean verified, OptionalInt paidOnTimePercent, OptionalInt answeredPercent, int openComplaints) {
    /** Nothing known, not verified. */
    public static final EmployerConduct UNKNOWN =
            new EmployerConduct(false, OptionalInt.empty(), OptionalInt.empty(), 0);

    /** Between a bad record and a good one, so that a new employer gets a chance. */
    private static final int UNKNOWN_PERCENT = 60;

    private static final int VERIFIED_WEIGHT = 30;
    private static final int PAY_WEIGHT = 45;
    private static final int ANSWER_WEIGHT = 25;

    /** @throws InvalidFieldException if a number is out of range */
    public EmployerConduct {
        InvalidFieldException.check(isPercent(paidOnTimePercent), "paidOnTimePercent", "must be 0 to 100");
        InvalidFieldException.check(isPercent(answeredPercent), "answeredPercent", "must be 0 to 100");
        InvalidFieldException.check(openComplaints >= 0, "openComplaints", "must not be negative");
    }

    private static boolean isPercent(OptionalInt value) {
        return value.isEmpty() || (value.getAsInt() >= 0 && value.getAsInt() <= 100);
    }

    /**
     * How far the employer can be trusted, 0 to 100: 30 for being verified, 45 for paying on time, 25 for answering,
     * divided by one more than the open complaints. Pay weighs most because unpaid wages are what people complain of first.
     */
    public int trustPercent() {
        int points = (verified ? VERIFIED_WEIGHT * 100 : 0)
                + PAY_WEIGHT * paidOnTimePercent.orElse(UNKNOWN_PERCENT)
                + ANSWER_WEIGHT * answeredPercent.orElse(UNKNOWN_PERCENT);
        return points / 100 / (1 + openComplaints);
    }
}
