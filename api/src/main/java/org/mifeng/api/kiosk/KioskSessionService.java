package org.mifeng.api.kiosk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.matching.Guidance;
import org.mifeng.api.matching.JobLists;
import org.mifeng.api.matching.JobPage;
import org.mifeng.api.matching.JobQuestion;
import org.mifeng.api.matching.JobShortage;
import org.mifeng.api.problem.FieldError;
import org.mifeng.api.problem.InvalidInputException;
import org.mifeng.api.seeker.Seekers;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Relaxation;

/** What a swiped card leads to. Stores nothing of the person (P30). */
@Singleton
class KioskSessionService {
    private static final int JOBS = 20;
    private static final int SIMILAR_JOBS = 12;
    private static final int OLDEST = 130;
    private static final int LOWEST_AGE = 16;

    private final Seekers seekers;
    private final SpreadSeeds seeds;
    private final JobLists lists;
    private final KioskSessions sessions;
    private final MarketCalendar calendar;
    private final KioskConfig config;

    KioskSessionService(
            Seekers seekers,
            SpreadSeeds seeds,
            JobLists lists,
            KioskSessions sessions,
            MarketCalendar calendar,
            KioskConfig config) {
        this.seekers = seekers;
        this.seeds = seeds;
        this.lists = lists;
        this.sessions = sessions;
        this.calendar = calendar;
        this.config = config;
    }

    /**
     * A session that began.
     *
     * @param id of the session
     * @param firstVisit whether nothing was known of the person
     * @param start where the way to work begins
     * @param page the first jobs
     */
    record Begun(String id, boolean firstVisit, Coordinates start, JobPage page) {}

    /**
     * Begins a session. Under 16 the person is not even looked up (P20).
     *
     * @throws InvalidInputException if the birth date cannot be one of a living person
     */
    Begun begin(EnrolledKiosk kiosk, CardData.Checked card) {
        int age = calendar.ageInYears(card.birthDate());
        if (age < 0 || age > OLDEST) {
            throw new InvalidInputException(List.of(new FieldError("card.birthDate", "range", "出生日期不对")));
        }
        Optional<Seekers.Known> known =
                age < LOWEST_AGE ? Optional.empty() : seekers.recognise(card.number(), kiosk.place());
        JobQuestion question = known.map(seeker -> new JobQuestion(
                        seeker.wish(),
                        seeker.background(),
                        Optional.of(age),
                        Optional.empty(),
                        OptionalLong.of(seeds.ofSeeker(seeker.id()))))
                .orElseGet(() -> JobQuestion.anyWork(
                        kiosk.place(), config.firstVisitMetres(), age, OptionalLong.of(seeds.ofKiosk(kiosk.id()))));
        JobPage page = lists.page(question, JOBS, Optional.empty());
        String id = sessions.open(kiosk, question);
        return new Begun(
                id,
                known.isEmpty() && page.guidance() == Guidance.NONE,
                question.wish().start(),
                page);
    }

    /** The next jobs of a session; empty if it is over. */
    Optional<JobPage> more(EnrolledKiosk kiosk, String sessionId, Optional<String> cursor) {
        return sessions.find(kiosk, sessionId).map(question -> lists.page(question, JOBS, cursor));
    }

    /** The first jobs of a session without some of its wishes; empty if it is over. */
    Optional<JobPage> without(EnrolledKiosk kiosk, String sessionId, Set<Relaxation> wishes) {
        return sessions.find(kiosk, sessionId).map(question -> lists.pageWithout(question, JOBS, wishes));
    }

    /** Why a session's list ends; empty if the session is over. */
    Optional<JobShortage> shortage(EnrolledKiosk kiosk, String sessionId, Set<Relaxation> without) {
        return sessions.find(kiosk, sessionId).map(question -> lists.shortage(question, without));
    }

    /** What a wish for jobs like one came to. */
    sealed interface Similar {
        /** There may be none. */
        record Jobs(JobPage page) implements Similar {}

        /** The session is over. */
        record NoSession() implements Similar {}

        /** There is no such post. */
        record NoPost() implements Similar {}
    }

    /** Jobs like one, for the person of a session. */
    Similar similar(EnrolledKiosk kiosk, String sessionId, String postId) {
        return sessions.find(kiosk, sessionId)
                .map(question -> lists.similar(question, postId, SIMILAR_JOBS)
                        .<Similar>map(Similar.Jobs::new)
                        .orElseGet(Similar.NoPost::new))
                .orElseGet(Similar.NoSession::new);
    }
}
