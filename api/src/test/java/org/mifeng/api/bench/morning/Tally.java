package org.mifeng.api.bench.morning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Counts what happens in a morning. */
final class Tally {
    private static final double MINUTE = 60;

    private final Map<Long, Integer> impressions = new HashMap<>();
    private final Loss lossOf10 = new Loss(10);
    private final Loss lossOf20 = new Loss(20);
    private int hired;
    private double fit;
    private double fitLost;
    private int walksInVain;
    private int without;
    private int nothingLeft;
    private int runOut;
    private long waitedSeconds;
    private int longestSeconds;

    void waited(int seconds) {
        waitedSeconds += seconds;
        longestSeconds = Math.max(longestSeconds, seconds);
    }

    void listed(List<Long> list, List<Long> best, ToDoubleFunction<Long> score) {
        lossOf10.add(list, best, score);
        lossOf20.add(list, best, score);
    }

    void shown(List<Long> page) {
        page.forEach(post -> impressions.merge(post, 1, Integer::sum));
    }

    void leftWithout() {
        without++;
    }

    void nothingLeft() {
        without++;
        nothingLeft++;
    }

    void holdRanOut() {
        runOut++;
    }

    void hired(double score, double best) {
        hired++;
        fit += score;
        fitLost += Math.max(0, best - score);
    }

    void walkedInVain() {
        walksInVain++;
    }

    Outcome outcome(MorningMarket market, Suiting suiting) {
        return new Outcome(
                hired,
                fit / Math.max(1, hired),
                fitLost / Math.max(1, hired),
                lossOf10.meanPercent(),
                lossOf20.meanPercent(),
                lossOf10.worstPercent(),
                lossOf20.worstPercent(),
                Gini.of(market.posts().stream()
                        .filter(post -> suiting.suitsAnybody(post.id()))
                        .map(post -> new Gini.Group(
                                impressions.getOrDefault(post.id(), 0),
                                post.openings().left()))
                        .toList()),
                walksInVain,
                without,
                nothingLeft,
                runOut,
                waitedSeconds / MINUTE / market.people().size(),
                longestSeconds / MINUTE);
    }
}
