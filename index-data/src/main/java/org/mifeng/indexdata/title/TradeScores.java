package org.mifeng.indexdata.title;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mifeng.matcher.occupation.OccupationTree;

/** What speaks for each trade, added up. One title's; not shared. */
final class TradeScores {
    /** Doubt that stays when everything speaks for one trade; keeps every confidence below 1. */
    private static final double DOUBT = 0.15;

    private final OccupationTree tree;
    private final double[] scores;

    TradeScores(OccupationTree tree) {
        this.tree = tree;
        scores = new double[tree.trades().size()];
    }

    void add(int trade, double weight) {
        scores[trade] += weight;
    }

    int size() {
        return scores.length;
    }

    double best() {
        return Arrays.stream(scores).max().orElse(0);
    }

    /** The trades with the highest scores; equal ones in the order of their codes. */
    List<TradeGuess> guesses(int most) {
        double sum = DOUBT;
        int[] first = new int[most];
        int found = 0;
        for (int trade = 0; trade < scores.length; trade++) {
            double score = scores[trade];
            if (score <= 0) {
                continue;
            }
            sum += score;
            int at = found;
            while (at > 0 && scores[first[at - 1]] < score) {
                at--;
            }
            if (at < most) {
                found = Math.min(found + 1, most);
                System.arraycopy(first, at, first, at + 1, found - 1 - at);
                first[at] = trade;
            }
        }
        List<TradeGuess> guesses = new ArrayList<>(found);
        for (int i = 0; i < found; i++) {
            guesses.add(new TradeGuess(tree.trades().get(first[i]).code(), scores[first[i]] / sum));
        }
        return guesses;
    }
}
