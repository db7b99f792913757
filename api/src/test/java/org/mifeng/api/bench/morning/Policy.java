package org.mifeng.api.bench.morning;

import java.util.Locale;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.Weights;

/**
 * A way to order the lists.
 *
 * @param name as the report shows it
 * @param model what ranks
 * @param seeded whether near-equals are shuffled for each person
 * @param planned whether each list shows first what a {@link Plan} of the whole morning has for the person
 */
record Policy(String name, RankingModel model, boolean seeded, boolean planned) {
    /** Fit and nothing else: the present model without the part for vacancy. */
    static final RankingModel FIT = model(0, 0);

    static final Policy NO_SPREADING = new Policy("none", FIT, false, false);
    static final Policy OURS = new Policy("ours", RankingModel.CURRENT, true, false);
    static final Policy PLANNED = new Policy("plan", RankingModel.CURRENT, true, true);

    /** The present model with other numbers for spreading; the other weights keep their proportions. */
    static Policy of(Spreading spreading) {
        return new Policy(
                String.format(Locale.ROOT, "%.3f/%.3f", spreading.width(), spreading.vacancy()),
                model(spreading.width(), spreading.vacancy()),
                true,
                false);
    }

    private static RankingModel model(double width, double vacancy) {
        RankingModel current = RankingModel.CURRENT;
        return new RankingModel(
                current.version() + "-" + width + "-" + vacancy,
                weights(current.match(), vacancy),
                weights(current.search(), vacancy),
                weights(current.searchByName(), vacancy),
                current.halfText(),
                current.halfSearchText(),
                current.halfFreshnessDays(),
                width);
    }

    private static Weights weights(Weights from, double vacancy) {
        double scale = (1 - vacancy) / (1 - from.vacancy());
        return new Weights(
                from.occupation() * scale,
                from.text() * scale,
                from.proximity() * scale,
                from.pay() * scale,
                from.time() * scale,
                from.settlement() * scale,
                from.freshness() * scale,
                vacancy,
                from.trust() * scale,
                from.helpFirst() * scale,
                from.history() * scale);
    }
}
