package org.mifeng.api.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mifeng.api.operations.BenchDatabase;
import org.mifeng.matcher.lucene.ColumnarScan;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.lucene.NaiveFunctionScore;
import org.mifeng.matcher.lucene.PlainLucene;
import org.mifeng.matcher.lucene.TermFloor;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.Candidate;
import org.mifeng.matcher.spi.CandidateView;

/** Matches of generated seekers against the generated posts: our walk beside everything it must be compared with. */
final class MatchBench implements Benchmark {
    private static final Option<Integer> POSTS =
            Option.number("--posts", 450_000, 1_000, 10_000_000, "how many posts, open and closed");
    private static final Option<Integer> ROUNDS =
            Option.number("--rounds", 5, 1, 100, "counted rounds after one of warming up");
    private static final Option<Boolean> NO_SQL =
            Option.flag("--no-sql", "leave out SQL, and with it the loading of a database");

    @Override
    public String name() {
        return "match";
    }

    @Override
    public String summary() {
        return """
                Asks the same questions, interleaved in one process, and compares the lists:
                  ours            the walk
                  oracle          every open post scored on the same columns; must give the same lists
                  function_score  Lucene with a FunctionScoreQuery over doc values, as most would write it; float rounding
                  plain_lucene    the best found with Lucene's own evaluation; must give the same lists
                  term_query      the floor: any 20 open posts of the wished trade, a range of the sorted index
                  sql             one statement on the embedded database: LIKE, distance, ORDER BY
                The slow ones are asked fewer questions.""";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(POSTS, Option.QUESTIONS, ROUNDS, NO_SQL, Option.DATA);
    }

    @Override
    public Finding run(Settings settings) throws Exception {
        int questions = settings.get(Option.QUESTIONS);
        Market market = Market.of(settings.get(Option.DATA), "market", settings.get(POSTS));
        Path index = market.index();
        List<RankingQuery> queries = market.questions(questions);
        if (settings.get(NO_SQL)) {
            return race(market, index, queries, settings.get(ROUNDS), List.of());
        }
        try (BenchDatabase database = market.database();
                SqlBaseline sql = new SqlBaseline(database.address().connect())) {
            Engine<RankingQuery> engine = new Engine<>("sql", 100, false, sql::best);
            return race(market, index, queries, settings.get(ROUNDS), List.of(engine));
        }
    }

    private static Finding race(
            Market market, Path index, List<RankingQuery> queries, int rounds, List<Engine<RankingQuery>> more)
            throws Exception {
        try (LuceneCandidateIndex ours = LuceneCandidateIndex.open(index, Market.TREE);
                CandidateView view = ours.acquire();
                NaiveFunctionScore naive = new NaiveFunctionScore(index, view.textStatistics());
                PlainLucene plain = new PlainLucene(index, view.textStatistics(), Market.TREE);
                TermFloor floor = new TermFloor(index, Market.TREE)) {
            ColumnarScan scan = new ColumnarScan(view);
            List<Engine<RankingQuery>> engines = new ArrayList<>(List.of(
                    new Engine<>("ours", 1, true, query -> ids(view.best(query))),
                    new Engine<>("oracle", 1, true, query -> ids(scan.best(query))),
                    new Engine<>("function_score", 4, false, naive::best),
                    new Engine<>("plain_lucene", 1, true, plain::best),
                    new Engine<>("term_query", 1, false, floor::some)));
            engines.addAll(more);
            Race<RankingQuery> race = new Race<>(engines);
            race.run(queries, rounds);
            return RaceReport.of(market.posts(), view.size(), race).finding();
        }
    }

    static List<Long> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).toList();
    }
}
