package org.mifeng.matcher.ranking;

import org.mifeng.matcher.Part;

/**
 * How much each part counts. Together they make 1, so that a score lies from 0 to 1 whatever the model.
 *
 * @param occupation of {@link Part#OCCUPATION}
 * @param text of {@link Part#TEXT}
 * @param proximity of {@link Part#PROXIMITY}
 * @param pay of {@link Part#PAY}
 * @param settlement of {@link Part#SETTLEMENT}
 * @param freshness of {@link Part#FRESHNESS}
 */
public record Weights(
        double occupation, double text, double proximity, double pay, double settlement, double freshness) {
    private static final double ROUNDING = 1e-9;

    /** @throws IllegalArgumentException if a weight lies outside 0 to 1 or their sum is not 1 */
    public Weights {
        double sum = 0;
        for (double weight : new double[] {occupation, text, proximity, pay, settlement, freshness}) {
            if (!(weight >= 0 && weight <= 1)) {
                throw new IllegalArgumentException("a weight must be 0 to 1 but is " + weight);
            }
            sum += weight;
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
            case SETTLEMENT -> settlement;
            case FRESHNESS -> freshness;
        };
    }
}
