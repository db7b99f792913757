package org.mifeng.api.bench.morning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How the mornings ended.
 *
 * @param settings what was played
 * @param optima of each morning
 * @param lines one for each policy
 */
public record MorningReport(MorningSettings settings, List<Optimum> optima, List<Line> lines) {
    private static final double PERCENT = 100;

    /** Copies the lists. */
    public MorningReport {
        optima = List.copyOf(optima);
        lines = List.copyOf(lines);
    }

    /**
     * The best that could have been done in a morning.
     *
     * @param posts how many
     * @param openings of all posts together
     * @param filled by the optimal assignment
     * @param fit the mean score of the assigned
     * @param crowdedPercent the share of people whose first wish has fewer openings than people
     */
    public record Optimum(int posts, int openings, int filled, double fit, double crowdedPercent) {
        static Optimum of(MorningMarket market, Suiting suiting) {
            Assignment best = Assignment.best(market, suiting);
            return new Optimum(
                    market.posts().size(),
                    market.openings(),
                    best.filled(),
                    best.score() / Math.max(1, best.filled()),
                    PERCENT * market.crowdedShare());
        }
    }

    /**
     * One policy.
     *
     * @param policy its name
     * @param outcomes one for each morning
     */
    public record Line(String policy, List<Outcome> outcomes) {
        /** Copies the list. */
        public Line {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** A number of each morning. */
    private record Column(String title, String key, ToDoubleFunction<Outcome> number) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("openings filled", "filled", Outcome::filled),
            new Column("fit of the jobs taken", "fit", Outcome::fit),
            new Column("below own best at arrival", "fit_lost", Outcome::fitLost),
            new Column("first 10 lose, %", "loss_of_10_percent", Outcome::lossOf10),
            new Column("first 20 lose, %", "loss_of_20_percent", Outcome::lossOf20),
            new Column("worst first 10, %", "worst_loss_of_10_percent", Outcome::worstLossOf10),
            new Column("worst first 20, %", "worst_loss_of_20_percent", Outcome::worstLossOf20),
            new Column("Gini of impressions", "gini", Outcome::gini),
            new Column("walks in vain", "walks_in_vain", Outcome::walksInVain),
            new Column("left without a job", "without_job", Outcome::without),
            new Column("  nothing was left", "nothing_left", Outcome::nothingLeft),
            new Column("holds that ran out", "holds_run_out", Outcome::runOut),
            new Column("minutes in line", "wait_minutes", Outcome::waitMinutes),
            new Column("longest in line", "longest_wait_minutes", Outcome::longestWaitMinutes));

    /** For the screen: a column for each policy, medians with lowest and highest. */
    public String table() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d people, six kiosks; %s posts with %s openings; %d mornings from seed %d; holds of the way and %d minutes%n",
                settings.seekers(),
                range(optima.stream().mapToDouble(Optimum::posts).toArray(), "%.0f"),
                range(optima.stream().mapToDouble(Optimum::openings).toArray(), "%.0f"),
                settings.mornings(),
                settings.seed(),
                settings.holdMinutes()));
        text.append(String.format(
                Locale.ROOT,
                "first wish crowded for %s %% of the people%n",
                range(optima.stream().mapToDouble(Optimum::crowdedPercent).toArray(), "%.0f")));
        text.append(String.format(
                Locale.ROOT,
                "optimal assignment: %s filled, fit %s%n%n",
                range(optima.stream().mapToDouble(Optimum::filled).toArray(), "%.0f"),
                range(optima.stream().mapToDouble(Optimum::fit).toArray(), "%.3f")));
        text.append(String.format(Locale.ROOT, "%-26s", ""));
        lines.forEach(line -> text.append(String.format(Locale.ROOT, " %23s", line.policy())));
        text.append(String.format(Locale.ROOT, "%n%-26s", "share of the optimum, %"));
        lines.forEach(line -> text.append(String.format(Locale.ROOT, " %23s", range(shares(line), "%.1f"))));
        text.append(String.format(Locale.ROOT, "%n%-26s", "share of the plan, %"));
        lines.forEach(line -> text.append(String.format(Locale.ROOT, " %23s", range(sharesOfPlan(line), "%.1f"))));
        for (Column column : COLUMNS) {
            text.append(String.format(Locale.ROOT, "%n%-26s", column.title()));
            for (Line line : lines) {
                double[] numbers =
                        line.outcomes().stream().mapToDouble(column.number()).toArray();
                boolean whole = IntStream.range(0, numbers.length).allMatch(i -> numbers[i] == Math.rint(numbers[i]));
                text.append(String.format(Locale.ROOT, " %23s", range(numbers, whole ? "%.0f" : "%.3f")));
            }
        }
        return text.append(System.lineSeparator()).toString();
    }

    /** One object for a file. */
    public Map<String, ?> json() {
        Map<String, Object> policies = new LinkedHashMap<>();
        for (Line line : lines) {
            Map<String, Object> numbers = new LinkedHashMap<>();
            numbers.put("share_of_optimum_percent", shares(line));
            numbers.put("share_of_plan_percent", sharesOfPlan(line));
            COLUMNS.forEach(column -> numbers.put(
                    column.key(),
                    line.outcomes().stream().mapToDouble(column.number()).toArray()));
            policies.put(line.policy(), numbers);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seekers", settings.seekers());
        json.put("openings_percent", settings.openingsPercent());
        json.put("hold_minutes", settings.holdMinutes());
        json.put("seed", settings.seed());
        json.put("posts", optima.stream().map(Optimum::posts).toList());
        json.put("openings", optima.stream().map(Optimum::openings).toList());
        json.put("optimum_filled", optima.stream().map(Optimum::filled).toList());
        json.put("optimum_fit", optima.stream().map(Optimum::fit).toList());
        json.put("crowded_percent", optima.stream().map(Optimum::crowdedPercent).toList());
        json.put("policies", policies);
        return json;
    }

    private double[] shares(Line line) {
        return shares(line, optima.stream().mapToInt(Optimum::filled).toArray());
    }

    private double[] sharesOfPlan(Line line) {
        Line planned = lines.stream()
                .filter(other -> other.policy().equals(Policy.PLANNED.name()))
                .findFirst()
                .orElseThrow();
        return shares(
                line, planned.outcomes().stream().mapToInt(Outcome::filled).toArray());
    }

    /** What the policy filled of what was filled otherwise, morning by morning, percent. */
    private static double[] shares(Line line, int[] filled) {
        return IntStream.range(0, filled.length)
                .mapToDouble(i -> PERCENT * line.outcomes().get(i).filled() / Math.max(1, filled[i]))
                .toArray();
    }

    private static String range(double[] numbers, String format) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        String median = String.format(Locale.ROOT, format, sorted[sorted.length / 2]);
        String low = String.format(Locale.ROOT, format, sorted[0]);
        String high = String.format(Locale.ROOT, format, sorted[sorted.length - 1]);
        return low.equals(high) ? median : median + " (" + low + "-" + high + ")";
    }
}
