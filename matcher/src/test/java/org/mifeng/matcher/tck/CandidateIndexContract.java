package org.mifeng.matcher.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.MatchRequest.Cursor;
import org.mifeng.matcher.MatchResult;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Relaxation;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.Shortage;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.search.Criterion;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.search.SearchSort;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.spi.RowVersion;

/** All that a backend promises. A backend's test extends it and says how to open one. */
public abstract class CandidateIndexContract {
    private final List<AutoCloseable> opened = new ArrayList<>();

    /** An index that holds these posts at position 0. */
    protected abstract CandidateIndex open(List<JobPost> posts);

    @AfterEach
    void closeOpened() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        opened.clear();
    }

    Matcher matcher(CandidateIndex index) {
        Matcher matcher = new Matcher(index, Fixtures.TREE, RankingModel.CURRENT);
        opened.add(matcher);
        return matcher;
    }

    private Matcher matcherOf(JobPost... posts) {
        return matcher(open(List.of(posts)));
    }

    static IndexBatch put(long position, JobPost... posts) {
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
    void pagesHaveNoGapAndNoRepeatAndGiveTheOrderOfOneLongPage() {
        RandomGenerator random = new SplittableRandom(7);
        List<JobPost> posts = new ArrayList<>();
        for (int id = 1; id <= 150; id++) {
            // few different facts, so that many ranks are equal
            posts.add(Fixtures.aPost(id, random.nextInt(3)));
        }
        for (int id = 151; id <= 190; id++) {
            posts.add(Fixtures.randomPost(random, id, 1));
        }
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        for (boolean spread : new boolean[] {false, true}) {
            MatchRequest request = Fixtures.aRequest(Fixtures.aWish());
            request = spread ? Fixtures.spread(request, 5) : request;
            List<Long> whole = ids(matcher.match(request.withLimit(200)));
            for (int limit : new int[] {1, 3, 7, 10, 11, 50}) {
                List<Long> seen = new ArrayList<>();
                Optional<MatchRequest.Cursor> after = Optional.of(MatchRequest.Cursor.START);
                while (after.isPresent()) {
                    MatchResult page = matcher.match(request.withLimit(limit).withAfter(after.get()));
                    seen.addAll(ids(page));
                    after = page.next();
                }
                assertThat(seen).as("limit %d", limit).hasSizeGreaterThan(150).isEqualTo(whole);
            }
        }
    }

    @Test
    void noEmployerHasMoreThanTwoOfTheFirstTenUnlessFewerWouldRemain() throws Exception {
        RandomGenerator random = new SplittableRandom(17);
        for (int market = 0; market < 20; market++) {
            int employers = 1 + random.nextInt(12);
            List<JobPost> posts = new ArrayList<>();
            for (int id = 1; id <= 60; id++) {
                posts.add(Fixtures.ofEmployer(
                        Fixtures.randomPost(random, id, 1), Math.min(random.nextInt(employers), random.nextInt(12))));
            }
            Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
            List<Match> all = matcher.match(Fixtures.aRequest(Fixtures.aWish()).withLimit(200))
                    .matches();
            long places =
                    all.stream()
                            .collect(Collectors.groupingBy(Match::employerId, Collectors.counting()))
                            .values()
                            .stream()
                            .mapToLong(count -> Math.min(2, count))
                            .sum();
            Map<Long, Long> first = all.stream()
                    .limit(Math.min(10, places))
                    .collect(Collectors.groupingBy(Match::employerId, Collectors.counting()));
            assertThat(first.values()).allMatch(count -> count <= 2);
            assertThat(all.stream().skip(10).map(Match::rank).toList())
                    .as("behind the head, by rank")
                    .isSortedAccordingTo(Comparator.reverseOrder());
            closeOpened();
        }
    }

    @Test
    void whatGivingUpOneWishPromisesIsWhatItBrings() {
        RandomGenerator random = new SplittableRandom(29);
        List<JobPost> posts = new ArrayList<>();
        for (int id = 1; id <= 300; id++) {
            posts.add(Fixtures.randomPost(random, id, 1));
        }
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        int promises = 0;
        for (int i = 0; i < 500; i++) {
            MatchRequest request = Fixtures.randomRequest(random);
            Shortage shortage = matcher.shortage(request);
            for (Relaxation relaxation : Relaxation.values()) {
                Shortage after = matcher.shortage(request.withWish(relaxation.apply(request.wish())));
                int promised = Objects.requireNonNull(shortage.more().get(relaxation));
                assertThat(after.suiting()).isEqualTo(shortage.suiting() + promised);
                promises += promised > 0 ? 1 : 0;
            }
        }
        assertThat(promises).isPositive();
    }

    @Test
    void aListIsNeverEmptyWhileThereIsALawfulJob() {
        JobPost far = Fixtures.aPost(1, 1);
        Matcher matcher = matcherOf(far);
        Seeker.Wish narrow = new Seeker.Wish(
                List.of(Fixtures.CLEANING),
                "",
                new Coordinates(45, 130),
                TravelMode.WALK,
                500,
                TimeSlots.NEVER,
                Set.of(Settlement.MONTHLY),
                90_000,
                true,
                0);
        MatchResult result = matcher.match(Fixtures.aRequest(narrow));
        assertThat(ids(result)).containsExactly(1L);
        assertThat(result.relaxed()).containsExactlyInAnyOrder(Relaxation.DISTANCE, Relaxation.PAY);
        assertThat(ids(matcher.match(Fixtures.aged(15)))).isEmpty();
    }

    @Test
    void similarPostsAreOfTheSameTradeWithoutThePostItself() {
        RandomGenerator random = new SplittableRandom(31);
        List<JobPost> posts = new ArrayList<>();
        for (int id = 1; id <= 300; id++) {
            posts.add(Fixtures.randomPost(random, id, 1));
        }
        posts.add(Fixtures.aPost(301, 1));
        posts.add(Fixtures.ofEmployer(Fixtures.aPost(302, 1), 77));
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        List<Match> similar = matcher.similar(posts.get(300), Fixtures.aRequest(Fixtures.aWish()))
                .matches();
        assertThat(similar).extracting(Match::id).doesNotContain(301L).startsWith(302L);
    }

    @Test
    void aWordThatIsSaidComesBeforeCharactersThatOnlySeemToSayIt() {
        JobPost seeming = Fixtures.titled(Fixtures.aPost(1, 1), "包装卸货");
        JobPost saying = Fixtures.titled(Fixtures.aPost(2, 1), "急招装卸");
        List<JobPost> posts = new ArrayList<>(List.of(seeming, saying));
        for (int id = 3; id <= 9; id++) {
            posts.add(Fixtures.titled(Fixtures.aPost(id, 1), "缝纫"));
        }
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        MatchResult found = matcher.match(SearchFixtures.aSearch("装卸", Search.ANY));
        assertThat(ids(found)).containsExactly(2L, 1L);
        assertThat(found.matches().get(0).score())
                .isGreaterThan(found.matches().get(1).score());
    }

    @Test
    void aWordThatNoPostHasHidesNoPostThatSharesItsCharacters() {
        JobPost foreign = Fixtures.titled(Fixtures.ofTrade(Fixtures.aPost(1, 1), Fixtures.CLEANING), "包装卸货");
        Matcher matcher = matcherOf(foreign);
        Search carrying = new Search(Map.of(Fixtures.CARRYING, 1.0), SearchFilter.NONE, SearchSort.FIT);
        assertThat(ids(matcher.match(SearchFixtures.aSearch("装卸", carrying)))).containsExactly(1L);
    }

    private static List<JobPost> posts(int first, int last, OccupationCode trade, String title) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(id -> Fixtures.titled(Fixtures.ofTrade(Fixtures.aPost(id, 1), trade), title))
                .toList();
    }

    @Test
    void aNameThatIsNotWantedHidesWhoeverCallsItselfSoAndNobodyWhoOnlyMentionsIt() {
        JobPost called = Fixtures.titled(Fixtures.ofTrade(Fixtures.aPost(1, 1), Fixtures.CARRYING), "酒店保洁员");
        JobPost mentioning = Fixtures.worded(Fixtures.aPost(2, 1), "装卸", "保洁由别人做");
        JobPost insisting = Fixtures.worded(Fixtures.aPost(3, 1), "装卸", "上午保洁，下午也保洁");
        Search noCleaning = new Search(Map.of(), SearchFixtures.withoutName("保洁"), SearchSort.FIT);
        MatchRequest search = SearchFixtures.aSearch("", noCleaning);
        Matcher matcher = matcherOf(called, mentioning, insisting);
        assertThat(ids(matcher.match(search))).containsExactly(2L);
        assertThat(matcher.facets(search, Integer.MAX_VALUE).hidden())
                .hasEntrySatisfying(
                        Criterion.OCCUPATION,
                        hidden -> assertThat(hidden.posts()).isEqualTo(2));
    }

    @Test
    void aNameWhoseCharactersOnlyTouchAtABorderOfWordsHidesNobody() {
        JobPost touching = Fixtures.titled(Fixtures.aPost(1, 1), "环保洁具装卸工");
        JobPost touchingAndMentioning = Fixtures.worded(Fixtures.aPost(2, 1), "环保洁具装卸工", "有保洁打扫");
        JobPost called = Fixtures.titled(Fixtures.aPost(3, 1), "环保保洁");
        JobPost calledWithinAWord = Fixtures.titled(Fixtures.aPost(4, 1), "酒店保洁员");
        JobPost sayingItInTwoWords = Fixtures.worded(Fixtures.aPost(5, 1), "装卸", "酒店保洁员，也保洁");
        Search noCleaning = new Search(Map.of(), SearchFixtures.withoutName("保洁"), SearchSort.FIT);
        MatchRequest search = SearchFixtures.aSearch("", noCleaning);
        Matcher matcher = matcherOf(touching, touchingAndMentioning, called, calledWithinAWord, sayingItInTwoWords);
        assertThat(ids(matcher.match(search))).containsExactlyInAnyOrder(1L, 2L);
        assertThat(matcher.facets(search, Integer.MAX_VALUE).found().posts()).isEqualTo(2);
    }

    @Test
    void aNameThatIsNoWordHidesWhoeverHasItsCharacters() {
        Matcher matcher = matcherOf(Fixtures.titled(Fixtures.aPost(1, 1), "环保洁具缝纫"), Fixtures.aPost(2, 1));
        Search noSewing = new Search(Map.of(), SearchFixtures.withoutName("缝纫"), SearchSort.FIT);
        assertThat(ids(matcher.match(SearchFixtures.aSearch("", noSewing)))).containsExactly(2L);
    }

    @Test
    void whoDeniesInTheTitleToBeWhatIsNotWantedIsNotHidden() {
        JobPost called = Fixtures.titled(Fixtures.aPost(1, 1), "装卸，保洁");
        JobPost denying = Fixtures.titled(Fixtures.aPost(2, 1), "装卸（不做保洁）");
        JobPost another = Fixtures.worded(Fixtures.aPost(3, 1), "保洁", "不做保洁以外的事");
        Search noCleaning = new Search(Map.of(), SearchFixtures.withoutName("保洁", "非保洁", "不做保洁"), SearchSort.FIT);
        assertThat(ids(matcherOf(called, denying, another).match(SearchFixtures.aSearch("", noCleaning))))
                .containsExactly(2L);
    }

    private static final Search CARRYING_OR_PERHAPS_CLEANING =
            new Search(Map.of(Fixtures.CARRYING, 0.5, Fixtures.CLEANING, 0.2), SearchFilter.NONE, SearchSort.FIT, true);

    @Test
    void whatWordsMeanBesidesIsNotFoundIfWhatTheySurelyMeanFillsAPage() {
        List<JobPost> posts = new ArrayList<>(posts(1, 20, Fixtures.CARRYING, "装卸"));
        posts.addAll(posts(21, 60, Fixtures.CLEANING, "保洁"));
        posts.addAll(posts(61, 62, Fixtures.CLEANING, "装卸"));
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        MatchRequest search = SearchFixtures.aSearch("装卸", CARRYING_OR_PERHAPS_CLEANING);
        assertThat(matcher.facets(search, Integer.MAX_VALUE).found().posts()).isEqualTo(22);
        assertThat(ids(matcher.match(search))).allMatch(id -> id <= 20);
        Cursor next = matcher.match(search).next().orElseThrow();
        assertThat(ids(matcher.match(search.withAfter(next)))).containsExactlyInAnyOrder(61L, 62L);
        MatchRequest cleaning = SearchFixtures.aSearch(
                "保洁", new Search(Map.of(Fixtures.CLEANING, 0.2), SearchFilter.NONE, SearchSort.FIT, true));
        assertThat(matcher.facets(cleaning, Integer.MAX_VALUE).found().posts())
                .as("a weak meaning that is the only one")
                .isEqualTo(42);
    }

    @Test
    void whatWordsMeanBesidesComesBehindIfTooLittleIsFoundOfWhatTheySurelyMean() {
        List<JobPost> posts = new ArrayList<>(posts(1, 5, Fixtures.CLEANING, "保洁"));
        posts.addAll(posts(6, 10, Fixtures.CARRYING, "装卸"));
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        MatchRequest search = SearchFixtures.aSearch("装卸", CARRYING_OR_PERHAPS_CLEANING);
        assertThat(ids(matcher.match(search))).containsExactly(6L, 7L, 8L, 9L, 10L, 1L, 2L, 3L, 4L, 5L);
        assertThat(matcher.facets(search, Integer.MAX_VALUE).found().posts()).isEqualTo(10);
        assertThat(matcher.trades(search)).containsExactlyInAnyOrder(Fixtures.CARRYING, Fixtures.CLEANING);
    }

    @Test
    void whatWordsMeanBesidesStaysLeftOutOfLaterPagesThoughPostsGoMeanwhile() {
        List<JobPost> posts = new ArrayList<>(posts(1, 25, Fixtures.CARRYING, "装卸"));
        posts.addAll(posts(26, 30, Fixtures.CLEANING, "保洁"));
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        MatchRequest search =
                SearchFixtures.aSearch("装卸", CARRYING_OR_PERHAPS_CLEANING).withLimit(15);
        MatchResult first = matcher.match(search);
        matcher.apply(new IndexBatch(
                LongStream.rangeClosed(20, 25)
                        .<IndexChange>mapToObj(id -> new IndexChange.RemoveJobPost(id, 2))
                        .toList(),
                1));
        assertThat(pages(matcher, search, first))
                .isEqualTo(LongStream.rangeClosed(1, 19).boxed().toList());
        assertThat(ids(matcher.match(search.withLimit(50)))).as("asked anew").contains(26L);
    }

    @Test
    void whatWordsMeanBesidesIsFoundOnLaterPagesThoughPostsComeMeanwhile() {
        List<JobPost> posts = new ArrayList<>(posts(1, 15, Fixtures.CARRYING, "装卸"));
        posts.addAll(posts(16, 20, Fixtures.CLEANING, "保洁"));
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        MatchRequest search =
                SearchFixtures.aSearch("装卸", CARRYING_OR_PERHAPS_CLEANING).withLimit(12);
        MatchResult first = matcher.match(search);
        matcher.apply(put(1, posts(21, 30, Fixtures.CARRYING, "装卸").toArray(JobPost[]::new)));
        assertThat(pages(matcher, search, first))
                .doesNotHaveDuplicates()
                .containsAll(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(ids(matcher.match(search.withLimit(50)))).as("asked anew").doesNotContain(16L);
    }

    /** The posts of this page and of all that follow. */
    private static List<Long> pages(Matcher matcher, MatchRequest request, MatchResult first) {
        List<Long> ids = new ArrayList<>(ids(first));
        for (MatchResult page = first; page.next().isPresent(); ) {
            page = matcher.match(request.withAfter(page.next().get()));
            ids.addAll(ids(page));
        }
        return ids;
    }

    @Test
    void aBlockedEmployersPostIsNeverShown() {
        Matcher matcher = matcherOf(Fixtures.aPost(1, 1), Fixtures.ofEmployer(Fixtures.aPost(2, 1), 8));
        Background background = new Background(Set.of(), Set.of(), Set.of(9L), Set.of());
        assertThat(ids(matcher.match(Fixtures.of(background)))).containsExactly(1L);
    }

    @Test
    void anEmployerWantedAgainComesFirstAndAPostPutAsideLastAmongEquals() {
        Matcher matcher =
                matcherOf(Fixtures.aPost(1, 1), Fixtures.aPost(2, 1), Fixtures.ofEmployer(Fixtures.aPost(3, 1), 8));
        Background background = new Background(Set.of(), Set.of(9L), Set.of(), Set.of(1L));
        assertThat(ids(matcher.match(Fixtures.of(background)))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void spreadingChangesOnlyTheOrderOfNearEquals() {
        RandomGenerator random = new SplittableRandom(23);
        List<JobPost> posts = new ArrayList<>();
        for (int id = 1; id <= 500; id++) {
            posts.add(Fixtures.randomPost(random, id, 1));
        }
        Matcher matcher = matcherOf(posts.toArray(JobPost[]::new));
        MatchRequest plain = Fixtures.aRequest(Fixtures.aWish());
        List<Match> byScore = matcher.match(plain).matches();
        Set<List<Long>> orders = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            List<Match> spread = matcher.match(Fixtures.spread(plain, seed)).matches();
            orders.add(spread.stream().map(Match::id).toList());
            for (Match match : spread) {
                assertThat(match.rank() - match.score()).isBetween(0.0, RankingModel.CURRENT.spreadWidth() + 1e-12);
            }
            double lost = byScore.stream().mapToDouble(Match::score).sum()
                    - spread.stream().mapToDouble(Match::score).sum();
            assertThat(lost / byScore.size()).isLessThanOrEqualTo(2 * RankingModel.CURRENT.spreadWidth());
        }
        assertThat(orders).hasSizeGreaterThan(1);
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
        assertThat(ids(matcher.match(Fixtures.at(expiry.minus(Duration.ofSeconds(1))))))
                .containsExactly(1L);
        assertThat(ids(matcher.match(Fixtures.at(expiry)))).isEmpty();
    }

    @Test
    void nobodyUnderSixteenIsShownAnything() {
        Matcher matcher = matcherOf(Fixtures.aPost(1, 1));
        assertThat(ids(matcher.match(Fixtures.aged(15)))).isEmpty();
        assertThat(ids(matcher.match(Fixtures.aged(16)))).containsExactly(1L);
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

    @Test
    void versionsAreThoseOfPostsThatAreThereOpenOrNot() {
        CandidateIndex index = open(List.of(Fixtures.aPost(1, 1), Fixtures.aPost(2, 3), Fixtures.aPost(9, 1)));
        matcher(index);
        index.apply(new IndexBatch(
                List.of(
                        new IndexChange.PutJobPost(Fixtures.aPost(3, 7)),
                        new IndexChange.PutJobPost(Fixtures.aPost(1, 2)),
                        new IndexChange.RemoveJobPost(9, 2)),
                1));
        assertThat(index.postVersions(1, 9))
                .containsExactly(new RowVersion(1, 2), new RowVersion(2, 3), new RowVersion(3, 7));
        assertThat(index.postVersions(2, 2)).containsExactly(new RowVersion(2, 3));
        assertThat(index.postVersions(4, 8)).isEmpty();
        assertThat(index.seekerVersions(0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void aReplacementCountsWhateverVersionWasThere() {
        CandidateIndex index = open(List.of(Fixtures.aPost(1, 5), Fixtures.aPost(2, 5)));
        matcher(index);
        index.replace(new IndexBatch(
                List.of(new IndexChange.PutJobPost(Fixtures.aPost(1, 3)), new IndexChange.RemoveJobPost(2, 4)), 0));
        assertThat(index.postVersions(1, 2)).containsExactly(new RowVersion(1, 3));
        index.apply(new IndexBatch(List.of(new IndexChange.PutJobPost(Fixtures.aPost(2, 4))), 0));
        assertThat(index.postVersions(1, 2)).as("the removal left its version").containsExactly(new RowVersion(1, 3));
        index.apply(new IndexBatch(List.of(new IndexChange.PutJobPost(Fixtures.aPost(2, 5))), 0));
        assertThat(index.postVersions(1, 2)).containsExactly(new RowVersion(1, 3), new RowVersion(2, 5));
    }

    @Test
    void aViewStaysReadableWhenItsIndexIsClosed() {
        CandidateIndex index = open(List.of(Fixtures.aPost(1, 1)));
        RankingQuery query =
                new RankingQuery(RankingModel.CURRENT, Fixtures.TREE, Fixtures.aRequest(Fixtures.aWish()), List.of());
        try (CandidateView before = index.acquire()) {
            index.close();
            assertThat(before.best(query)).hasSize(1);
            try (CandidateView after = index.acquire()) {
                assertThat(after.best(query)).hasSize(1);
            }
        }
    }
}
