package org.mifeng.api.matching;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.jobpost.JobPostCatalogue;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.problem.FieldError;
import org.mifeng.api.problem.InvalidInputException;
import org.mifeng.api.problem.ProblemType;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.MatchResult;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.Relaxation;

/**
 * Lists of jobs: the engine's answer, checked against the rows when it leaves (invariant 3), filled up from the next
 * matches where a row hides one. A row that is newer than what was ranked is hidden too: whether the filters still hold
 * for it is known once the index has it, a moment later.
 */
@Singleton
public class JobLists {
    /** P20. */
    private static final int LOWEST_AGE = 16;

    /** How often a page is filled up; who still sees a short page goes on with its cursor. */
    private static final int MOST_ROUNDS = 6;

    private static final int MOST_PER_ROUND = 200;

    private final Matcher matcher;
    private final JobPostCatalogue catalogue;
    private final MarketCalendar calendar;
    private final LookupKey key;
    private final Timer engine;
    private final Timer whole;

    JobLists(
            Matcher matcher, JobPostCatalogue catalogue, MarketCalendar calendar, LookupKey key, MeterRegistry meters) {
        this.matcher = matcher;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.key = key;
        engine = Timer.builder("mifeng.match.engine")
                .description("one question to the engine")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        whole = Timer.builder("mifeng.match.page")
                .description("a page of jobs, with its rows")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /**
     * A page.
     *
     * @param limit how many jobs, 1 to 50
     * @param cursor of the page before; empty for the first
     * @throws InvalidInputException if the cursor is not one for this question
     */
    public JobPage page(JobQuestion question, int limit, Optional<String> cursor) {
        return Objects.requireNonNull(whole.record(() -> read(question, limit, cursor)));
    }

    private JobPage read(JobQuestion question, int limit, Optional<String> cursor) {
        Instant now = calendar.now();
        if (question.ageYears().filter(age -> age < LOWEST_AGE).isPresent()) {
            return new JobPage(
                    Guidance.UNDER_16,
                    matcher.modelVersion(),
                    matcher.generation(),
                    matcher.position(),
                    List.of(),
                    null);
        }
        Optional<ListCursor> place = cursor.map(text -> ListCursor.open(text, question, key, now)
                .orElseThrow(() -> new InvalidInputException(
                        ProblemType.INVALID_CURSOR,
                        List.of(new FieldError("cursor", "cursor", ProblemType.INVALID_CURSOR.title())))));
        Instant rankedAt = place.map(ListCursor::rankedAt).orElse(now);
        MatchRequest.Cursor after = place.map(ListCursor::after).orElse(MatchRequest.Cursor.START);
        Set<Relaxation> relaxed = place.map(ListCursor::relaxed).orElse(Set.of());
        List<JobCard> jobs = new ArrayList<>(limit);
        int wanted = limit;
        for (int round = 1; ; round++) {
            MatchRequest request = new MatchRequest(
                    Relaxation.applyAll(question.wish(), relaxed),
                    question.background(),
                    question.ageYears(),
                    question.textRequired(),
                    question.spreadSeed(),
                    rankedAt,
                    wanted,
                    after);
            MatchResult result = Objects.requireNonNull(engine.record(() -> matcher.match(request)));
            if (!result.relaxed().isEmpty()) {
                relaxed = result.relaxed();
            }
            Iterator<Match> matches = result.matches().iterator();
            Map<Long, JobPostCatalogue.Shown> visible =
                    catalogue.visible(result.matches().stream().map(Match::id).toList(), now);
            while (matches.hasNext() && jobs.size() < limit) {
                Match match = matches.next();
                after = after.past(match);
                JobPostCatalogue.@Nullable Shown shown = visible.get(match.id());
                if (shown != null && shown.version() == match.version()) {
                    jobs.add(JobCard.of(shown.facts(), match, question.wish().start()));
                }
            }
            boolean more = matches.hasNext() || result.next().isPresent();
            if (jobs.size() == limit || !more || round == MOST_ROUNDS) {
                @Nullable String next = more ? new ListCursor(rankedAt, after, relaxed).seal(question, key) : null;
                return new JobPage(
                        Guidance.NONE, result.modelVersion(), result.generation(), result.position(), jobs, next);
            }
            wanted = Math.min(MOST_PER_ROUND, 2 * wanted);
        }
    }
}
