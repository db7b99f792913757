package org.mifeng.indexdata.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.title.TitleNormaliser;
import org.mifeng.indexdata.title.TitleReading;

/** What is read of a generated title is what the generated post says: both sides know what the noise means. */
final class GeneratedTitlesTest {
    private static final List<JobPostRecord> POSTS = Generator.of(
                    11, Instant.parse("2026-11-20T16:00:00Z"), Scale.SMALL)
            .jobPosts()
            .toList();
    private static final TitleNormaliser NORMALISER = TitleNormaliser.ofReferenceTables();
    private static final List<TitleReading> READINGS =
            POSTS.stream().map(post -> NORMALISER.read(post.title())).toList();

    @Test
    void theTradeIsReadFirst() {
        expect(0.94, (post, read) -> read.trades().getFirst().code().equals(post.occupation()));
    }

    @Test
    void theTradeIsAmongTheFirstThree() {
        expect(
                0.99,
                (post, read) -> read.trades().stream()
                        .limit(3)
                        .anyMatch(guess -> guess.code().equals(post.occupation())));
    }

    @Test
    void payThatIsReadIsWhatThePostPays() {
        expectRead(0.4, read -> read.pay().isPresent());
        expect(
                1,
                (post, read) -> read.pay()
                        .map(pay -> pay.leastFen() == post.pay().amountFen()
                                && pay.unit() == post.pay().unit())
                        .orElse(true));
    }

    @Test
    void settlementThatIsReadIsThePosts() {
        expectRead(0.05, read -> read.settlement().isPresent());
        expect(
                1,
                (post, read) -> read.settlement()
                        .map(settlement -> settlement == post.settlement())
                        .orElse(true));
    }

    @Test
    void benefitsThatAreReadAreThePosts() {
        expectRead(0.2, read -> !read.benefits().isEmpty());
        expect(1, (post, read) -> post.benefits().containsAll(read.benefits()));
    }

    @Test
    void openingsThatAreReadAreThePosts() {
        expectRead(0.1, read -> read.openings().isPresent());
        expect(1, (post, read) -> read.openings().isEmpty() || read.openings().getAsInt() == post.openings());
    }

    /** What is never read is never wrong. */
    private static void expectRead(double share, Predicate<TitleReading> read) {
        assertThat((double) READINGS.stream().filter(read).count() / READINGS.size())
                .isGreaterThan(share);
    }

    private static void expect(double share, BiPredicate<JobPostRecord, TitleReading> holds) {
        long held = IntStream.range(0, POSTS.size())
                .filter(i -> holds.test(POSTS.get(i), READINGS.get(i)))
                .count();
        assertThat((double) held / POSTS.size()).isGreaterThanOrEqualTo(share);
    }
}
