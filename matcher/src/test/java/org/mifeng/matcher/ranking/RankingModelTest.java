package org.mifeng.matcher.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Part;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.search.SearchSort;
import org.mifeng.matcher.tck.Fixtures;
import org.mifeng.matcher.text.ChineseAnalyzer;

class RankingModelTest {
    private static final RankingModel MODEL = RankingModel.CURRENT;
    private static final RandomGenerator RANDOM = new SplittableRandom(42);

    private static RankingQuery query() {
        return new RankingQuery(MODEL, Fixtures.TREE, Fixtures.aRequest(Fixtures.aWish()), List.of());
    }

    private static RankingQuery query(TimeSlots free) {
        Seeker.Wish wish = Fixtures.aWish();
        return new RankingQuery(
                MODEL,
                Fixtures.TREE,
                Fixtures.aRequest(new Seeker.Wish(
                        wish.occupations(), "", wish.start(), wish.travel(), 50_000, free, Set.of(), 0, false, 0)),
                List.of());
    }

    private static RankingQuery search(boolean namesOnly) {
        MatchRequest request = Fixtures.aRequest(Fixtures.aWish());
        Search search = new Search(Map.of(Fixtures.CARRYING, 1.0), SearchFilter.NONE, SearchSort.FIT, namesOnly);
        return RankingQuery.of(
                MODEL,
                Fixtures.TREE,
                new MatchRequest(
                        request.wish(),
                        request.background(),
                        request.ageYears(),
                        Optional.of(search),
                        request.spreadSeed(),
                        request.now(),
                        request.limit(),
                        request.after()),
                new ChineseAnalyzer(),
                TextStatistics.NONE);
    }

    private static double score(RankingQuery query, int bm25Milli, double metres) {
        int carrying = Fixtures.TREE.ordinal(Fixtures.CARRYING);
        long now = Fixtures.NOW.getEpochSecond();
        return query.score(new PostFacts(carrying, bm25Milli, metres, 1_500, 1, 1, now, 50, 50, 0.5, 0.5));
    }

    @Test
    void aNameThatWasUnderstoodBringsNoPostFromFarAwayBeforeTheSameWorkNearby() {
        assertThat(score(search(true), 0, 1_000)).isGreaterThan(score(search(true), 20_000, 27_000));
        assertThat(score(search(true), 10_000, 1_000)).isGreaterThan(score(search(true), 0, 1_000));
        assertThat(score(search(true), 20_000, 3_000)).isGreaterThan(score(search(true), 0, 1_500));
    }

    @Test
    void aWordThatNobodyKnowsMayBeWorthTheWay() {
        assertThat(score(search(false), 20_000, 27_000)).isGreaterThan(score(search(false), 0, 1_000));
    }

    @RepeatedTest(200)
    void aBetterFactNeverScoresLowerAllElseEqual() {
        RankingQuery query = query();
        int carrying = Fixtures.TREE.ordinal(Fixtures.CARRYING);
        int cleaning = Fixtures.TREE.ordinal(Fixtures.CLEANING);
        int text = RANDOM.nextInt(40_000);
        double way = RANDOM.nextDouble(60_000);
        int fen = 1 + RANDOM.nextInt(20_000);
        double time = RANDOM.nextDouble();
        long confirmed = Fixtures.NOW.getEpochSecond() - RANDOM.nextInt(2_000_000);
        int vacancy = RANDOM.nextInt(101);
        int trust = RANDOM.nextInt(101);
        PostFacts facts = new PostFacts(cleaning, text, way, fen, time, 0, confirmed, vacancy, trust, 0.5, 0.5);
        double score = query.score(facts);

        assertThat(query.score(new PostFacts(carrying, text, way, 1_500, time, 0, confirmed, vacancy, trust, 0.5, 0.5)))
                .isGreaterThan(query.score(
                        new PostFacts(cleaning, text, way, 1_500, time, 0, confirmed, vacancy, trust, 0.5, 0.5)));
        for (PostFacts better : List.of(
                new PostFacts(cleaning, text + 500, way, fen, time, 0, confirmed, vacancy, trust, 0.5, 0.5),
                new PostFacts(
                        cleaning, text, way * RANDOM.nextDouble(), fen, time, 0, confirmed, vacancy, trust, 0.5, 0.5),
                new PostFacts(cleaning, text, way, fen + 50, time, 0, confirmed, vacancy, trust, 0.5, 0.5),
                new PostFacts(cleaning, text, way, fen, (1 + time) / 2, 0, confirmed, vacancy, trust, 0.5, 0.5),
                new PostFacts(cleaning, text, way, fen, time, 1, confirmed, vacancy, trust, 0.5, 0.5),
                new PostFacts(cleaning, text, way, fen, time, 0, confirmed + 900, vacancy, trust, 0.5, 0.5),
                new PostFacts(cleaning, text, way, fen, time, 0, confirmed, vacancy + 1, trust, 0.5, 0.5),
                new PostFacts(cleaning, text, way, fen, time, 0, confirmed, vacancy, trust + 1, 0.5, 0.5),
                new PostFacts(cleaning, text, way, fen, time, 0, confirmed, vacancy, trust, 1, 0.5),
                new PostFacts(cleaning, text, way, fen, time, 0, confirmed, vacancy, trust, 0.5, 1))) {
            assertThat(query.score(better)).as("%s", better).isGreaterThan(score);
        }
    }

    @RepeatedTest(200)
    void aScoreLiesFromZeroToOneAndIsTheSumOfItsParts() {
        RankingQuery query = query();
        int occupation = RANDOM.nextInt(Fixtures.TREE.trades().size());
        PostFacts facts = new PostFacts(
                occupation,
                RANDOM.nextInt(100_000),
                RANDOM.nextDouble(1e6),
                RANDOM.nextInt(1_000_000),
                RANDOM.nextDouble(),
                1,
                0,
                RANDOM.nextInt(101),
                RANDOM.nextInt(101),
                1,
                0.5);
        double[] values = query.values(facts);
        double sum = 0;
        for (Part part : Part.values()) {
            assertThat(values[part.ordinal()]).isBetween(0.0, 1.0);
            sum += query.weight(part) * values[part.ordinal()];
        }
        assertThat(query.score(facts)).isEqualTo(sum).isBetween(0.0, 1.0);
    }

    @Test
    void moreFreeTimeNeverSuitsLess() {
        for (int i = 0; i < 1_000; i++) {
            int work = RANDOM.nextInt(1 << 28);
            TimeSlots free = new TimeSlots(RANDOM.nextInt(1 << 28));
            TimeSlots more = new TimeSlots(free.bits() | 1 << RANDOM.nextInt(28));
            assertThat(query(more).time(work)).isBetween(query(free).time(work), 1.0);
        }
    }

    @Test
    void theDrawOfNearEqualsFollowsThePlacesLeft() {
        int bigFirst = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            bigFirst += Spread.draw(seed, 1, 8) > Spread.draw(seed, 2, 2) ? 1 : 0;
        }
        assertThat(bigFirst / 20_000.0).isCloseTo(0.8, within(0.01));
    }

    @Test
    void payAtTheReferenceIsWorthOneHalfAndAtItsDoubleFourFifths() {
        assertThat(RankingModel.pay(2_000, 2_000)).isEqualTo(0.5);
        assertThat(RankingModel.pay(4_000, 2_000)).isEqualTo(0.8);
    }

    @Test
    void proximityIsOneHalfAtTheHalfDistance() {
        assertThat(RankingModel.proximity(3_000, 3_000)).isEqualTo(0.5);
        assertThat(RankingModel.proximity(0, 3_000)).isEqualTo(1);
    }

    @Test
    void aConfirmationInTheFutureCountsAsNow() {
        assertThat(MODEL.freshness(100, 0)).isEqualTo(1);
        assertThat(MODEL.freshness(0, 3 * 86_400)).isEqualTo(0.5);
    }

    @Test
    void aRareTermWeighsMoreThanACommonOneAndEveryTermLeavesATrace() {
        TextStatistics statistics = new TextStatistics(1_000, 50, Map.of("搬运", 500, "电焊", 5, "日结", 1_000));
        assertThat(statistics.inverseDocumentFrequencyMilli("电焊"))
                .isGreaterThan(statistics.inverseDocumentFrequencyMilli("搬运"));
        for (int code = 1; code <= 255; code++) {
            assertThat(RankingModel.termImpact(statistics.inverseDocumentFrequencyMilli("日结"), code))
                    .isPositive();
        }
    }

    @Test
    void aTermCodeKeepsTheTermFactorToWithinHalfAPercentOfItsRange() {
        for (int frequency = 1; frequency <= RankingModel.MAX_FREQUENCY; frequency++) {
            for (int length = 1; length < 500; length += 7) {
                double norm = 1.2 * (1 - 0.4 + 0.4 * length / 60.0);
                double factor = frequency * 2.2 / (frequency + norm);
                int kept = RankingModel.termImpact(1_000, RankingModel.termCode(frequency, length, 60));
                assertThat(kept / 1_000.0).isCloseTo(factor, within(0.005 * 2.2));
            }
        }
    }

    @Test
    void weightsThatDoNotMakeOneAreRefused() {
        assertThatThrownBy(() -> new Weights(0.5, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0))
                .hasMessageContaining("must make 1");
        assertThatThrownBy(() -> new Weights(1.5, -0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new Weights(0.9, 0, 0, 0, 0, 0, 0, 0, 0, 0.1, 0))
                .hasMessageContaining("help first");
    }

    @Test
    void aWishForAnUnknownOccupationIsAnErrorThatNamesTheField() {
        var wish = Fixtures.aWish();
        var unknown = new Seeker.Wish(
                List.of(new OccupationCode("8-99-99-99")),
                "",
                wish.start(),
                wish.travel(),
                1_000,
                wish.slots(),
                wish.settlements(),
                0,
                false,
                0);
        assertThatThrownBy(() -> new RankingQuery(MODEL, Fixtures.TREE, Fixtures.aRequest(unknown), List.of()))
                .hasMessageStartingWith("occupation ");
    }
}
