package org.mifeng.api.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.matcher.lucene.ColumnarScan;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.CandidateView;

/** The same questions to markets of different sizes, round by round in one process. */
final class ScaleBench implements Benchmark {
    private static final Option<List<Integer>> POSTS =
            Option.numbers("--posts", "45000,450000,2000000", 1_000, 10_000_000, "the sizes, rising");
    private static final Option<Integer> ROUNDS =
            Option.number("--rounds", 3, 1, 100, "counted rounds after one of warming up");

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String summary() {
        return """
                Asks the walk and the oracle the same questions at several sizes of the same market, without a database. Says how
                the median grows from size to size, also reckoned for ten times as many posts. The first run builds the
                indexes, which takes minutes for millions of posts.""";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(POSTS, Option.QUESTIONS, ROUNDS, Option.DATA);
    }

    /** One size in the race. */
    private record Contest(Market market, LuceneCandidateIndex index, CandidateView view, Race<RankingQuery> race) {
        static Contest open(Market market) {
            LuceneCandidateIndex index = LuceneCandidateIndex.open(market.index(), Market.TREE);
            CandidateView view = index.acquire();
            ColumnarScan scan = new ColumnarScan(view);
            Race<RankingQuery> race = new Race<>(List.of(
                    new Engine<>("ours", 1, true, query -> MatchBench.ids(view.best(query))),
                    new Engine<>("oracle", 1, true, query -> MatchBench.ids(scan.best(query)))));
            return new Contest(market, index, view, race);
        }

        RaceReport report() {
            return RaceReport.of(market.posts(), view.size(), race);
        }
    }

    @Override
    public Finding run(Settings settings) throws Exception {
        int questions = settings.get(Option.QUESTIONS);
        int rounds = settings.get(ROUNDS);
        List<Contest> contests = new ArrayList<>();
        try {
            for (int posts : settings.get(POSTS)) {
                contests.add(Contest.open(Market.of(settings.get(Option.DATA), "market", posts)));
            }
            List<RankingQuery> queries = contests.getFirst().market().questions(questions);
            try (ProgressBar progress = Progress.of("Asking", (rounds + 1L) * questions * contests.size())) {
                for (int round = 0; round <= rounds; round++) {
                    for (Contest contest : contests) {
                        contest.race().round(queries, round > 0, progress);
                    }
                }
            }
            return finding(contests.stream().map(Contest::report).toList());
        } finally {
            contests.forEach(contest -> contest.index().close());
        }
    }

    private static Finding finding(List<RaceReport> reports) {
        StringBuilder table = new StringBuilder();
        List<Map<String, Object>> growths = new ArrayList<>();
        reports.forEach(report -> table.append(report.table()).append(System.lineSeparator()));
        for (int i = 1; i < reports.size(); i++) {
            RaceReport small = reports.get(i - 1);
            RaceReport large = reports.get(i);
            double factor = (double) large.all() / small.all();
            double growth = large.lines().getFirst().p50Millis()
                    / small.lines().getFirst().p50Millis();
            double perTen = Math.pow(growth, 1 / Math.log10(factor));
            table.append(String.format(
                    Locale.ROOT,
                    "from %,d to %,d posts, %.1fx: p50 %.2fx, which is %.2fx for 10x posts%n",
                    small.all(),
                    large.all(),
                    factor,
                    growth,
                    perTen));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("from_posts", small.all());
            json.put("to_posts", large.all());
            json.put("p50_factor", growth);
            json.put("p50_factor_for_10x", perTen);
            growths.add(json);
        }
        boolean equal = reports.stream().allMatch(RaceReport::listsEqual);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sizes", reports.stream().map(RaceReport::json).toList());
        json.put("growth", growths);
        json.put("lists_equal", equal);
        return new Finding(table.toString(), json, equal);
    }
}
