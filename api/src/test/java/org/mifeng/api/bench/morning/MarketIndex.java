package org.mifeng.api.bench.morning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.mifeng.api.TestDatabase;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.MatchResult;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.lucene.LuceneIndexBuild;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.Candidate;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.text.ChineseAnalyzer;

/** The engine with one morning's posts: the product's index on disk, changed while it is asked. */
final class MarketIndex implements AutoCloseable {
    /** What a kiosk asks for at once. */
    static final int LIST = 20;

    private static final int MOST = 200;
    private static final OccupationTree TREE = Occupations.tree();

    private final Path directory;
    private final LuceneCandidateIndex index;
    private final Matcher matcher;
    private final Policy policy;
    private final ChineseAnalyzer analyzer = new ChineseAnalyzer();
    private long position;

    private MarketIndex(Path directory, Policy policy) {
        this.directory = directory;
        this.policy = policy;
        index = LuceneCandidateIndex.open(directory, TREE);
        matcher = new Matcher(index, TREE, policy.model());
    }

    /** Builds the index in a folder of its own below {@code data}, which goes when it is closed. */
    static MarketIndex of(List<JobPost> posts, Policy policy, Path data) throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(data), "morning-");
        try (LuceneIndexBuild build = LuceneIndexBuild.create(directory, TREE)) {
            posts.forEach(post -> build.add(new IndexChange.PutJobPost(post)));
            build.finish(0);
        }
        return new MarketIndex(directory, policy);
    }

    /** Makes changes visible to every list asked for from now on. */
    void apply(Collection<JobPost> changed) {
        if (!changed.isEmpty()) {
            position++;
            List<IndexChange> changes = changed.stream()
                    .<IndexChange>map(IndexChange.PutJobPost::new)
                    .toList();
            matcher.apply(new IndexBatch(changes, position));
        }
    }

    /** The person's list under the policy, as the product gives it; relaxed if nothing fits. */
    MatchResult list(Person person, int second) {
        OptionalLong seed = policy.seeded() ? OptionalLong.of(person.seed()) : OptionalLong.empty();
        return matcher.match(request(person, second, seed, LIST));
    }

    /** The best by fit alone at this moment, as numbers of posts. */
    List<Long> plainList(Person person, int second) {
        MatchRequest request = request(person, second, OptionalLong.empty(), LIST);
        RankingQuery query = new RankingQuery(
                Policy.FIT, TREE, request, analyzer.terms(request.wish().text()));
        try (CandidateView view = index.acquire()) {
            return view.best(query).stream().map(Candidate::id).toList();
        }
    }

    /** The score of every post that the person may have and that meets the wish's limits. */
    Map<Long, Double> scores(Person person) {
        Map<Long, Double> scores = new HashMap<>();
        MatchRequest request = request(person, 0, OptionalLong.empty(), MOST);
        MatchResult page = matcher.match(request);
        while (page.relaxed().isEmpty()) {
            for (Match match : page.matches()) {
                scores.put(match.id(), match.score());
            }
            if (page.next().isEmpty()) {
                break;
            }
            page = matcher.match(request.withAfter(page.next().get()));
        }
        return scores;
    }

    private static MatchRequest request(Person person, int second, OptionalLong seed, int limit) {
        Instant now = MorningMarket.OPENING.plusSeconds(second);
        return new MatchRequest(
                person.wish(),
                Background.NONE,
                Optional.of(person.ageYears()),
                Optional.empty(),
                seed,
                now,
                limit,
                MatchRequest.Cursor.START);
    }

    @Override
    public void close() throws IOException {
        matcher.close();
        analyzer.close();
        TestDatabase.delete(directory);
    }
}
