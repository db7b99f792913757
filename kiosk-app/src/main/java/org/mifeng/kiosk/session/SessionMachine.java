package org.mifeng.kiosk.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mifeng.kiosk.card.UnreadableReason;
import org.mifeng.kiosk.service.JobCard;
import org.mifeng.kiosk.service.JobDetail;
import org.mifeng.kiosk.service.JobPage;
import org.mifeng.kiosk.service.JobShortage;
import org.mifeng.kiosk.service.SessionStarted;
import org.mifeng.kiosk.session.State.Browsing;
import org.mifeng.kiosk.session.State.JobList;
import org.mifeng.kiosk.session.State.Trouble;
import org.mifeng.kiosk.session.State.View;

/**
 * The rules of a session, as a pure function.
 *
 * <ul>
 *   <li>A card at any moment begins a new visit; the one before is wiped first, whoever's it was.
 *   <li>No touch lies between a good card and the list of jobs.
 *   <li>A visit ends by 结束, by idle time after a countdown, after its longest time, or a while after its card was taken;
 *       any touch stops a countdown.
 *   <li>Every trouble has a way on, and goes away by itself.
 *   <li>An answer to another visit's question is thrown away.
 * </ul>
 */
public final class SessionMachine {
    private final Timings timings;

    /** A machine with these times. */
    public SessionMachine(Timings timings) {
        this.timings = timings;
    }

    /**
     * A step.
     *
     * @param state the next state
     * @param effects what is to be done, in order
     * @param nextVisit the number the next visit gets
     */
    public record Step(State state, List<Effect> effects, long nextVisit) {
        /** Copies the effects. */
        public Step {
            effects = List.copyOf(effects);
        }

        /** Where every kiosk begins. */
        public static Step first() {
            return new Step(new State.Idle(false), List.of(), 1);
        }
    }

    /** What follows from an event. */
    public Step on(Step before, SessionEvent event, Instant now) {
        return askWhyItEnds(follow(before, event, now));
    }

    /** Who has come to the end of their list is to know why it ends, so the service is asked once. */
    private static Step askWhyItEnds(Step step) {
        if (step.state() instanceof Browsing(Visit visit, JobList list, View.Page _)
                && !list.hasNext(visit.pageSize())
                && !list.ending().asked()
                && list.like().isEmpty()
                && visit.serviceSession().isPresent()) {
            List<Effect> effects = new ArrayList<>(step.effects());
            effects.add(
                    new Effect.AskForShortage(visit.id(), visit.serviceSession().get(), list.without()));
            return new Step(
                    new Browsing(visit, list.ending(State.Ending.ASKED), View.Page.STILL), effects, step.nextVisit());
        }
        return step;
    }

    private Step follow(Step before, SessionEvent event, Instant now) {
        State state = before.state();
        long next = before.nextVisit();
        return switch (event) {
            case SessionEvent.Tick _ -> tick(state, next, now);
            case SessionEvent.CardDetected _ ->
                new Step(new State.Reading(Visit.begin(next, now, true)), farewellTo(state), next + 1);
            case SessionEvent.CardRead read -> cardRead(state, next, read, now);
            case SessionEvent.CardUnreadable(UnreadableReason reason) ->
                state instanceof State.Reading(Visit visit)
                        ? stay(new Trouble(visit, trouble(reason), now), next)
                        : stay(state, next);
            case SessionEvent.CardRemoved _ -> stay(cardGone(state, now), next);
            // the card can no longer be seen to leave: as if it were taken
            case SessionEvent.ReaderLost _ ->
                state instanceof State.Reading(Visit visit)
                        ? stay(new Trouble(visit.cardGone(now), Trouble.Kind.READER_BROKEN, now), next)
                        : stay(cardGone(state, now), next);
            case SessionEvent.Matched(long visit, SessionStarted answer) -> matched(state, visit, answer, next, now);
            case SessionEvent.JobsCame(long visit, JobPage page) ->
                of(state, visit)
                        .map(active -> jobsCame(active, page, next, now))
                        .orElse(stay(state, next));
            case SessionEvent.JobCame(long visit, JobDetail detail) ->
                of(state, visit)
                        .map(active -> stay(jobCame(active, detail), next))
                        .orElse(stay(state, next));
            case SessionEvent.ListedAnew(long visit, JobPage page) ->
                of(state, visit)
                        .map(active -> stay(listedAnew(active, page), next))
                        .orElse(stay(state, next));
            case SessionEvent.ShortageCame(long visit, JobShortage shortage) ->
                of(state, visit)
                        .map(active -> stay(shortageCame(active, shortage), next))
                        .orElse(stay(state, next));
            case SessionEvent.SimilarCame(long visit, String jobId, JobPage page) ->
                of(state, visit)
                        .map(active -> stay(similarCame(active, jobId, page), next))
                        .orElse(stay(state, next));
            case SessionEvent.Failed failed ->
                of(state, failed.visit())
                        .map(active -> stay(failed(active, failed, now), next))
                        .orElse(stay(state, next));
            case SessionEvent.Fits(int jobs) ->
                state instanceof State.Active active && jobs >= 1 && jobs <= Visit.MAX_PAGE_SIZE
                        ? stay(active.with(active.visit().fitting(jobs)), next)
                        : stay(state, next);
            case SessionEvent.Touch touch -> touch(state, next, touch, now);
        };
    }

    private Step tick(State state, long next, Instant now) {
        return switch (state) {
            case State.Idle _ -> stay(state, next);
            case State.Ended(Instant at, boolean cardLeft) ->
                isPast(at, timings.farewell(), now) ? stay(new State.Idle(cardLeft), next) : stay(state, next);
            case State.Active active
            when isPast(active.visit().startedAt(), timings.longestVisit(), now) -> end(active, next, now);
            case State.Reading(Visit visit) ->
                isPast(visit.startedAt(), timings.patience(), now)
                        ? stay(new Trouble(visit, Trouble.Kind.CARD_LIFTED, now), next)
                        : stay(state, next);
            case State.Matching(Visit visit, Instant since, Optional<Picture> _) ->
                isPast(since, timings.patience(), now)
                        ? stay(new Trouble(visit, Trouble.Kind.SERVICE_UNREACHABLE, now), next)
                        : stay(state, next);
            case Trouble(Visit visit, Trouble.Kind _, Instant since) ->
                isPast(since.isAfter(visit.touchedAt()) ? since : visit.touchedAt(), timings.message(), now)
                        ? new Step(new State.Idle(visit.cardLies()), farewellTo(state), next)
                        : stay(state, next);
            case State.Warning warning -> now.isBefore(warning.endsAt()) ? stay(state, next) : end(warning, next, now);
            case State.Choosing choosing -> stay(warnIfQuiet(choosing, now), next);
            case Browsing(Visit visit, JobList list, View.Page(Optional<Instant> waiting, boolean _))
            when waiting.filter(since -> isPast(since, timings.patience(), now)).isPresent() ->
                stay(new Browsing(visit, list, View.Page.FAILED), next);
            case Browsing browsing -> stay(warnIfQuiet(browsing, now), next);
        };
    }

    private State.Active warnIfQuiet(State.Active active, Instant now) {
        Visit visit = active.visit();
        boolean taken = visit.cardGoneAt().isPresent();
        return isPast(visit.lastSignOfLife(), taken ? timings.cardGrace() : timings.idle(), now)
                ? new State.Warning(active, now.plus(taken ? timings.cardCountdown() : timings.countdown()))
                : active;
    }

    private static Step cardRead(State state, long next, SessionEvent.CardRead read, Instant now) {
        if (!(state instanceof State.Reading(Visit begun))) {
            return stay(state, next);
        }
        Visit visit = begun.ofHolder(read.maskedName(), read.expired());
        return switch (read.suits()) {
            case YES ->
                new Step(
                        new State.Matching(visit, now, Optional.empty()),
                        List.of(new Effect.AskForCard(visit.id())),
                        next);
            case KIND_NOT_SERVED -> stay(new Trouble(visit, Trouble.Kind.CARD_NOT_SERVED, now), next);
            case UNDER_16 -> stay(new Trouble(visit, Trouble.Kind.UNDER_16, now), next);
        };
    }

    private static Trouble.Kind trouble(UnreadableReason reason) {
        return switch (reason) {
            case LIFTED -> Trouble.Kind.CARD_LIFTED;
            case WRONG_CARD -> Trouble.Kind.CARD_WRONG;
            case DAMAGED -> Trouble.Kind.CARD_DAMAGED;
            case READER_BROKEN -> Trouble.Kind.READER_BROKEN;
        };
    }

    private static State cardGone(State state, Instant now) {
        return switch (state) {
            case State.Idle _ -> new State.Idle(false);
            case State.Ended(Instant at, boolean _) -> new State.Ended(at, false);
            case State.Active active ->
                active.visit().cardLies() ? active.with(active.visit().cardGone(now)) : active;
        };
    }

    private static Step matched(State state, long visit, SessionStarted answer, long next, Instant now) {
        if (state instanceof State.Matching matching
                && matching.visit().id() == visit
                && matching.kind().isEmpty()) {
            Visit known = matching.visit().inServiceSession(answer.sessionId());
            return stay(
                    answer.under16()
                            ? new Trouble(known, Trouble.Kind.UNDER_16, now)
                            : firstJobs(known, answer.page(), Optional.empty(), now),
                    next);
        }
        // the visit went on without the answer, or is over: the service's session is closed unseen
        return new Step(state, List.of(new Effect.CloseServiceSession(answer.sessionId())), next);
    }

    private static State.Active firstJobs(Visit visit, JobPage page, Optional<Picture> kind, Instant now) {
        return page.jobs().isEmpty()
                ? new Trouble(visit, Trouble.Kind.NO_JOBS, now)
                : new Browsing(visit, JobList.of(page, kind, Optional.empty()), View.Page.STILL);
    }

    /** A page may come empty though there is more behind it: then the next one is asked for at once. */
    private static Step jobsCame(State.Active active, JobPage page, long next, Instant now) {
        State.Active front = active instanceof State.Warning(State.Active behind, Instant _) ? behind : active;
        String cursor = page.nextCursor();
        if (page.jobs().isEmpty()
                && cursor != null
                && front instanceof Browsing(Visit visit, JobList list, View.Page(Optional<Instant> waiting, boolean _))
                && waiting.isPresent()) {
            return askForMore(visit, list, cursor)
                    .map(effect -> new Step(active, List.of(effect), next))
                    .orElse(stay(active, next));
        }
        return stay(jobsCame(active, page, now), next);
    }

    private static State.Active jobsCame(State.Active active, JobPage page, Instant now) {
        return switch (active) {
            case State.Matching matching
            when matching.kind().isPresent() -> firstJobs(matching.visit(), page, matching.kind(), now);
            case State.Warning(State.Active behind, Instant endsAt) ->
                new State.Warning(jobsCame(behind, page, now), endsAt);
            case Browsing(Visit visit, JobList list, View.Page(Optional<Instant> waiting, boolean _))
            when waiting.isPresent() -> {
                if (page.jobs().isEmpty()) {
                    // nothing more after all: the page stays, without a way on
                    yield new Browsing(visit, list.and(List.of(), Optional.empty(), list.first()), View.Page.STILL);
                }
                int jobs = list.jobs().size() + page.jobs().size();
                // the last page may have had room left: it is filled first
                int first = list.first() + visit.pageSize() < jobs ? list.first() + visit.pageSize() : list.first();
                yield new Browsing(
                        visit, list.and(page.jobs(), Optional.ofNullable(page.nextCursor()), first), View.Page.STILL);
            }
            case State.Matching _, State.Reading _, State.Choosing _, Browsing _, Trouble _ -> active;
        };
    }

    /** A list that would be empty is no better than the one that is there. */
    private static State.Active listedAnew(State.Active active, JobPage page) {
        return switch (active) {
            case State.Warning(State.Active behind, Instant endsAt) ->
                new State.Warning(listedAnew(behind, page), endsAt);
            case Browsing(Visit visit, JobList list, View.Page(Optional<Instant> waiting, boolean _))
            when waiting.isPresent() ->
                new Browsing(
                        visit,
                        page.jobs().isEmpty()
                                ? list.ending(State.Ending.ASKED)
                                : JobList.of(page, list.kind(), Optional.empty()),
                        View.Page.STILL);
            case State.Matching _, State.Reading _, State.Choosing _, Browsing _, Trouble _ -> active;
        };
    }

    private static State.Active shortageCame(State.Active active, JobShortage shortage) {
        return switch (active) {
            case State.Warning(State.Active behind, Instant endsAt) ->
                new State.Warning(shortageCame(behind, shortage), endsAt);
            case Browsing(Visit visit, JobList list, View view) ->
                new Browsing(visit, list.endingBehind(new State.Ending(true, shortage.best())), view);
            case State.Matching _, State.Reading _, State.Choosing _, Trouble _ -> active;
        };
    }

    private static State.Active similarCame(State.Active active, String jobId, JobPage page) {
        return switch (active) {
            case State.Warning(State.Active behind, Instant endsAt) ->
                new State.Warning(similarCame(behind, jobId, page), endsAt);
            case Browsing(Visit visit, JobList list, View.Job job)
            when job.card().id().equals(jobId) && job.others() == View.Others.WAITING ->
                page.jobs().isEmpty()
                        ? new Browsing(visit, list, job.others(View.Others.NONE))
                        : new Browsing(
                                visit,
                                JobList.of(
                                        page,
                                        list.kind(),
                                        Optional.of(new State.Like(job.others(View.Others.NOT_ASKED), list))),
                                View.Page.STILL);
            case Browsing _, State.Matching _, State.Reading _, State.Choosing _, Trouble _ -> active;
        };
    }

    private static State.Active jobCame(State.Active active, JobDetail detail) {
        return switch (active) {
            case State.Warning(State.Active behind, Instant endsAt) ->
                new State.Warning(jobCame(behind, detail), endsAt);
            case Browsing(Visit visit, JobList list, View.Job job)
            when job.card().id().equals(detail.id()) -> new Browsing(visit, list, job.with(detail));
            case Browsing _, State.Matching _, State.Reading _, State.Choosing _, Trouble _ -> active;
        };
    }

    private static State.Active failed(State.Active active, SessionEvent.Failed failed, Instant now) {
        return switch (active) {
            case State.Warning(State.Active behind, Instant endsAt) ->
                new State.Warning(failed(behind, failed, now), endsAt);
            case State.Matching(Visit visit, Instant _, Optional<Picture> _)
            when failed.what() == SessionEvent.Failed.Question.FIRST_JOBS ->
                new Trouble(
                        visit,
                        failed.why() == SessionEvent.Failed.Why.KIOSK_UNKNOWN
                                ? Trouble.Kind.KIOSK_NOT_KNOWN
                                : Trouble.Kind.SERVICE_UNREACHABLE,
                        now);
            case Browsing(Visit visit, JobList list, View.Page page)
            when failed.what() == SessionEvent.Failed.Question.MORE_JOBS
                    && page.waitingSince().isPresent() -> new Browsing(visit, list, View.Page.FAILED);
            case Browsing(Visit visit, JobList list, View.Job job)
            when failed.what() == SessionEvent.Failed.Question.JOB
                    && job.detail().isEmpty() -> new Browsing(visit, list, job.failing(failed.why()));
            case Browsing(Visit visit, JobList list, View.Job job)
            when failed.what() == SessionEvent.Failed.Question.SIMILAR && job.others() == View.Others.WAITING ->
                new Browsing(visit, list, job.others(View.Others.FAILED));
            case Browsing _, State.Matching _, State.Reading _, State.Choosing _, Trouble _ -> active;
        };
    }

    private Step touch(State state, long next, SessionEvent.Touch touch, Instant now) {
        return switch (state) {
            case State.Idle _ ->
                touch instanceof SessionEvent.Touch.NoCard
                        ? stayNew(new State.Choosing(Visit.begin(next, now, false)), next)
                        : stay(state, next);
            case State.Ended _ ->
                touch instanceof SessionEvent.Touch.NoCard
                        ? stayNew(new State.Choosing(Visit.begin(next, now, false)), next)
                        : stay(state, next);
            case State.Active active ->
                touch instanceof SessionEvent.Touch.End
                        ? end(active, next, now)
                        : touched(active.with(active.visit().touched(now)), next, touch, now);
        };
    }

    private Step touched(State.Active active, long next, SessionEvent.Touch touch, Instant now) {
        return switch (active) {
            case State.Warning(State.Active behind, Instant _) -> stay(behind, next);
            case State.Reading _, State.Matching _ -> stay(active, next);
            case Trouble(Visit visit, Trouble.Kind kind, Instant _) ->
                switch (touch) {
                    // a child is never led to jobs (P20)
                    case SessionEvent.Touch.NoCard _
                    when kind != Trouble.Kind.UNDER_16 -> stay(new State.Choosing(visit), next);
                    case SessionEvent.Touch.Back _ ->
                        new Step(new State.Idle(visit.cardLies()), farewellTo(active), next);
                    case SessionEvent.Touch _ -> stay(active, next);
                };
            case State.Choosing(Visit visit) ->
                switch (touch) {
                    case SessionEvent.Touch.Choose(Picture kind) ->
                        new Step(
                                new State.Matching(visit, now, Optional.of(kind)),
                                List.of(new Effect.AskForKind(visit.id(), kind, Optional.empty())),
                                next);
                    case SessionEvent.Touch.Back _ -> end(active, next, now);
                    case SessionEvent.Touch _ -> stay(active, next);
                };
            case Browsing(Visit visit, JobList list, View.Page page) -> onPage(visit, list, page, next, touch, now);
            case Browsing(Visit visit, JobList list, View.Job job) ->
                switch (touch) {
                    case SessionEvent.Touch.Back _ -> stay(new Browsing(visit, list, View.Page.STILL), next);
                    case SessionEvent.Touch.ShowPhone _ -> stay(new Browsing(visit, list, job.showingPhone()), next);
                    // one step away from the list and no farther: from like jobs the way leads back
                    case SessionEvent.Touch.Similar _
                    when list.like().isEmpty()
                            && (job.others() == View.Others.NOT_ASKED || job.others() == View.Others.FAILED) ->
                        new Step(
                                new Browsing(visit, list, job.others(View.Others.WAITING)),
                                List.of(new Effect.AskForSimilar(
                                        visit.id(),
                                        visit.serviceSession(),
                                        job.card().id())),
                                next);
                    case SessionEvent.Touch _ -> stay(active, next);
                };
        };
    }

    private Step onPage(Visit visit, JobList list, View.Page page, long next, SessionEvent.Touch touch, Instant now) {
        Browsing same = new Browsing(visit, list, page);
        return switch (touch) {
            case SessionEvent.Touch.Next _ when page.waitingSince().isPresent() -> stay(same, next);
            case SessionEvent.Touch.Next _
            when list.first() + visit.pageSize() < list.jobs().size() ->
                stay(new Browsing(visit, list.at(list.first() + visit.pageSize()), View.Page.STILL), next);
            case SessionEvent.Touch.Next _ ->
                list.nextCursor()
                        .flatMap(cursor -> askForMore(visit, list, cursor))
                        .map(effect -> new Step(
                                new Browsing(visit, list, new View.Page(Optional.of(now), false)),
                                List.of(effect),
                                next))
                        .orElse(stay(same, next));
            case SessionEvent.Touch.Previous _ ->
                stay(new Browsing(visit, list.at(Math.max(0, list.first() - visit.pageSize())), View.Page.STILL), next);
            case SessionEvent.Touch.Open(int place)
            when place >= 0 && place < list.page(visit.pageSize()).size() -> {
                JobCard card = list.page(visit.pageSize()).get(place);
                yield new Step(
                        new Browsing(visit, list, View.Job.opened(card)),
                        List.of(new Effect.AskForJob(visit.id(), card.id())),
                        next);
            }
            case SessionEvent.Touch.Relax _
            when page.waitingSince().isEmpty()
                    && list.ending().gain().isPresent()
                    && visit.serviceSession().isPresent() -> {
                Set<String> wishes = list.without();
                wishes.add(list.ending().gain().get().relaxation());
                yield new Step(
                        new Browsing(visit, list, new View.Page(Optional.of(now), false)),
                        List.of(new Effect.AskWithout(
                                visit.id(), visit.serviceSession().get(), wishes)),
                        next);
            }
            case SessionEvent.Touch.Back _
            when list.like().isPresent() ->
                stay(
                        new Browsing(
                                visit,
                                list.like().get().list(),
                                list.like().get().job()),
                        next);
            case SessionEvent.Touch.Back _ when list.kind().isPresent() -> stay(new State.Choosing(visit), next);
            case SessionEvent.Touch _ -> stay(same, next);
        };
    }

    private static Optional<Effect> askForMore(Visit visit, JobList list, String cursor) {
        if (list.kind().isPresent()) {
            return Optional.of(new Effect.AskForKind(visit.id(), list.kind().get(), Optional.of(cursor)));
        }
        return visit.serviceSession().map(session -> new Effect.AskForMore(visit.id(), session, cursor));
    }

    private Step end(State.Active active, long next, Instant now) {
        Visit visit = active.visit();
        State after = visit.withCard() ? new State.Ended(now, visit.cardLies()) : new State.Idle(false);
        return new Step(after, farewellTo(active), next);
    }

    /** What is to be done when a visit, if there is one, is over. */
    private static List<Effect> farewellTo(State state) {
        if (!(state instanceof State.Active active)) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Wipe(active.visit().id()));
        active.visit().serviceSession().ifPresent(session -> effects.add(new Effect.CloseServiceSession(session)));
        return effects;
    }

    private static Optional<State.Active> of(State state, long visit) {
        return state instanceof State.Active active && active.visit().id() == visit
                ? Optional.of(active)
                : Optional.empty();
    }

    private static Step stay(State state, long next) {
        return new Step(state, List.of(), next);
    }

    private static Step stayNew(State state, long next) {
        return new Step(state, List.of(), next + 1);
    }

    private static boolean isPast(Instant since, Duration time, Instant now) {
        return !now.isBefore(since.plus(time));
    }
}
