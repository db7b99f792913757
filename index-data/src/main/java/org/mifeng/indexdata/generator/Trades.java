package org.mifeng.indexdata.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Aliases;
import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.occupation.OccupationTree;

/** All trades, by frequency and by kinship. */
final class Trades {
    /** Trades closer than this are wished for together. */
    private static final double KIN = 0.4;

    private final List<TradePlan> plans = new ArrayList<>();
    private final Weighted<TradePlan> byFrequency;
    private final Map<OccupationCode, Weighted<TradePlan>> kin = new HashMap<>();

    Trades() {
        Map<OccupationCode, List<Alias>> names = new HashMap<>();
        for (Alias alias : Aliases.all()) {
            names.computeIfAbsent(alias.code(), code -> new ArrayList<>()).add(alias);
        }
        for (Occupation occupation : Occupations.all()) {
            plans.add(new TradePlan(occupation, names.getOrDefault(occupation.code(), List.of())));
        }
        byFrequency = new Weighted<>(plans, plan -> plan.occupation().weight());
        OccupationTree tree = Occupations.tree();
        for (TradePlan plan : plans) {
            kin.put(plan.occupation().code(), kinOf(plan, tree));
        }
    }

    /** The kin of a trade: nearer and more frequent ones more often; the trade itself is not among them. */
    private Weighted<TradePlan> kinOf(TradePlan plan, OccupationTree tree) {
        double[] closeness = tree.closenessTo(List.of(plan.occupation().code()));
        Weighted<TradePlan> relatives = new Weighted<>(plans, other -> {
            double close = closeness[tree.ordinal(other.occupation().code())];
            return close >= KIN && other != plan && other.occupation().weight() > 0
                    ? (int) (close * close * (100 + other.occupation().weight()))
                    : 0;
        });
        return relatives.isEmpty() ? byFrequency : relatives;
    }

    List<TradePlan> all() {
        return plans;
    }

    TradePlan byFrequency(Draw draw) {
        return byFrequency.draw(draw);
    }

    /** A trade that who does this one does too. */
    TradePlan kin(TradePlan plan, Draw draw) {
        Weighted<TradePlan> relatives = kin.get(plan.occupation().code());
        return relatives == null ? plan : relatives.draw(draw);
    }
}
