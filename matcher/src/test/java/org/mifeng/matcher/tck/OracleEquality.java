package org.mifeng.matcher.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.MatchResult;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;

/**
 * What a backend promises, and that each of its answers is the oracle's. {@code -Dmifeng.oracle.requests=N} asks more
 * than {@value #USUAL_REQUESTS} questions.
 */
public abstract class OracleEquality extends CandidateIndexContract {
    static final int USUAL_REQUESTS = 5_000;

    private static final int POSTS = 3_000;
    private static final int REQUESTS = Integer.getInteger("mifeng.oracle.requests", USUAL_REQUESTS);
    private static final int REQUESTS_PER_UPDATE = 50;

    @Test
    void everyListEqualsTheOraclesWhileUpdatesRun() {
        RandomGenerator random = new SplittableRandom(20261121);
        List<JobPost> posts = randomPosts(random, POSTS);
        CandidateIndex index = open(posts);
        Matcher matcher = matcher(index);
        Matcher oracle = oracle(index, posts);
        int nonEmpty = 0;
        for (int round = 0; round < REQUESTS; round++) {
            if (round % REQUESTS_PER_UPDATE == 0) {
                IndexBatch batch = randomBatch(random, round);
                matcher.apply(batch);
                oracle.apply(batch);
            }
            MatchRequest request = Fixtures.randomRequest(random);
            nonEmpty += assertSame(matcher, oracle, request, round) ? 1 : 0;
        }
        assertThat(nonEmpty).isGreaterThan(REQUESTS / 2);
    }

    @Test
    void everySearchAndItsCountsEqualTheOraclesWhileUpdatesRun() {
        RandomGenerator random = new SplittableRandom(4);
        List<JobPost> posts = randomPosts(random, POSTS);
        CandidateIndex index = open(posts);
        Matcher matcher = matcher(index);
        Matcher oracle = oracle(index, posts);
        int nonEmpty = 0;
        for (int round = 0; round < REQUESTS / 2; round++) {
            if (round % REQUESTS_PER_UPDATE == 0) {
                IndexBatch batch = randomBatch(random, round);
                matcher.apply(batch);
                oracle.apply(batch);
            }
            MatchRequest request = SearchFixtures.randomSearch(random);
            nonEmpty += assertSame(matcher, oracle, request, round) ? 1 : 0;
            assertThat(matcher.facets(request, Integer.MAX_VALUE))
                    .as("counts of round %d: %s", round, request)
                    .isEqualTo(oracle.facets(request, Integer.MAX_VALUE));
            assertThat(matcher.trades(request)).as("trades of round %d", round).isEqualTo(oracle.trades(request));
        }
        assertThat(nonEmpty).isGreaterThan(REQUESTS / 6);
    }

    @Test
    void aTradeWithThousandsOfPostsIsListedAsTheOracleListsIt() {
        RandomGenerator random = new SplittableRandom(41);
        List<JobPost> posts = IntStream.rangeClosed(1, 6_000)
                .mapToObj(id -> Fixtures.ofTrade(Fixtures.randomPost(random, id, 1), Fixtures.CARRYING))
                .toList();
        CandidateIndex index = open(posts);
        Matcher matcher = matcher(index);
        Matcher oracle = oracle(index, posts);
        for (int round = 0; round < 300; round++) {
            assertSame(matcher, oracle, Fixtures.randomRequest(random), round);
        }
    }

    /** Compares the first page and the next, and why there are no more; tells whether there was anything. */
    private static boolean assertSame(Matcher matcher, Matcher oracle, MatchRequest request, int round) {
        MatchResult expected = oracle.match(request);
        MatchResult found = matcher.match(request);
        assertThat(found.matches()).as("round %d", round).isEqualTo(expected.matches());
        assertThat(found.relaxed()).as("round %d", round).isEqualTo(expected.relaxed());
        assertThat(found.next()).as("round %d", round).isEqualTo(expected.next());
        assertThat(matcher.shortage(request)).as("round %d", round).isEqualTo(oracle.shortage(request));
        expected.next()
                .ifPresent(next -> assertThat(
                                matcher.match(request.withAfter(next)).matches())
                        .as("second page of round %d", round)
                        .isEqualTo(oracle.match(request.withAfter(next)).matches()));
        return !expected.matches().isEmpty();
    }

    private static List<JobPost> randomPosts(RandomGenerator random, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> Fixtures.randomPost(random, id, 1))
                .toList();
    }

    private Matcher oracle(CandidateIndex index, List<JobPost> posts) {
        try (CandidateView view = index.acquire()) {
            Matcher oracle = matcher(new ExhaustiveCandidateIndex(Fixtures.TREE, view.textStatistics()));
            oracle.apply(put(0, posts.toArray(JobPost[]::new)));
            return oracle;
        }
    }

    private static IndexBatch randomBatch(RandomGenerator random, int round) {
        List<IndexChange> changes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long id = 1 + random.nextLong(POSTS + 200);
            long version = random.nextLong(2L * round + 5);
            changes.add(
                    random.nextInt(6) == 0
                            ? new IndexChange.RemoveJobPost(id, version)
                            : new IndexChange.PutJobPost(Fixtures.randomPost(random, id, version)));
        }
        changes.add(new IndexChange.PutSeeker(Fixtures.randomSeeker(random, 1 + random.nextLong(100), round)));
        return new IndexBatch(changes, round);
    }
}
