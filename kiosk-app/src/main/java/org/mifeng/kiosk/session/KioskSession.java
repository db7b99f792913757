package org.mifeng.kiosk.session;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mifeng.kiosk.card.CardEvent;
import org.mifeng.kiosk.card.CardHolder;
import org.mifeng.kiosk.service.Answer;
import org.mifeng.kiosk.service.Enrolment;
import org.mifeng.kiosk.service.JobDetail;
import org.mifeng.kiosk.service.JobPage;
import org.mifeng.kiosk.service.JobShortage;
import org.mifeng.kiosk.service.KioskIdentity;
import org.mifeng.kiosk.service.ServiceClient;
import org.mifeng.kiosk.service.SessionStarted;

/**
 * Runs the {@link SessionMachine}: one thread steps it, others ask the service. The holder of a card is kept apart from
 * the state, from reading until the service answered, and no longer.
 */
public final class KioskSession implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(KioskSession.class.getName());
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int WORKING_AGE_YEARS = 16;
    private static final int RADIUS_METRES = 30_000;
    private static final Duration TICK = Duration.ofMillis(250);

    private final SessionMachine machine;
    private final InstantSource clock;
    private final ServiceClient client;
    private final Enrolment enrolment;
    private final Consumer<State> screen;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("session").daemon().unstarted(task));
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    private SessionMachine.Step now = SessionMachine.Step.first();
    private @Nullable Held held;

    /** The holder of a visit, for the one request that needs it. */
    private record Held(long visit, CardHolder.Numbered holder) {}

    /**
     * A session that shows its states to {@code screen}, on its own thread.
     *
     * @param screen is given each new state
     */
    public KioskSession(
            Timings timings, InstantSource clock, ServiceClient client, Enrolment enrolment, Consumer<State> screen) {
        this.machine = new SessionMachine(timings);
        this.clock = clock;
        this.client = client;
        this.enrolment = enrolment;
        this.screen = screen;
    }

    /** Starts time. */
    public void start() {
        thread.execute(() -> screen.accept(now.state()));
        var _ = thread.scheduleWithFixedDelay(
                () -> step(new SessionEvent.Tick()), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes what the reader saw; called on the reader's thread. */
    public void onCard(CardEvent event) {
        thread.execute(() -> {
            switch (event) {
                case CardEvent.Detected _ -> step(new SessionEvent.CardDetected());
                case CardEvent.Inserted(CardHolder holder) -> inserted(holder);
                case CardEvent.Unreadable(var reason) -> step(new SessionEvent.CardUnreadable(reason));
                case CardEvent.Removed _ -> step(new SessionEvent.CardRemoved());
                case CardEvent.ReaderLost _ -> step(new SessionEvent.ReaderLost());
                case CardEvent.ReaderBack _ -> {}
            }
        });
    }

    /** Takes a touch. */
    public void onTouch(SessionEvent.Touch touch) {
        thread.execute(() -> step(touch));
    }

    /** Takes how many jobs fit on the screen. */
    public void onFit(int jobs) {
        thread.execute(() -> step(new SessionEvent.Fits(jobs)));
    }

    private void inserted(CardHolder holder) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        SessionEvent.CardRead.Suits suits;
        if (isChild(holder.birthDate(), today)
                || (holder instanceof CardHolder.Numbered numbered
                        && isChild(numbered.number().birthDate(), today))) {
            suits = SessionEvent.CardRead.Suits.UNDER_16;
        } else if (holder instanceof CardHolder.Numbered numbered
                && now.state() instanceof State.Reading(Visit visit)) {
            held = new Held(visit.id(), numbered);
            suits = SessionEvent.CardRead.Suits.YES;
        } else {
            suits = SessionEvent.CardRead.Suits.KIND_NOT_SERVED;
        }
        step(new SessionEvent.CardRead(holder.maskedName(), suits, holder.isExpiredOn(today)));
    }

    private static boolean isChild(LocalDate birthDate, LocalDate today) {
        return birthDate.plusYears(WORKING_AGE_YEARS).isAfter(today);
    }

    private void step(SessionEvent event) {
        try {
            State before = now.state();
            Instant at = clock.instant();
            now = machine.on(now, event, at);
            if (!now.state().equals(before)) {
                if (!now.state().getClass().equals(before.getClass())) {
                    LOG.log(Level.INFO, "screen {0}", name(now.state()));
                }
                screen.accept(now.state());
            }
            now.effects().forEach(this::perform);
        } catch (RuntimeException e) {
            // a fault in one step must not end the kiosk's thread; the next event starts from the last good state
            LOG.log(Level.ERROR, "a step failed", e);
        }
    }

    private static String name(State state) {
        return state instanceof State.Trouble trouble
                ? "Trouble " + trouble.kind()
                : state.getClass().getSimpleName();
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.AskForCard(long visit) -> {
                Held asked = held;
                held = null;
                if (asked != null && asked.visit() == visit) {
                    ask(visit, SessionEvent.Failed.Question.FIRST_JOBS, kiosk -> {
                        Answer<SessionStarted> answer = client.startSession(kiosk, asked.holder());
                        return answered(
                                visit,
                                SessionEvent.Failed.Question.FIRST_JOBS,
                                answer,
                                started -> new SessionEvent.Matched(visit, started));
                    });
                }
            }
            case Effect.AskForKind(long visit, Picture kind, Optional<String> cursor) -> {
                var question = cursor.isPresent()
                        ? SessionEvent.Failed.Question.MORE_JOBS
                        : SessionEvent.Failed.Question.FIRST_JOBS;
                ask(visit, question, kiosk -> {
                    Answer<JobPage> answer = client.jobsNear(kiosk, kind.search(), RADIUS_METRES, cursor);
                    return answered(visit, question, answer, page -> new SessionEvent.JobsCame(visit, page));
                });
            }
            case Effect.AskForMore(long visit, String session, String cursor) ->
                ask(visit, SessionEvent.Failed.Question.MORE_JOBS, kiosk -> {
                    Answer<JobPage> answer = client.moreJobs(kiosk, session, cursor);
                    return answered(
                            visit,
                            SessionEvent.Failed.Question.MORE_JOBS,
                            answer,
                            page -> new SessionEvent.JobsCame(visit, page));
                });
            case Effect.AskWithout(long visit, String session, Set<String> wishes) ->
                ask(visit, SessionEvent.Failed.Question.MORE_JOBS, kiosk -> {
                    Answer<JobPage> answer = client.jobsWithout(kiosk, session, wishes);
                    return answered(
                            visit,
                            SessionEvent.Failed.Question.MORE_JOBS,
                            answer,
                            page -> new SessionEvent.ListedAnew(visit, page));
                });
            case Effect.AskForShortage(long visit, String session, Set<String> without) ->
                ask(visit, SessionEvent.Failed.Question.SHORTAGE, kiosk -> {
                    Answer<JobShortage> answer = client.shortage(kiosk, session, without);
                    return answered(
                            visit,
                            SessionEvent.Failed.Question.SHORTAGE,
                            answer,
                            shortage -> new SessionEvent.ShortageCame(visit, shortage));
                });
            case Effect.AskForSimilar(long visit, Optional<String> session, String jobId) ->
                ask(visit, SessionEvent.Failed.Question.SIMILAR, kiosk -> {
                    Answer<JobPage> answer = session.map(known -> client.similar(kiosk, known, jobId))
                            .orElseGet(() -> client.similarNear(kiosk, jobId));
                    return answered(
                            visit,
                            SessionEvent.Failed.Question.SIMILAR,
                            answer,
                            page -> new SessionEvent.SimilarCame(visit, jobId, page));
                });
            case Effect.AskForJob(long visit, String jobId) ->
                ask(visit, SessionEvent.Failed.Question.JOB, _ -> {
                    Answer<JobDetail> answer = client.jobPost(jobId);
                    return answered(
                            visit,
                            SessionEvent.Failed.Question.JOB,
                            answer,
                            detail -> new SessionEvent.JobCame(visit, detail));
                });
            case Effect.CloseServiceSession(String session) ->
                enrolment.identity().ifPresent(kiosk -> askers.execute(() -> client.endSession(kiosk, session)));
            case Effect.Wipe _ -> held = null;
        }
    }

    private interface Asking {
        SessionEvent ask(KioskIdentity kiosk);
    }

    private void ask(long visit, SessionEvent.Failed.Question question, Asking asking) {
        Optional<KioskIdentity> kiosk = enrolment.identity();
        if (kiosk.isEmpty()) {
            thread.execute(() -> step(new SessionEvent.Failed(visit, question, SessionEvent.Failed.Why.KIOSK_UNKNOWN)));
            return;
        }
        askers.execute(() -> {
            SessionEvent event;
            try {
                event = asking.ask(kiosk.get());
            } catch (RuntimeException e) {
                LOG.log(
                        Level.ERROR,
                        "asking the service failed: {0}",
                        e.getClass().getName());
                event = new SessionEvent.Failed(visit, question, SessionEvent.Failed.Why.UNREACHABLE);
            }
            SessionEvent answer = event;
            thread.execute(() -> step(answer));
        });
    }

    private interface Given<T> {
        SessionEvent event(T value);
    }

    private static <T> SessionEvent answered(
            long visit, SessionEvent.Failed.Question question, Answer<T> answer, Given<T> given) {
        return switch (answer) {
            case Answer.Given<T>(T value) -> given.event(value);
            case Answer.Unreachable<T>(String what) -> {
                LOG.log(Level.WARNING, "{0}: service unreachable: {1}", question, what);
                yield new SessionEvent.Failed(visit, question, SessionEvent.Failed.Why.UNREACHABLE);
            }
            case Answer.Refused<T>(int status, String code) -> {
                LOG.log(Level.WARNING, "{0}: service refused: {1} {2}", question, status, code);
                yield new SessionEvent.Failed(
                        visit,
                        question,
                        switch (status) {
                            case 401, 403 -> SessionEvent.Failed.Why.KIOSK_UNKNOWN;
                            case 404, 410 -> SessionEvent.Failed.Why.GONE;
                            default -> SessionEvent.Failed.Why.UNREACHABLE;
                        });
            }
        };
    }

    /** Stops time and forgets everybody. */
    @Override
    public void close() {
        thread.shutdownNow();
        askers.shutdownNow();
    }
}
