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
import org.mifeng.api.problem.FieldError;
import org.mifeng.api.problem.InvalidInputException;
import org.mifeng.api.seeker.Seekers;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

/** What a swiped card leads to. Stores nothing of the person (P30). */
@Singleton
class KioskSessionService {
    private static final int JOBS = 20;
    private static final int OLDEST = 130;
    private static final int LOWEST_AGE = 16;

    private final Seekers seekers;
    private final JobLists lists;
    private final KioskSessions sessions;
    private final MarketCalendar calendar;
    private final KioskConfig config;

    KioskSessionService(
            Seekers seekers, JobLists lists, KioskSessions sessions, MarketCalendar calendar, KioskConfig config) {
        this.seekers = seekers;
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
        Optional<Seeker.Wish> known =
                age < LOWEST_AGE ? Optional.empty() : seekers.wishOf(card.number(), kiosk.place());
        Seeker.Wish wish = known.orElseGet(() -> anyWork(kiosk.place()));
        JobQuestion question = new JobQuestion(wish, Background.NONE, Optional.of(age), false, OptionalLong.empty());
        JobPage page = lists.page(question, JOBS, Optional.empty());
        String id = sessions.open(kiosk, question);
        return new Begun(id, known.isEmpty() && page.guidance() == Guidance.NONE, wish.start(), page);
    }

    private Seeker.Wish anyWork(Coordinates kiosk) {
        return new Seeker.Wish(
                List.of(),
                "",
                kiosk,
                TravelMode.E_BIKE,
                config.firstVisitMetres(),
                TimeSlots.ALWAYS,
                Set.of(),
                0,
                false,
                0);
    }

    /** The next jobs of a session; empty if it is over. */
    Optional<JobPage> more(EnrolledKiosk kiosk, String sessionId, Optional<String> cursor) {
        return sessions.find(kiosk, sessionId).map(question -> lists.page(question, JOBS, cursor));
    }
}
