package org.mifeng.matcher.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.SeekerRequest;
import org.mifeng.matcher.SeekerResult;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;

/** For every backend but the oracle itself: it finds exactly the seekers that the oracle finds. */
public abstract class SeekerOracleEquality extends SeekerContract {
    private static final int SEEKERS = 3_000;
    private static final int REQUESTS = Integer.getInteger("mifeng.oracle.requests", OracleEquality.USUAL_REQUESTS);
    private static final int REQUESTS_PER_UPDATE = 50;

    @Test
    void everyListOfSeekersEqualsTheOraclesWhileUpdatesRun() {
        RandomGenerator random = new SplittableRandom(20261122);
        List<IndexChange> puts = new ArrayList<>(puts(randomSeekers(random, SEEKERS)));
        for (int id = 1; id <= 500; id++) {
            puts.add(new IndexChange.PutJobPost(Fixtures.randomPost(random, id, 1)));
        }
        CandidateIndex index = open(puts);
        Matcher matcher = matcher(index);
        Matcher oracle = oracle(index, puts);
        int nonEmpty = 0;
        for (int round = 0; round < REQUESTS; round++) {
            if (round % REQUESTS_PER_UPDATE == 0) {
                IndexBatch batch = randomBatch(random, round);
                matcher.apply(batch);
                oracle.apply(batch);
            }
            JobPost post = Fixtures.randomPost(random, 1 + random.nextLong(3_000), 1);
            SeekerRequest request = new SeekerRequest(post, Fixtures.NOW, 1 + random.nextInt(200), Optional.empty());
            SeekerResult expected = oracle.seekersFor(request);
            SeekerResult found = matcher.seekersFor(request);
            assertThat(found.matches()).as("round %d", round).isEqualTo(expected.matches());
            assertThat(found.next()).as("round %d", round).isEqualTo(expected.next());
            expected.next()
                    .map(request::withAfter)
                    .ifPresent(next -> assertThat(matcher.seekersFor(next).matches())
                            .isEqualTo(oracle.seekersFor(next).matches()));
            nonEmpty += expected.matches().isEmpty() ? 0 : 1;
        }
        assertThat(nonEmpty).isGreaterThan(REQUESTS / 3);
        assertThat(matcher.size().activeSeekers()).isEqualTo(oracle.size().activeSeekers());
    }

    /** Short lists out of large ranges: here a bound that is too low would lose someone. */
    @Test
    void ofThousandsWhoWishOneTradeTheOraclesFewAreFound() {
        RandomGenerator random = new SplittableRandom(43);
        List<IndexChange> puts = new ArrayList<>();
        for (int id = 1; id <= 6_000; id++) {
            puts.add(new IndexChange.PutSeeker(
                    Fixtures.wishing(Fixtures.randomSeeker(random, id, 1), Fixtures.CARRYING, random.nextInt(10_000))));
        }
        CandidateIndex index = open(puts);
        Matcher matcher = matcher(index);
        Matcher oracle = oracle(index, puts);
        for (int round = 0; round < 600; round++) {
            JobPost post = Fixtures.randomPost(random, 1 + random.nextLong(3_000), 1);
            SeekerRequest request = new SeekerRequest(post, Fixtures.NOW, 1 + random.nextInt(5), Optional.empty());
            assertThat(matcher.seekersFor(request).matches())
                    .as("round %d", round)
                    .isEqualTo(oracle.seekersFor(request).matches());
        }
    }

    private Matcher oracle(CandidateIndex index, List<IndexChange> puts) {
        try (CandidateView view = index.acquire()) {
            Matcher oracle = matcher(new ExhaustiveCandidateIndex(Fixtures.TREE, view.textStatistics()));
            oracle.apply(new IndexBatch(puts, 0));
            return oracle;
        }
    }

    private static IndexBatch randomBatch(RandomGenerator random, int round) {
        List<IndexChange> changes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long id = 1 + random.nextLong(SEEKERS + 200);
            long version = random.nextLong(2L * round + 5);
            changes.add(
                    random.nextInt(6) == 0
                            ? new IndexChange.RemoveSeeker(id, version)
                            : new IndexChange.PutSeeker(Fixtures.randomSeeker(random, id, version)));
        }
        return new IndexBatch(changes, round);
    }
}
