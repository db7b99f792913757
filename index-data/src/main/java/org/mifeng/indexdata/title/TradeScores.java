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
        for (double score : scores) {
            sum += score;
        }
        List<TradeGuess> guesses = new ArrayList<>(most);
        boolean[] taken = new boolean[scores.length];
        while (guesses.size() < most) {
            int best = -1;
            for (int i = 0; i < scores.length; i++) {
                if (!taken[i] && scores[i] > 0 && (best < 0 || scores[i] > scores[best])) {
                    best = i;
                }
            }
            if (best < 0) {
                break;
            }
            taken[best] = true;
            guesses.add(new TradeGuess(tree.trades().get(best).code(), scores[best] / sum));
        }
        return guesses;
    }
}
