package org.mifeng.matcher.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.MatchResult;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;

/** All that a backend promises. A backend's test extends it and says how to open one. */
public abstract class CandidateIndexContract {
    private static final int POSTS = 3_000;
    private static final int REQUESTS = Integer.getInteger("mifeng.oracle.requests", 5_000);
    private static final int REQUESTS_PER_UPDATE = 50;

    private final List<AutoCloseable> opened = new ArrayList<>();

    /** An index that holds these posts at position 0. */
    protected abstract CandidateIndex open(List<JobPost> posts);

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private Matcher matcher(CandidateIndex index) {
        Matcher matcher = new Matcher(index, Fixtures.TREE, RankingModel.CURRENT);
        opened.add(matcher);
        return matcher;
    }

    private Matcher matcherOf(JobPost... posts) {
        return matcher(open(List.of(posts)));
    }

    private static IndexBatch put(long position, JobPost... posts) {
        List<IndexChange> changes = new ArrayList<>();
        for (JobPost post : posts) {
            changes.add(new IndexChange.PutJobPost(post));
        }
        return new IndexBatch(changes, position);
    }

    private static List<Long> ids(MatchResult result) {
        return result.matches().stream().map(Match::id).toList();
    }

    @Test
    void everyListEqualsTheOraclesWhileUpdatesRun() {
        RandomGenerator random = new SplittableRandom(20261121);
        List<JobPost> posts = new ArrayList<>();
        for (int id = 1; id <= POSTS; id++) {
            posts.add(Fixtures.randomPost(random, id, 1));
        }
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
            List<Match> expected = oracle.match(request).matches();
            assertThat(matcher.match(request).matches()).as("round %d", round).isEqualTo(expected);
            nonEmpty += expected.isEmpty() ? 0 : 1;
        }
        assertThat(nonEmpty).isGreaterThan(REQUESTS / 2);
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

    @Test
    void pagesHaveNoGapAndNoRepeat() {
        RandomGenerator random = new SplittableRandom(7);
        List<JobPost> posts = new ArrayList<>();
        for (int id = 1; id <= 400; id++) {
            // three versions of the same facts, so that many scores are equal
            posts.add(Fixtures.aPost(id, random.nextInt(3)));
        }
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        List<Long> seen = new ArrayList<>();
        Optional<MatchRequest.Cursor> after = Optional.empty();
        do {
            MatchResult page =
                    matcher.match(new MatchRequest(Fixtures.aWish(), Optional.of(45), false, Fixtures.NOW, 7, after));
            seen.addAll(ids(page));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).hasSize(400).doesNotHaveDuplicates();
    }

    @Test
    void appliedChangesAreVisibleOnReturnWithTheirPosition() {
        Matcher matcher = matcherOf();
        matcher.apply(put(17, Fixtures.aPost(1, 1)));
        MatchResult result = matcher.match(Fixtures.aRequest(Fixtures.aWish()));
        assertThat(ids(result)).containsExactly(1L);
        assertThat(result.position()).isEqualTo(17);
    }

    @Test
    void anOlderVersionChangesNothing() {
        Matcher matcher = matcherOf(Fixtures.aPost(1, 5));
        matcher.apply(new IndexBatch(List.of(new IndexChange.RemoveJobPost(1, 4)), 1));
        matcher.apply(put(2, Fixtures.aPost(1, 3)));
        MatchResult result = matcher.match(Fixtures.aRequest(Fixtures.aWish()));
        assertThat(result.matches()).singleElement().extracting(Match::version).isEqualTo(5L);
    }

    @Test
    void aRemovedPostIsNotBroughtBackByAnOlderChange() {
        Matcher matcher = matcherOf(Fixtures.aPost(1, 1));
        matcher.apply(new IndexBatch(List.of(new IndexChange.RemoveJobPost(1, 3)), 1));
        matcher.apply(put(2, Fixtures.aPost(1, 2)));
        assertThat(ids(matcher.match(Fixtures.aRequest(Fixtures.aWish())))).isEmpty();
    }

    @Test
    void theNewestVersionOfABatchWinsInWhateverOrderItComes() {
        Matcher matcher = matcherOf();
        matcher.apply(put(1, Fixtures.aPost(1, 9), Fixtures.aPost(1, 8), Fixtures.aPost(2, 1), Fixtures.aPost(2, 2)));
        MatchResult result = matcher.match(Fixtures.aRequest(Fixtures.aWish()));
        assertThat(result.matches()).extracting(Match::version).containsExactly(9L, 2L);
    }

    @Test
    void aViewDoesNotSeeWhatIsWrittenLater() {
        CandidateIndex index = open(List.of(Fixtures.aPost(1, 1)));
        Matcher matcher = matcher(index);
        try (CandidateView view = index.acquire()) {
            matcher.apply(put(5, Fixtures.aPost(2, 1)));
            assertThat(view.size().openPosts()).isEqualTo(1);
            assertThat(view.position()).isZero();
        }
        assertThat(matcher.size().openPosts()).isEqualTo(2);
    }

    @Test
    void aPostIsShownUntilTheSecondBeforeItExpires() {
        Matcher matcher = matcherOf(Fixtures.aPost(1, 1));
        var expiry = Fixtures.aPost(1, 1).validUntil();
        var wish = Fixtures.aWish();
        assertThat(ids(matcher.match(new MatchRequest(
                        wish, Optional.of(45), false, expiry.minus(Duration.ofSeconds(1)), 20, Optional.empty()))))
                .containsExactly(1L);
        assertThat(ids(matcher.match(new MatchRequest(wish, Optional.of(45), false, expiry, 20, Optional.empty()))))
                .isEmpty();
    }

    @Test
    void nobodyUnderSixteenIsShownAnything() {
        Matcher matcher = matcherOf(Fixtures.aPost(1, 1));
        var wish = Fixtures.aWish();
        assertThat(ids(matcher.match(
                        new MatchRequest(wish, Optional.of(15), false, Fixtures.NOW, 20, Optional.empty()))))
                .isEmpty();
        assertThat(ids(matcher.match(
                        new MatchRequest(wish, Optional.of(16), false, Fixtures.NOW, 20, Optional.empty()))))
                .containsExactly(1L);
    }

    @Test
    void theSameQuestionAtTheSamePositionHasTheSameAnswer() {
        RandomGenerator random = new SplittableRandom(3);
        List<JobPost> posts = new ArrayList<>();
        for (int id = 1; id <= 500; id++) {
            posts.add(Fixtures.randomPost(random, id, 1));
        }
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        MatchRequest request = Fixtures.aRequest(Fixtures.aWish());
        assertThat(matcher.match(request)).isEqualTo(matcher.match(request));
    }
}
