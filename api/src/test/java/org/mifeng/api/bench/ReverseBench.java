package org.mifeng.api.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mifeng.api.operations.BenchDatabase;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.lucene.NaiveSeekers;
import org.mifeng.matcher.lucene.SeekerScan;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.SeekerCandidate;

/** Who of the generated seekers suits generated posts: the walk beside a brute scan and SQL. */
final class ReverseBench implements Benchmark {
    private static final Option<Integer> POSTS =
            Option.number("--posts", 450_000, 1_000, 10_000_000, "how many posts, of which some ask");
    private static final Option<Integer> SEEKERS =
            Option.number("--seekers", 780_000, 1_000, 10_000_000, "how many seekers, active and inactive");
    private static final Option<Integer> QUESTIONS =
            Option.number("--questions", 2_000, 100, 100_000, "how many posts ask");
    private static final Option<Integer> ROUNDS =
            Option.number("--rounds", 5, 1, 100, "counted rounds after one of warming up");
    private static final Option<Boolean> NO_SQL =
            Option.flag("--no-sql", "leave out SQL, and with it the loading of a database");

    @Override
    public String name() {
        return "reverse";
    }

    @Override
    public String summary() {
        return """
                Asks for the fifty seekers who suit each of many open posts best, interleaved in one process, and compares the
                lists:
                  ours    the walk
                  oracle  every active seeker scored on the same columns; must give the same lists
                  naive   FunctionScoreQuery over doc values; scores are float, so a list may differ
                  sql     one statement on the embedded database: LIKE, distance, ORDER BY; asked fewer questions""";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(POSTS, SEEKERS, QUESTIONS, ROUNDS, NO_SQL, Option.DATA);
    }

    @Override
    public Finding run(Settings settings) throws Exception {
        int seekers = settings.get(SEEKERS);
        Market market = Market.of(settings.get(Option.DATA), "reverse-" + seekers, settings.get(POSTS), seekers);
        Path index = market.indexWithSeekers();
        int questions = settings.get(QUESTIONS);
        int rounds = settings.get(ROUNDS);
        if (settings.get(NO_SQL)) {
            return race(market, index, questions, rounds, List.of());
        }
        try (BenchDatabase database = market.database();
                SeekerSqlBaseline sql = new SeekerSqlBaseline(database.address().connect())) {
            Engine<SeekerQuery> engine = new Engine<>("sql", 100, false, sql::best);
            return race(market, index, questions, rounds, List.of(engine));
        }
    }

    private static Finding race(Market market, Path index, int questions, int rounds, List<Engine<SeekerQuery>> more)
            throws Exception {
        try (LuceneCandidateIndex ours = LuceneCandidateIndex.open(index, Market.TREE);
                NaiveSeekers naive = new NaiveSeekers(index);
                CandidateView view = ours.acquire()) {
            SeekerScan scan = new SeekerScan(view);
            List<Engine<SeekerQuery>> engines = new ArrayList<>(List.of(
                    new Engine<>("ours", 1, true, query -> ids(view.bestSeekers(query))),
                    new Engine<>("oracle", 1, true, query -> ids(scan.best(query))),
                    new Engine<>("naive", 10, false, naive::best)));
            engines.addAll(more);
            Race<SeekerQuery> race = new Race<>(engines);
            race.run(market.questionsForSeekers(questions, view.textStatistics()), rounds);
            return RaceReport.ofSeekers(view.size(), race).finding();
        }
    }

    private static List<Long> ids(List<SeekerCandidate> candidates) {
        return candidates.stream().map(SeekerCandidate::id).toList();
    }
}
