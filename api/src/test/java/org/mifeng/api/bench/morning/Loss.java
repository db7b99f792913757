package org.mifeng.api.bench.morning;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What lists lose of their sum of scores against the best at the same moment. */
final class Loss {
    private final int places;
    private double sum;
    private double worst;
    private int lists;

    /** @param places of the list that count, from the top */
    Loss(int places) {
        this.places = places;
    }

    void add(List<Long> shown, List<Long> best, ToDoubleFunction<Long> score) {
        double most = best.stream().limit(places).mapToDouble(score).sum();
        if (most > 0) {
            double lost =
                    100 * (1 - shown.stream().limit(places).mapToDouble(score).sum() / most);
            sum += lost;
            worst = Math.max(worst, lost);
            lists++;
        }
    }

    double meanPercent() {
        return lists == 0 ? 0 : sum / lists;
    }

    double worstPercent() {
        return worst;
    }
}
