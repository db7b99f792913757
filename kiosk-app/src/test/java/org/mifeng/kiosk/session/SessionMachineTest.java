package org.mifeng.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mifeng.kiosk.card.UnreadableReason;
import org.mifeng.kiosk.service.JobCard;
import org.mifeng.kiosk.service.JobDetail;
import org.mifeng.kiosk.service.JobPage;
import org.mifeng.kiosk.service.JobShortage;
import org.mifeng.kiosk.service.Relaxed;
import org.mifeng.kiosk.service.SessionStarted;
import org.mifeng.kiosk.session.SessionEvent.CardRead.Suits;
import org.mifeng.kiosk.session.SessionEvent.Touch;
import org.mifeng.kiosk.session.SessionMachine.Step;
import org.mifeng.kiosk.session.State.Trouble;

class SessionMachineTest {
    private static final Instant START = Instant.parse("2026-11-21T21:30:00Z");

    private final SessionMachine machine = new SessionMachine(Timings.STANDARD);
    private final List<Effect> effects = new ArrayList<>();
    private Instant now = START;
    private Step step = Step.first();

    private void happens(SessionEvent event) {
        step = machine.on(step, event, now);
        effects.addAll(step.effects());
    }

    private void passes(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusMillis(250);
            happens(new SessionEvent.Tick());
        }
    }

    private State state() {
        return step.state();
    }

    private long visit() {
        return ((State.Active) state()).visit().id();
    }

    private static List<JobCard> jobs(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> new JobCard(
                        "job" + i,
                        i + 1,
                        "装卸工",
                        null,
                        null,
                        new JobCard.Pay(26_000, "DAY", null, null),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of()))
                .toList();
    }

    private static SessionStarted answer(String session, String cursor, int jobs) {
        return new SessionStarted(session, true, "NONE", jobs, jobs(0, jobs), null, cursor.isEmpty() ? null : cursor);
    }

    private void browsing(int jobs, String cursor) {
        happens(new SessionEvent.CardDetected());
        happens(new SessionEvent.CardRead("张*", Suits.YES, false));
        happens(new SessionEvent.Matched(visit(), answer("session" + visit(), cursor, jobs)));
    }

    @Test
    void noTouchLiesBetweenACardAndTheList() {
        happens(new SessionEvent.CardDetected());
        assertThat(state()).isInstanceOf(State.Reading.class);
        happens(new SessionEvent.CardRead("张*", Suits.YES, true));
        assertThat(effects).containsExactly(new Effect.AskForCard(1));
        happens(new SessionEvent.Matched(1, answer("s", "", 6)));
        assertThat(state()).isInstanceOfSatisfying(State.Browsing.class, browsing -> {
            assertThat(browsing.visit().maskedName()).isEqualTo("张*");
            assertThat(browsing.visit().cardExpired()).isTrue();
            assertThat(browsing.list().page(4)).hasSize(4);
        });
    }

    @Test
    void aNewCardReplacesTheVisitAndWipesIt() {
        browsing(6, "");
        effects.clear();
        happens(new SessionEvent.CardDetected());
        assertThat(effects).containsExactly(new Effect.Wipe(1), new Effect.CloseServiceSession("session1"));
        assertThat(state()).isInstanceOf(State.Reading.class);
        assertThat(visit()).isEqualTo(2);
        assertThat(state().toString()).doesNotContain("张", "session1", "job0");
    }

    @Test
    void anAnswerForSomebodyWhoLeftIsClosedUnseen() {
        happens(new SessionEvent.CardDetected());
        happens(new SessionEvent.CardRead("张*", Suits.YES, false));
        happens(new SessionEvent.CardDetected());
        effects.clear();
        happens(new SessionEvent.Matched(1, answer("late", "", 6)));
        assertThat(state()).isInstanceOf(State.Reading.class);
        assertThat(effects).containsExactly(new Effect.CloseServiceSession("late"));
    }

    @Test
    void idleTimeLeadsToACountdownThatATouchStops() {
        browsing(6, "");
        passes(Duration.ofSeconds(59));
        assertThat(state()).isInstanceOf(State.Browsing.class);
        passes(Duration.ofSeconds(1));
        assertThat(state())
                .isInstanceOfSatisfying(
                        State.Warning.class,
                        warning -> assertThat(warning.endsAt()).isEqualTo(now.plusSeconds(30)));
        passes(Duration.ofSeconds(29));
        happens(new Touch.StillHere());
        assertThat(state()).isInstanceOf(State.Browsing.class);
        passes(Duration.ofSeconds(60));
        effects.clear();
        passes(Duration.ofSeconds(30));
        assertThat(state()).isEqualTo(new State.Ended(now, true));
        assertThat(effects).containsExactly(new Effect.Wipe(1), new Effect.CloseServiceSession("session1"));
    }

    @Test
    void whenTheCardIsTakenThereIsAGraceAndAShortCountdown() {
        browsing(6, "");
        happens(new SessionEvent.CardRemoved());
        assertThat(state()).isInstanceOf(State.Browsing.class);
        passes(Duration.ofSeconds(30));
        assertThat(state())
                .isInstanceOfSatisfying(
                        State.Warning.class,
                        warning -> assertThat(warning.endsAt()).isEqualTo(now.plusSeconds(10)));
        happens(new Touch.StillHere());
        assertThat(state()).isInstanceOf(State.Browsing.class);
        passes(Duration.ofSeconds(40));
        assertThat(state()).isEqualTo(new State.Ended(now, false));
        passes(Duration.ofSeconds(4));
        assertThat(state()).isEqualTo(new State.Idle(false));
    }

    @Test
    void noVisitOutlastsTenMinutesHoweverOftenTheScreenIsTouched() {
        browsing(6, "");
        for (int i = 0; i < 60; i++) {
            passes(Duration.ofSeconds(10));
            happens(new Touch.StillHere());
        }
        assertThat(state()).isNotInstanceOf(State.Active.class);
    }

    @Test
    void everyFaultOfACardHasItsScreen() {
        Map<UnreadableReason, Trouble.Kind> screens = new EnumMap<>(UnreadableReason.class);
        for (UnreadableReason reason : UnreadableReason.values()) {
            happens(new SessionEvent.CardDetected());
            happens(new SessionEvent.CardUnreadable(reason));
            screens.put(reason, ((Trouble) state()).kind());
        }
        assertThat(screens)
                .containsEntry(UnreadableReason.LIFTED, Trouble.Kind.CARD_LIFTED)
                .containsEntry(UnreadableReason.WRONG_CARD, Trouble.Kind.CARD_WRONG)
                .containsEntry(UnreadableReason.DAMAGED, Trouble.Kind.CARD_DAMAGED)
                .containsEntry(UnreadableReason.READER_BROKEN, Trouble.Kind.READER_BROKEN);
    }

    @Test
    void aChildIsNeverLedToJobs() {
        happens(new SessionEvent.CardDetected());
        happens(new SessionEvent.CardRead("小*", Suits.UNDER_16, false));
        assertThat(effects).isEmpty();
        happens(new Touch.NoCard());
        assertThat(state())
                .isInstanceOfSatisfying(
                        Trouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(Trouble.Kind.UNDER_16));

        happens(new SessionEvent.CardDetected());
        happens(new SessionEvent.CardRead("小*", Suits.YES, false));
        happens(new SessionEvent.Matched(
                visit(), new SessionStarted("s", true, "UNDER_16", 0, jobs(0, 3), null, null)));
        assertThat(state())
                .isInstanceOfSatisfying(
                        Trouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(Trouble.Kind.UNDER_16));
    }

    @Test
    void aServiceThatDoesNotAnswerIsToldOfAndJobsWithoutACardAreAWayOn() {
        happens(new SessionEvent.CardDetected());
        happens(new SessionEvent.CardRead("张*", Suits.YES, false));
        passes(Duration.ofSeconds(12));
        assertThat(state())
                .isInstanceOfSatisfying(
                        Trouble.class,
                        trouble -> assertThat(trouble.kind()).isEqualTo(Trouble.Kind.SERVICE_UNREACHABLE));
        happens(new Touch.NoCard());
        happens(new Touch.Choose(Picture.CLEAN));
        happens(new SessionEvent.JobsCame(visit(), new JobPage(jobs(0, 3), null, null)));
        assertThat(state()).isInstanceOf(State.Browsing.class);
    }

    @Test
    void pagesGoOnBehindWhatTheServiceSentFirst() {
        browsing(6, "next");
        happens(new Touch.Next());
        assertThat(page()).containsExactly("job4", "job5");
        happens(new Touch.Next());
        assertThat(effects).contains(new Effect.AskForMore(1, "session1", "next"));
        happens(new Touch.Next());
        assertThat(effects.stream().filter(Effect.AskForMore.class::isInstance)).hasSize(1);
        happens(new SessionEvent.JobsCame(1, new JobPage(jobs(6, 5), null, null)));
        assertThat(page()).containsExactly("job8", "job9", "job10");
        happens(new Touch.Next());
        assertThat(page()).containsExactly("job8", "job9", "job10");
        happens(new Touch.Previous());
        assertThat(page()).containsExactly("job4", "job5", "job6", "job7");
    }

    @Test
    void aFailureToGetMoreLeavesThePageAndCanBeTriedAgain() {
        browsing(4, "next");
        happens(new Touch.Next());
        happens(new SessionEvent.Failed(
                1, SessionEvent.Failed.Question.MORE_JOBS, SessionEvent.Failed.Why.UNREACHABLE));
        assertThat(page()).containsExactly("job0", "job1", "job2", "job3");
        happens(new Touch.Next());
        assertThat(effects.stream().filter(Effect.AskForMore.class::isInstance)).hasSize(2);
    }

    @Test
    void anEmptyPageWithMoreBehindItIsPassedOver() {
        browsing(4, "next");
        happens(new Touch.Next());
        effects.clear();
        happens(new SessionEvent.JobsCame(1, new JobPage(List.of(), null, "further")));
        assertThat(effects).containsExactly(new Effect.AskForMore(1, "session1", "further"));
        happens(new SessionEvent.JobsCame(1, new JobPage(jobs(4, 2), null, null)));
        assertThat(page()).containsExactly("job4", "job5");
    }

    @Test
    void aJobThatWasFilledMeanwhileIsToldOfAndTheListIsStillThere() {
        browsing(4, "");
        happens(new Touch.Open(0));
        happens(new SessionEvent.Failed(1, SessionEvent.Failed.Question.JOB, SessionEvent.Failed.Why.GONE));
        assertThat(job().failed()).contains(SessionEvent.Failed.Why.GONE);
        happens(new Touch.Back());
        assertThat(page()).hasSize(4);
    }

    @Test
    void thePhoneIsShownOnlyWhenTouched() {
        browsing(4, "");
        happens(new Touch.Open(2));
        assertThat(effects).contains(new Effect.AskForJob(1, "job2"));
        happens(new SessionEvent.JobCame(1, new JobDetail("job2", "卸车", "0537-0000001", List.of())));
        assertThat(job().phoneShown()).isFalse();
        happens(new Touch.ShowPhone());
        assertThat(job().phoneShown()).isTrue();
        happens(new Touch.Back());
        assertThat(page()).hasSize(4);
    }

    @Test
    void fewerJobsFitInLargerLettersWithoutKeepingAnyoneAlive() {
        browsing(6, "");
        passes(Duration.ofSeconds(50));
        happens(new SessionEvent.Fits(2));
        assertThat(page()).hasSize(2);
        happens(new SessionEvent.Fits(9));
        assertThat(page()).hasSize(2);
        passes(Duration.ofSeconds(10));
        assertThat(state()).isInstanceOf(State.Warning.class);
    }

    private List<String> page() {
        State.Browsing browsing = (State.Browsing) state();
        return browsing.list().page(browsing.visit().pageSize()).stream()
                .map(JobCard::id)
                .toList();
    }

    private State.View.Job job() {
        return (State.View.Job) ((State.Browsing) state()).view();
    }

    private static final JobShortage FARTHER = new JobShortage(List.of(
            new JobShortage.More("TRADE", 40, false, "放宽工种，能再多 40 个"),
            new JobShortage.More("DISTANCE", 23, true, "放宽距离，能再多 23 个")));

    private static JobPage withoutDistance(int jobs) {
        return new JobPage(jobs(0, jobs), new Relaxed(List.of("DISTANCE"), "已放宽：距离"), null);
    }

    private State.JobList list() {
        return ((State.Browsing) state()).list();
    }

    @Test
    void atTheEndTheServiceIsAskedOnceWhyItEnds() {
        browsing(6, "");
        assertThat(effects).noneMatch(Effect.AskForShortage.class::isInstance);
        happens(new Touch.Next());
        assertThat(effects).contains(new Effect.AskForShortage(1, "session1", Set.of()));
        effects.clear();
        happens(new SessionEvent.ShortageCame(1, FARTHER));
        assertThat(list().ending().gain())
                .as("what the list hides; what it only puts lower is there already")
                .contains(FARTHER.more().getLast());
        happens(new Touch.Previous());
        happens(new Touch.Next());
        assertThat(effects).isEmpty();
    }

    @Test
    void aWishThatIsGivenUpBeginsANewListThatEndsForAnotherReason() {
        browsing(3, "");
        happens(new SessionEvent.ShortageCame(1, FARTHER));
        happens(new Touch.Relax());
        happens(new Touch.Relax());
        assertThat(effects.stream().filter(Effect.AskWithout.class::isInstance))
                .containsExactly(new Effect.AskWithout(1, "session1", Set.of("DISTANCE")));
        happens(new SessionEvent.ListedAnew(1, withoutDistance(4)));
        assertThat(page()).hasSize(4);
        assertThat(list().relaxed()).isPresent();
        assertThat(effects).contains(new Effect.AskForShortage(1, "session1", Set.of("DISTANCE")));
        happens(new SessionEvent.ShortageCame(
                1, new JobShortage(List.of(new JobShortage.More("TIME", 5, true, "放宽时间，能再多 5 个")))));
        happens(new Touch.Relax());
        assertThat(effects).contains(new Effect.AskWithout(1, "session1", Set.of("DISTANCE", "TIME")));
    }

    @Test
    void aFailureToListAnewLeavesTheListAndCanBeTriedAgain() {
        browsing(3, "");
        happens(new SessionEvent.ShortageCame(1, FARTHER));
        happens(new Touch.Relax());
        happens(new SessionEvent.Failed(
                1, SessionEvent.Failed.Question.MORE_JOBS, SessionEvent.Failed.Why.UNREACHABLE));
        assertThat(page()).hasSize(3);
        happens(new Touch.Relax());
        assertThat(effects.stream().filter(Effect.AskWithout.class::isInstance)).hasSize(2);
    }

    @Test
    void likeJobsAreOneStepAwayAndLeadBackTheSameWay() {
        browsing(6, "");
        happens(new Touch.Next());
        happens(new Touch.Open(1));
        happens(new Touch.Similar());
        happens(new Touch.Similar());
        assertThat(effects.stream().filter(Effect.AskForSimilar.class::isInstance))
                .containsExactly(new Effect.AskForSimilar(1, Optional.of("session1"), "job5"));
        happens(new SessionEvent.SimilarCame(1, "job4", new JobPage(jobs(30, 2), null, null)));
        assertThat(job().others()).as("jobs like another one").isEqualTo(State.View.Others.WAITING);
        happens(new SessionEvent.SimilarCame(1, "job5", new JobPage(jobs(20, 5), null, null)));
        assertThat(page()).containsExactly("job20", "job21", "job22", "job23");
        // why the person's own list ends comes late, and is for that list
        happens(new SessionEvent.ShortageCame(1, FARTHER));
        happens(new Touch.Open(0));
        effects.clear();
        happens(new Touch.Similar());
        assertThat(effects).isEmpty();
        happens(new Touch.Back());
        happens(new Touch.Back());
        assertThat(job().card().id()).isEqualTo("job5");
        happens(new Touch.Back());
        assertThat(page()).containsExactly("job4", "job5");
        assertThat(list().ending().gain()).isPresent();
    }

    @Test
    void whereThereIsNothingLikeItThatIsSaid() {
        browsing(2, "");
        happens(new Touch.Open(0));
        happens(new Touch.Similar());
        happens(new SessionEvent.Failed(1, SessionEvent.Failed.Question.SIMILAR, SessionEvent.Failed.Why.UNREACHABLE));
        assertThat(job().others()).isEqualTo(State.View.Others.FAILED);
        happens(new Touch.Similar());
        happens(new SessionEvent.SimilarCame(1, "job0", new JobPage(List.of(), null, null)));
        assertThat(job().others()).isEqualTo(State.View.Others.NONE);
    }

    private static JobPage anyPage(Random random) {
        return new JobPage(
                jobs(random.nextInt(50), random.nextInt(9)),
                random.nextBoolean() ? null : new Relaxed(List.of("DISTANCE"), "已放宽：距离"),
                random.nextBoolean() ? "c" : null);
    }

    /** Anything may happen at any time, in any order. */
    private SessionEvent anything(Random random) {
        long visit = state() instanceof State.Active active && random.nextInt(5) > 0
                ? active.visit().id()
                : random.nextInt(1_000);
        return switch (random.nextInt(29)) {
            case 0 -> new SessionEvent.CardDetected();
            case 1, 2 -> new SessionEvent.CardRead("张*", Suits.YES, random.nextBoolean());
            case 3 -> new SessionEvent.CardRead("张*", Suits.values()[random.nextInt(3)], false);
            case 4 -> new SessionEvent.CardUnreadable(UnreadableReason.values()[random.nextInt(4)]);
            case 5 -> new SessionEvent.CardRemoved();
            case 6 -> random.nextInt(20) == 0 ? new SessionEvent.ReaderLost() : new SessionEvent.Tick();
            case 7, 8 ->
                new SessionEvent.Matched(
                        visit, answer("s" + random.nextInt(9), random.nextBoolean() ? "c" : "", random.nextInt(12)));
            case 9, 10 -> new SessionEvent.JobsCame(visit, anyPage(random));
            case 11 -> new SessionEvent.JobCame(visit, new JobDetail("job" + random.nextInt(9), "x", "1", List.of()));
            case 12 ->
                new SessionEvent.Failed(
                        visit,
                        SessionEvent.Failed.Question.values()[random.nextInt(5)],
                        SessionEvent.Failed.Why.values()[random.nextInt(3)]);
            case 13 -> new Touch.NoCard();
            case 14 -> new Touch.Choose(Picture.values()[random.nextInt(Picture.values().length)]);
            case 15, 16 -> new Touch.Next();
            case 17 -> new Touch.Previous();
            case 18 -> new Touch.Open(random.nextInt(6) - 1);
            case 19 -> new Touch.ShowPhone();
            case 20 -> new Touch.Back();
            case 21 -> random.nextInt(4) == 0 ? new Touch.End() : new Touch.StillHere();
            case 22 -> new SessionEvent.Fits(random.nextInt(6));
            case 23 -> new SessionEvent.ListedAnew(visit, anyPage(random));
            case 24 ->
                new SessionEvent.ShortageCame(visit, random.nextBoolean() ? FARTHER : new JobShortage(List.of()));
            case 25 -> new SessionEvent.SimilarCame(visit, "job" + random.nextInt(9), anyPage(random));
            case 26 -> new Touch.Relax();
            case 27 -> new Touch.Similar();
            default -> new SessionEvent.Tick();
        };
    }

    @Test
    void inAHundredThousandRandomStepsNothingSticksAndNobodyIsForgottenUnwiped() {
        Random random = new Random(20_261_121);
        Set<String> seen = new HashSet<>();
        Set<Long> wiped = new HashSet<>();
        long lastVisit = 0;
        for (int i = 0; i < 100_000; i++) {
            now = now.plusMillis(random.nextInt(20) == 0 ? random.nextInt(40_000) : random.nextInt(700));
            State before = state();
            effects.clear();
            happens(anything(random));
            effects.forEach(effect -> {
                if (effect instanceof Effect.Wipe(long gone)) {
                    wiped.add(gone);
                }
            });
            seen.add(state().getClass().getSimpleName());
            if (before instanceof State.Active was
                    && !(state() instanceof State.Active is
                            && is.visit().id() == was.visit().id())) {
                assertThat(wiped)
                        .as("visit %s is wiped", was.visit().id())
                        .contains(was.visit().id());
            }
            if (state() instanceof State.Active active) {
                assertThat(active.visit().id()).isGreaterThanOrEqualTo(lastVisit);
                lastVisit = active.visit().id();
            }
            if (i % 1_000 == 0) {
                assertThatTimeAloneLeadsToIdle();
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "Idle", "Reading", "Matching", "Choosing", "Browsing", "Warning", "Trouble", "Ended");
    }

    /** From wherever it is, with nobody there, the kiosk comes back to its first screen; and a card is taken at once. */
    private void assertThatTimeAloneLeadsToIdle() {
        Step alone = step;
        Instant later = now;
        for (int seconds = 0; seconds < 15 * 60 && !(alone.state() instanceof State.Idle); seconds++) {
            later = later.plusSeconds(1);
            alone = machine.on(alone, new SessionEvent.Tick(), later);
        }
        assertThat(alone.state()).isInstanceOf(State.Idle.class);
        assertThat(machine.on(step, new SessionEvent.CardDetected(), now).state())
                .isInstanceOf(State.Reading.class);
    }
}
