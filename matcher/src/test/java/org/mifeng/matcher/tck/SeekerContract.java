package org.mifeng.matcher.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.MatchResult;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.Openings;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.SeekerMatch;
import org.mifeng.matcher.SeekerRequest;
import org.mifeng.matcher.SeekerResult;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;

/** All that a backend promises of seekers for a post. A backend's test extends it and says how to open one. */
public abstract class SeekerContract {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<AutoCloseable> opened = new ArrayList<>();

    /** An index that holds these posts and seekers at position 0. */
    protected abstract CandidateIndex open(List<IndexChange> puts);

    @AfterEach
    void closeOpened() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        opened.clear();
    }

    final Matcher matcher(CandidateIndex index) {
        Matcher matcher = new Matcher(index, Fixtures.TREE, RankingModel.CURRENT);
        opened.add(matcher);
        return matcher;
    }

    private Matcher matcherOf(Seeker... seekers) {
        return matcher(open(puts(List.of(seekers))));
    }

    static List<IndexChange> puts(List<Seeker> seekers) {
        return seekers.stream().<IndexChange>map(IndexChange.PutSeeker::new).toList();
    }

    private static List<Long> ids(SeekerResult result) {
        return result.matches().stream().map(SeekerMatch::id).toList();
    }

    private static List<Long> idsFor(Matcher matcher, JobPost post) {
        return ids(matcher.seekersFor(Fixtures.forPost(post)));
    }

    static List<Seeker> randomSeekers(RandomGenerator random, int count) {
        List<Seeker> seekers = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            seekers.add(Fixtures.randomSeeker(random, id, 1));
        }
        return seekers;
    }

    @Test
    void aSeekerIsFoundForAPostExactlyWhenThePostIsShownToThemAndWithTheSameScore() throws Exception {
        RandomGenerator random = new SplittableRandom(41);
        int shown = 0;
        for (int market = 0; market < 40; market++) {
            JobPost post = Fixtures.randomPost(random, 1 + random.nextInt(3_000), 1);
            List<Seeker> seekers = randomSeekers(random, 150);
            List<IndexChange> puts = new ArrayList<>(puts(seekers));
            puts.add(new IndexChange.PutJobPost(post));
            Matcher matcher = matcher(open(puts));
            List<SeekerMatch> found = matcher.seekersFor(new SeekerRequest(post, Fixtures.NOW, 200, Optional.empty()))
                    .matches();
            for (Seeker seeker : seekers) {
                Optional<Match> forward = shownTo(seeker, matcher);
                Optional<SeekerMatch> reverse = found.stream()
                        .filter(match -> match.id() == seeker.id())
                        .findFirst();
                assertThat(reverse.map(SeekerMatch::score)).isEqualTo(forward.map(Match::score));
                assertThat(reverse.map(SeekerMatch::parts)).isEqualTo(forward.map(Match::parts));
                assertThat(reverse.map(SeekerMatch::metres)).isEqualTo(forward.map(Match::metres));
                shown += forward.isPresent() ? 1 : 0;
            }
            closeOpened();
        }
        assertThat(shown).isGreaterThan(300);
    }

    /** The post as the seeker's own list shows it; not at all if only by giving up a wish. */
    private static Optional<Match> shownTo(Seeker seeker, Matcher matcher) {
        int age = Period.between(seeker.birthDate(), LocalDate.ofInstant(Fixtures.NOW, ZONE))
                .getYears();
        MatchResult result = matcher.match(new MatchRequest(
                seeker.wish(),
                seeker.background(),
                Optional.of(age),
                Optional.empty(),
                OptionalLong.empty(),
                Fixtures.NOW,
                1,
                MatchRequest.Cursor.START));
        return seeker.active() && result.relaxed().isEmpty()
                ? result.matches().stream().findFirst()
                : Optional.empty();
    }

    @Test
    void pagesOfSeekersHaveNoGapAndNoRepeat() {
        RandomGenerator random = new SplittableRandom(8);
        List<Seeker> seekers = new ArrayList<>();
        for (int id = 1; id <= 150; id++) {
            // all alike, so that many scores are equal
            seekers.add(Fixtures.aSeeker(id, 1));
        }
        for (int id = 151; id <= 190; id++) {
            seekers.add(Fixtures.randomSeeker(random, id, 1));
        }
        Matcher matcher = matcherOf(seekers.toArray(Seeker[]::new));
        JobPost post = Fixtures.aPost(1, 1);
        List<Long> whole = ids(matcher.seekersFor(new SeekerRequest(post, Fixtures.NOW, 200, Optional.empty())));
        for (int limit : new int[] {1, 3, 7, 50}) {
            List<Long> seen = new ArrayList<>();
            SeekerResult page = matcher.seekersFor(new SeekerRequest(post, Fixtures.NOW, limit, Optional.empty()));
            seen.addAll(ids(page));
            while (page.next().isPresent()) {
                page = matcher.seekersFor(new SeekerRequest(post, Fixtures.NOW, limit, page.next()));
                seen.addAll(ids(page));
            }
            assertThat(seen).as("limit %d", limit).hasSizeGreaterThan(150).isEqualTo(whole);
        }
    }

    @Test
    void nobodyUnderSixteenIsFoundAndBirthdaysCountOnTheClockOfShanghai() {
        LocalDate today = LocalDate.ofInstant(Fixtures.NOW, ZONE);
        Matcher matcher = matcherOf(
                Fixtures.born(1, today.minusYears(16)),
                Fixtures.born(2, today.minusYears(16).plusDays(1)),
                Fixtures.born(3, today.minusYears(5)));
        assertThat(idsFor(matcher, Fixtures.aPost(9, 1))).containsExactly(1L);
        Instant lastSecondOfYesterday = today.atStartOfDay(ZONE).toInstant().minusSeconds(1);
        assertThat(ids(matcher.seekersFor(
                        new SeekerRequest(Fixtures.aPost(9, 1), lastSecondOfYesterday, 50, Optional.empty()))))
                .isEmpty();
    }

    @Test
    void whoWasBornOnALeapDayComesOfAgeOnTheFirstOfMarch() {
        Matcher matcher = matcherOf(Fixtures.born(1, LocalDate.of(2008, 2, 29)));
        JobPost hazardous = hazardous(Fixtures.aPost(9, 1));
        Instant february = LocalDate.of(2026, 2, 28).atTime(12, 0).atZone(ZONE).toInstant();
        assertThat(ids(matcher.seekersFor(new SeekerRequest(hazardous, february, 50, Optional.empty()))))
                .isEmpty();
        assertThat(ids(matcher.seekersFor(
                        new SeekerRequest(hazardous, february.plus(Duration.ofDays(1)), 50, Optional.empty()))))
                .containsExactly(1L);
    }

    private static JobPost hazardous(JobPost post) {
        return changed(post, post.openings(), Set.of(Hazard.NIGHT), post.certificates());
    }

    private static JobPost changed(JobPost post, Openings openings, Set<Hazard> hazards, long certificates) {
        return new JobPost(
                post.id(),
                post.version(),
                post.employerId(),
                post.open(),
                post.occupation(),
                post.place(),
                post.town(),
                post.title(),
                post.body(),
                post.pay(),
                post.settlement(),
                post.slots(),
                post.shiftFixed(),
                openings,
                certificates,
                post.benefits(),
                hazards,
                post.hazardsKnown(),
                post.minAge(),
                post.maxAge(),
                post.trustPercent(),
                post.welcomes(),
                post.startsOn(),
                post.postedAt(),
                post.confirmedAt(),
                post.validUntil());
    }

    @Test
    void sixteenAndSeventeenAreNotFoundForHazardousWork() {
        LocalDate today = LocalDate.ofInstant(Fixtures.NOW, ZONE);
        Matcher matcher = matcherOf(
                Fixtures.born(1, today.minusYears(18)),
                Fixtures.born(2, today.minusYears(18).plusDays(1)));
        assertThat(idsFor(matcher, hazardous(Fixtures.aPost(9, 1)))).containsExactly(1L);
        assertThat(idsFor(matcher, Fixtures.aPost(9, 1))).containsExactly(1L, 2L);
    }

    @Test
    void whoBlockedTheEmployerOrLacksTheCertificateOrIsInactiveIsNotFound() {
        Seeker usual = Fixtures.aSeeker(4, 1);
        Matcher matcher = matcherOf(
                Fixtures.aSeeker(1, 1),
                Fixtures.of(2, new Background(Set.of(), Set.of(), Set.of(1L), Set.of())),
                new Seeker(3, 1, false, usual.birthDate(), usual.wish(), Background.NONE));
        JobPost post = Fixtures.aPost(9, 1);
        assertThat(idsFor(matcher, post)).containsExactly(1L);
        assertThat(idsFor(matcher, changed(post, post.openings(), Set.of(), 1))).isEmpty();
    }

    @Test
    void aClosedFullOrExpiredPostHasNoSeekers() {
        Matcher matcher = matcherOf(Fixtures.aSeeker(1, 1));
        JobPost post = Fixtures.aPost(9, 1);
        assertThat(idsFor(matcher, changed(post, new Openings(5, 0, 0), Set.of(), 0)))
                .isEmpty();
        assertThat(ids(matcher.seekersFor(new SeekerRequest(post, post.validUntil(), 50, Optional.empty()))))
                .isEmpty();
        assertThat(idsFor(matcher, post)).containsExactly(1L);
    }

    @Test
    void whoWantsTheEmployerAgainComesFirstAndWhoPutThePostAsideLastAmongEquals() {
        Matcher matcher = matcherOf(
                Fixtures.of(1, new Background(Set.of(), Set.of(), Set.of(), Set.of(9L))),
                Fixtures.aSeeker(2, 1),
                Fixtures.of(3, new Background(Set.of(), Set.of(1L), Set.of(), Set.of())));
        assertThat(idsFor(matcher, Fixtures.aPost(9, 1))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void aRemovedSeekerIsGoneAndNotBroughtBackByAnOlderChange() {
        Matcher matcher = matcherOf(Fixtures.aSeeker(1, 1));
        matcher.apply(new IndexBatch(List.of(new IndexChange.RemoveSeeker(1, 3)), 1));
        matcher.apply(new IndexBatch(puts(List.of(Fixtures.aSeeker(1, 2))), 2));
        assertThat(idsFor(matcher, Fixtures.aPost(9, 1))).isEmpty();
        matcher.apply(new IndexBatch(puts(List.of(Fixtures.aSeeker(1, 4))), 3));
        assertThat(idsFor(matcher, Fixtures.aPost(9, 1))).containsExactly(1L);
    }
}
