package org.mifeng.api.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.mifeng.api.operations.BenchDatabase;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.bulk.SeekerRecord;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.lucene.ColumnarScan;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.lucene.LuceneIndexBuild;
import org.mifeng.matcher.lucene.NaiveFunctionScore;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.Candidate;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.text.ChineseAnalyzer;

/** Matches of generated seekers against the generated posts: our walk, the same columns without bounds, Lucene, SQL. */
final class MatchBench {
    private static final long SEED = 20_261_121;
    /** All times of the data hang on it, so that an index kept from an earlier run still fits. */
    private static final Instant AS_OF = Instant.parse("2026-11-20T16:00:00Z");

    private static final Coordinates MARKET = new Coordinates(35.4150, 116.5870);
    private static final int LIMIT = 20;

    private final int posts;
    private final int questions;
    private final int rounds;
    private final Path directory;
    private final PrintStream out;
    private final OccupationTree tree = Occupations.tree();
    private final Generator generator;

    MatchBench(int posts, int questions, int rounds, Path directory, PrintStream out) {
        this.posts = posts;
        this.questions = questions;
        this.rounds = rounds;
        this.directory = directory.resolve("match-" + posts);
        this.out = out;
        generator =
                Generator.of(SEED, AS_OF, new Scale(Math.max(Scale.FEWEST_EMPLOYERS, posts / 50), posts, questions));
    }

    Report run() throws Exception {
        Path index = directory.resolve("index");
        if (!LuceneCandidateIndex.exists(index, tree)) {
            build(index);
        }
        try (BenchDatabase database = BenchDatabase.start(directory.resolve("data"), "bench-" + posts, generator, out);
                SqlBaseline sql = new SqlBaseline(database.address().connect());
                LuceneCandidateIndex ours = LuceneCandidateIndex.open(index, tree);
                CandidateView view = ours.acquire();
                NaiveFunctionScore naive = new NaiveFunctionScore(index, view.textStatistics())) {
            ColumnarScan scan = new ColumnarScan(view);
            Race race = new Race(List.of(
                    new Engine("ours", 1, true, query -> ids(view.best(query))),
                    new Engine("oracle", 1, true, query -> ids(scan.best(query))),
                    new Engine("function_score", 4, false, naive::best),
                    new Engine("sql", 100, false, sql::best)));
            race.run(questions(), rounds);
            return new Report(
                    posts, view.size().openPosts(), view.size().columnBytes(), race.lines(), race.listsEqual());
        }
    }

    private void build(Path index) {
        out.println("building the index of " + posts + " posts");
        try (LuceneIndexBuild build = LuceneIndexBuild.create(index, tree);
                Stream<JobPostRecord> records = generator.jobPosts()) {
            records.parallel().forEach(record -> build.add(new IndexChange.PutJobPost(record.jobPost())));
            build.finish(0);
        }
    }

    private List<RankingQuery> questions() {
        try (ChineseAnalyzer analyzer = new ChineseAnalyzer();
                Stream<SeekerRecord> seekers = generator.seekers()) {
            List<RankingQuery> queries = new ArrayList<>(questions);
            seekers.limit(questions).forEach(seeker -> {
                MatchRequest request = new MatchRequest(
                        seeker.seeker(MARKET).wish(),
                        Background.NONE,
                        Optional.of(45),
                        false,
                        OptionalLong.of(seeker.id()),
                        AS_OF,
                        LIMIT,
                        MatchRequest.Cursor.START);
                queries.add(new RankingQuery(
                        RankingModel.CURRENT,
                        tree,
                        request,
                        analyzer.terms(request.wish().text())));
            });
            return queries;
        }
    }

    private static List<Long> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).toList();
    }
}
