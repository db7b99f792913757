package org.mifeng.matcher.ranking;

import org.mifeng.matcher.Part;

/**
 * How much each part counts. Together they make 1, so that a score lies from 0 to 1 whatever the model.
 *
 * @param occupation of {@link Part#OCCUPATION}
 * @param text of {@link Part#TEXT}
 * @param proximity of {@link Part#PROXIMITY}
 * @param pay of {@link Part#PAY}
 * @param time of {@link Part#TIME}
 * @param settlement of {@link Part#SETTLEMENT}
 * @param freshness of {@link Part#FRESHNESS}
 * @param vacancy of {@link Part#VACANCY}
 * @param trust of {@link Part#TRUST}
 * @param helpFirst of {@link Part#HELP_FIRST}, at most 0.02: it decides among equals, never against fitness
 * @param history of {@link Part#HISTORY}
 */
public record Weights(
        double occupation,
        double text,
        double proximity,
        double pay,
        double time,
        double settlement,
        double freshness,
        double vacancy,
        double trust,
        double helpFirst,
        double history) {
    private static final double ROUNDING = 1e-9;
    private static final double MOST_HELP = 0.02;

    /** @throws IllegalArgumentException if a weight lies outside 0 to 1, help first above 0.02, or their sum is not 1 */
    public Weights {
        double sum = 0;
        for (double weight : new double[] {
            occupation, text, proximity, pay, time, settlement, freshness, vacancy, trust, helpFirst, history
        }) {
            if (!(weight >= 0 && weight <= 1)) {
                throw new IllegalArgumentException("a weight must be 0 to 1 but is " + weight);
            }
            sum += weight;
        }
        if (helpFirst > MOST_HELP) {
            throw new IllegalArgumentException("help first must be at most " + MOST_HELP + " but is " + helpFirst);
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("weights must make 1 but make " + sum);
        }
    }

    /** The weight of a part. */
    public double of(Part part) {
        return switch (part) {
            case OCCUPATION -> occupation;
            case TEXT -> text;
            case PROXIMITY -> proximity;
            case PAY -> pay;
            case TIME -> time;
            case SETTLEMENT -> settlement;
            case FRESHNESS -> freshness;
            case VACANCY -> vacancy;
            case TRUST -> trust;
            case HELP_FIRST -> helpFirst;
            case HISTORY -> history;
        };
    }

    /**
     * The score of these values, each 0 to 1. The one place where parts are added: bounds and scores, of posts for a
     * seeker and of seekers for a post, agree to the last bit because they are this sum.
     */
    double sum(
            double occupationValue,
            double textValue,
            double proximityValue,
            double payValue,
            double timeValue,
            double settlementValue,
            double freshnessValue,
            double vacancyValue,
            double trustValue,
            double helpFirstValue,
            double historyValue) {
        return occupation * occupationValue
                + text * textValue
                + proximity * proximityValue
                + pay * payValue
                + time * timeValue
                + settlement * settlementValue
                + freshness * freshnessValue
                + vacancy * vacancyValue
                + trust * trustValue
                + helpFirst * helpFirstValue
                + history * historyValue;
    }
}
