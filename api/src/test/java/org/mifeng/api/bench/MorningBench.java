package org.mifeng.api.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.mifeng.api.bench.morning.MorningReport;
import org.mifeng.api.bench.morning.MorningSettings;
import org.mifeng.api.bench.morning.Mornings;
import org.mifeng.api.bench.morning.Spreading;
import org.mifeng.api.launch.ProgressBar;

/** A morning's crowd at six kiosks: does spreading fill openings, and what does it cost? (F3) */
final class MorningBench implements Benchmark {
    private static final Option<Integer> POSTS = Option.number(
            "--posts", 450_000, 1_000, 10_000_000, "how many posts the whole district has, open and closed");
    private static final Option<Integer> SEEKERS =
            Option.number("--seekers", 2_000, 10, 10_000, "how many people come in a morning");
    private static final Option<Integer> OPENINGS = Option.number(
            "--openings", 100, 1, 1_000, "openings for every hundred people, as far as the district has them");
    private static final Option<Integer> MORNINGS = Option.number("--mornings", 3, 1, 100, "how many mornings");
    private static final Option<Integer> SEED =
            Option.number("--seed", 1, 0, 999_999_999, "of the first morning; the same seed plays the same morning");
    private static final Option<Integer> HOLD = Option.number(
            "--hold", 15, 1, 600, "minutes that an application keeps its opening, beyond the person's own way");
    private static final Option<Integer> APPEAL = Option.number(
            "--appeal", 60, 1, 100, "of a hundred jobs that fit a person, how many please; no profile says which");
    private static final Option<List<Spreading>> TRY = new Option<>(
            "--try",
            "W/V,...",
            "",
            "also try this spread width with this weight of vacancy, such as 0.02/0.04",
            MorningBench::spreadings);

    private static List<Spreading> spreadings(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.matches("0(\\.\\d+)?/0(\\.\\d+)?(,0(\\.\\d+)?/0(\\.\\d+)?)*")) {
            throw new UsageException("--try must be widths and weights such as 0.02/0.04,0.03/0.04");
        }
        return Arrays.stream(value.split(",", -1))
                .map(pair -> new Spreading(
                        Double.parseDouble(pair.substring(0, pair.indexOf('/'))),
                        Double.parseDouble(pair.substring(pair.indexOf('/') + 1))))
                .toList();
    }

    @Override
    public String name() {
        return "morning";
    }

    @Override
    public String summary() {
        return """
                Plays mornings at the market: people queue at six kiosks from half past four, look down their lists, take jobs,
                hold places, walk there; places fill up and holds run out, and the index follows. Compares lists without
                spreading, ours, ours below a job planned from all profiles, and the optimal assignment. docs/design/morning.md says what is assumed.""";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(POSTS, SEEKERS, OPENINGS, MORNINGS, SEED, HOLD, APPEAL, TRY, Option.DATA);
    }

    @Override
    public Finding run(Settings settings) throws IOException {
        MorningSettings morning = new MorningSettings(
                settings.get(POSTS),
                settings.get(SEEKERS),
                settings.get(OPENINGS),
                settings.get(MORNINGS),
                settings.get(SEED),
                settings.get(HOLD),
                settings.get(APPEAL),
                settings.get(TRY));
        try (ProgressBar progress = Progress.of("Playing", Mornings.parts(morning))) {
            MorningReport report = Mornings.play(morning, settings.get(Option.DATA), () -> progress.advance(1));
            return new Finding(report.table(), report.json(), true);
        }
    }
}
