package org.mifeng.api.bench.morning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several mornings, each played under every policy with the same posts, people and draws. */
public final class Mornings {
    private Mornings() {}

    /** How many parts {@link #play} has. */
    public static int parts(MorningSettings settings) {
        return settings.mornings() * (1 + policies(settings).size());
    }

    /**
     * Plays.
     *
     * @param data where indexes are kept while they are needed
     * @param part told when each part is done
     */
    public static MorningReport play(MorningSettings settings, Path data, Runnable part) throws IOException {
        MorningMarket.District district = new MorningMarket.District(settings.posts());
        Habits habits = settings.habits();
        List<MorningReport.Optimum> optima = new ArrayList<>();
        Map<Policy, List<Outcome>> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < settings.mornings(); i++) {
            MorningMarket market =
                    district.morning(settings.seed() + i, settings.seekers(), settings.openingsPercent(), habits);
            Suiting suiting = Suiting.of(market, data);
            optima.add(MorningReport.Optimum.of(market, suiting));
            part.run();
            for (Policy policy : policies(settings)) {
                outcomes.computeIfAbsent(policy, none -> new ArrayList<>())
                        .add(MorningRun.of(market, suiting, habits, policy, data));
                part.run();
            }
        }
        return new MorningReport(
                settings,
                optima,
                outcomes.entrySet().stream()
                        .map(entry -> new MorningReport.Line(entry.getKey().name(), entry.getValue()))
                        .toList());
    }

    private static List<Policy> policies(MorningSettings settings) {
        return Stream.concat(
                        Stream.of(Policy.NO_SPREADING, Policy.OURS, Policy.PLANNED),
                        settings.tried().stream().map(Policy::of))
                .collect(Collectors.toList());
    }
}
