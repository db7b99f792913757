package org.mifeng.api.bench.morning;

/**
 * Numbers for spreading to try.
 *
 * @param width see {@link org.mifeng.matcher.ranking.RankingModel#spreadWidth}
 * @param vacancy the weight of {@link org.mifeng.matcher.Part#VACANCY}, 0 to 1
 */
public record Spreading(double width, double vacancy) {}
