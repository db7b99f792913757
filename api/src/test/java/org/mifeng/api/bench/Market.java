package org.mifeng.api.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.api.operations.BenchDatabase;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.SeekerRequest;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.lucene.LuceneIndexBuild;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.text.ChineseAnalyzer;

/** A generated market whose index and database are kept between runs, and the questions its seekers ask. */
final class Market {
    static final OccupationTree TREE = Occupations.tree();

    private static final long SEED = 20_261_121;
    /** All times of the data hang on it, so that an index kept from an earlier run still fits. */
    static final Instant AS_OF = Instant.parse("2026-11-20T16:00:00Z");

    private static final Coordinates PLACE = new Coordinates(35.4150, 116.5870);
    /** As many as there may be questions; the same for every run, for posts hang on it too. */
    private static final int SEEKERS = 100_000;

    private static final int LIMIT = 20;
    private static final int SEEKERS_LIMIT = 50;
    private static final String MADE_FROM = "made-from";
    private static final int FINGERPRINT_POSTS = 200;

    private final Path directory;
    private final Generator generator;

    private Market(Path directory, Scale scale) {
        this.directory = directory;
        generator = Generator.of(SEED, AS_OF, scale);
    }

    /**
     * A market with as many seekers as may ask. What an older generator left in its folder is deleted.
     *
     * @param data where markets are kept
     * @param kind begins the folder's name
     */
    static Market of(Path data, String kind, int posts) throws IOException {
        return of(data, kind, posts, SEEKERS);
    }

    /** The same with a number of seekers. */
    static Market of(Path data, String kind, int posts, int seekers) throws IOException {
        Market market = at(data.resolve(kind + "-" + posts), posts, seekers);
        Path made = market.directory.resolve(MADE_FROM);
        String fingerprint = market.fingerprint();
        if (!Files.exists(made)
                || !Files.readString(made, StandardCharsets.UTF_8).equals(fingerprint)) {
            TestDatabase.delete(market.directory);
            Files.createDirectories(market.directory);
            Files.writeString(made, fingerprint, StandardCharsets.UTF_8);
        }
        return market;
    }

    /** The market whose folder is known to be there. */
    static Market at(Path directory, int posts) {
        return at(directory, posts, SEEKERS);
    }

    private static Market at(Path directory, int posts, int seekers) {
        return new Market(directory, new Scale(Math.max(Scale.FEWEST_EMPLOYERS, posts / 50), posts, seekers));
    }

    private String fingerprint() {
        CRC32C digest = new CRC32C();
        jobPosts(generator.scale().jobPosts() / FINGERPRINT_POSTS)
                // not the whole record: the order of its sets is another in every process
                .map(post -> post.title()
                        + post.body()
                        + post.occupation()
                        + post.place()
                        + post.pay()
                        + post.slots()
                        + post.openings()
                        + post.trustPercent()
                        + post.open()
                        + post.confirmedAt())
                .forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
        return generator.scale().employers() + "-" + generator.scale().jobPosts() + "-"
                + Long.toHexString(digest.getValue());
    }

    int posts() {
        return generator.scale().jobPosts();
    }

    Path directory() {
        return directory;
    }

    /** Every so many-th post. */
    Stream<JobPost> jobPosts(int step) {
        return LongStream.iterate(1, number -> number <= posts(), number -> number + Math.max(1, step))
                .mapToObj(number -> jobPost(generator.jobPost(number)));
    }

    private JobPost jobPost(JobPostRecord post) {
        return post.jobPost(generator.employer(post.employerId()).conduct());
    }

    /** The folder of the finished index of all posts, and of no seekers. */
    Path index() {
        return index("index", false);
    }

    /** The folder of the finished index of all posts and seekers. */
    Path indexWithSeekers() {
        return index("index-with-seekers", true);
    }

    private Path index(String name, boolean withSeekers) {
        Path index = directory.resolve(name);
        if (!LuceneCandidateIndex.exists(index, TREE)) {
            int seekers = withSeekers ? generator.scale().seekers() : 0;
            try (LuceneIndexBuild build = LuceneIndexBuild.create(index, TREE);
                    ProgressBar progress = Progress.of("Building the index", posts() + seekers)) {
                Stream.concat(
                                generator.jobPosts().map(post -> new IndexChange.PutJobPost(jobPost(post))),
                                generator
                                        .seekers()
                                        .limit(seekers)
                                        .map(seeker -> new IndexChange.PutSeeker(seeker.seeker(PLACE))))
                        .parallel()
                        .forEach(change -> {
                            build.add(change);
                            progress.advance(1);
                        });
                build.finish(0);
            }
        }
        return index;
    }

    /** A running database that holds the market. */
    BenchDatabase database() throws Exception {
        return BenchDatabase.start(
                directory.resolve("data"), directory.getFileName().toString(), generator, System.err);
    }

    /** What the first seekers ask. */
    List<MatchRequest> requests(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(number -> new MatchRequest(
                        generator.seeker(number).seeker(PLACE).wish(),
                        Background.NONE,
                        Optional.of(45),
                        Optional.empty(),
                        OptionalLong.of(number),
                        AS_OF,
                        LIMIT,
                        MatchRequest.Cursor.START))
                .toList();
    }

    /** Who suits so many open posts, spread over all of them, made ready for engines. */
    List<SeekerQuery> questionsForSeekers(int count, TextStatistics statistics) {
        try (ChineseAnalyzer analyzer = new ChineseAnalyzer()) {
            return jobPosts(Math.max(1, posts() / (2 * count)))
                    .map(post -> new SeekerRequest(post, AS_OF, SEEKERS_LIMIT, Optional.empty()))
                    .map(request -> new SeekerQuery(
                            RankingModel.CURRENT,
                            TREE,
                            request,
                            analyzer.count(
                                    request.post().title(),
                                    request.post().title(),
                                    request.post().body()),
                            statistics))
                    .filter(query -> !query.forbidden())
                    .limit(count)
                    .toList();
        }
    }

    /** The same made ready for engines. */
    List<RankingQuery> questions(int count) {
        try (ChineseAnalyzer analyzer = new ChineseAnalyzer()) {
            List<RankingQuery> queries = new ArrayList<>(count);
            for (MatchRequest request : requests(count)) {
                queries.add(new RankingQuery(
                        RankingModel.CURRENT,
                        TREE,
                        request,
                        analyzer.terms(request.wish().text())));
            }
            return queries;
        }
    }
}
