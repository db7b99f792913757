package org.mifeng.api.bench.morning;

/**
 * How a morning ended.
 *
 * @param filled openings with somebody in them
 * @param fit the mean score of the jobs of those who got one
 * @param fitLost the mean of what that is below the best that the index had for the same person at arrival
 * @param lossOf10 what the first ten of a list lose of their sum of scores against the ten best at that moment, mean, percent
 * @param lossOf20 the same of twenty
 * @param worstLossOf10 the most that one list lost, percent
 * @param worstLossOf20 the same of twenty
 * @param gini of the times that each opening was on a page
 * @param walksInVain people who stood at a gate where no place was left
 * @param without people who went from the kiosk without a job
 * @param nothingLeft those of them for whom no post was left that met their wishes
 * @param runOut holds that ran out
 * @param waitMinutes mean time in line
 * @param longestWaitMinutes the longest
 */
public record Outcome(
        int filled,
        double fit,
        double fitLost,
        double lossOf10,
        double lossOf20,
        double worstLossOf10,
        double worstLossOf20,
        double gini,
        int walksInVain,
        int without,
        int nothingLeft,
        int runOut,
        double waitMinutes,
        double longestWaitMinutes) {}
