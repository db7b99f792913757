package org.mifeng.api.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mifeng.api.launch.ProgressBar;

/**
 * Asks every engine the same questions, interleaved so that heat, garbage and neighbours hit all alike. The first round
 * warms up and is not counted.
 *
 * @param <Q> a question
 */
final class Race<Q> {
    private final List<Engine<Q>> engines;
    private final Map<Engine<Q>, List<Samples>> rounds = new LinkedHashMap<>();
    private final Map<Engine<Q>, int[]> same = new LinkedHashMap<>();

    /** @param engines the first is ours, the second the oracle */
    Race(List<Engine<Q>> engines) {
        this.engines = engines;
        for (Engine<Q> engine : engines) {
            rounds.put(engine, new ArrayList<>());
            same.put(engine, new int[2]);
        }
    }

    /** One round of warming up, then the counted ones. */
    void run(List<Q> questions, int counted) throws Exception {
        try (ProgressBar progress = Progress.of("Asking", (1L + counted) * questions.size())) {
            for (int round = 0; round <= counted; round++) {
                round(questions, round > 0, progress);
            }
        }
    }

    void round(List<Q> questions, boolean counts, ProgressBar progress) throws Exception {
        Map<Engine<Q>, Samples> samples = new LinkedHashMap<>();
        engines.forEach(engine -> samples.put(engine, new Samples()));
        for (int i = 0; i < questions.size(); i++) {
            ask(questions.get(i), i, samples);
            progress.advance(1);
        }
        if (counts) {
            samples.forEach((engine, taken) -> of(rounds, engine).add(taken));
        }
    }

    private void ask(Q question, int number, Map<Engine<Q>, Samples> samples) throws Exception {
        List<Long> expected = List.of();
        // ours and the oracle change places, so that neither always finds warm caches
        for (int turn = 0; turn < engines.size(); turn++) {
            Engine<Q> engine = engines.get(number % 2 == 0 || turn > 1 ? turn : 1 - turn);
            if (number % engine.oneIn() != 0) {
                continue;
            }
            long start = System.nanoTime();
            List<Long> found = engine.ask().best(question);
            of(samples, engine).add(System.nanoTime() - start);
            if (turn == 0) {
                expected = found;
            }
            of(same, engine)[0] += found.equals(expected) ? 1 : 0;
            of(same, engine)[1]++;
        }
    }

    List<RaceReport.Line> lines() {
        List<RaceReport.Line> lines = new ArrayList<>();
        for (Engine<Q> engine : engines) {
            List<Samples> taken = of(rounds, engine);
            lines.add(new RaceReport.Line(
                    engine.name(),
                    taken.stream().mapToInt(Samples::size).sum(),
                    median(taken.stream().mapToDouble(s -> s.millisAt(0.5)).toArray()),
                    median(taken.stream().mapToDouble(s -> s.millisAt(0.99)).toArray()),
                    taken.stream().mapToDouble(s -> s.millisAt(0.5)).min().orElseThrow(),
                    taken.stream().mapToDouble(s -> s.millisAt(0.5)).max().orElseThrow(),
                    median(taken.stream().mapToDouble(Samples::perSecond).toArray()),
                    (double) of(same, engine)[0] / of(same, engine)[1]));
        }
        return lines;
    }

    private static <K extends Engine<?>, V> V of(Map<K, V> map, K engine) {
        return Objects.requireNonNull(map.get(engine), engine::name);
    }

    static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    boolean listsEqual() {
        return engines.stream().filter(Engine::exact).allMatch(engine -> of(same, engine)[0] == of(same, engine)[1]);
    }
}
