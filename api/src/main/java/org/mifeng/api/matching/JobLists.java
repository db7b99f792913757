package org.mifeng.api.matching;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.indexing.KnownPosts;
import org.mifeng.api.live.LivePosts;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.problem.FieldError;
import org.mifeng.api.problem.InvalidInputException;
import org.mifeng.api.problem.ProblemType;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.MatchResult;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Relaxation;
import org.mifeng.matcher.search.FacetCounts;

/**
 * Lists of jobs: the engine's answer, checked against the live set when it leaves (invariant 3), filled up from the next
 * matches where a row hides one. A row that is newer than what was ranked is hidden too: whether the filters still hold
 * for it is known once the index has it, a moment later.
 */
@Singleton
public class JobLists {
    /** How often a page is filled up; who still sees a short page goes on with its cursor. */
    private static final int MOST_ROUNDS = 6;

    private static final int MOST_PER_ROUND = 200;

    private final Matcher matcher;
    private final LivePosts live;
    private final KnownPosts posts;
    private final MarketCalendar calendar;
    private final LookupKey key;
    private final Timer engine;
    private final Timer whole;

    JobLists(
            Matcher matcher,
            LivePosts live,
            KnownPosts posts,
            MarketCalendar calendar,
            LookupKey key,
            MeterRegistry meters) {
        this.matcher = matcher;
        this.live = live;
        this.posts = posts;
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
        Instant now = calendar.now();
        ListCursor place = cursor.map(text -> ListCursor.open(text, question, matcher.generation(), key, now)
                        .orElseThrow(() -> new InvalidInputException(
                                ProblemType.INVALID_CURSOR,
                                List.of(new FieldError("cursor", "cursor", ProblemType.INVALID_CURSOR.title())))))
                .orElseGet(() -> new ListCursor(now, MatchRequest.Cursor.START, Set.of()));
        return timed(() -> read(question, limit, place, now));
    }

    /**
     * The first page of a list that does without some wishes; its cursor goes on without them.
     *
     * @param limit how many jobs, 1 to 50
     */
    public JobPage pageWithout(JobQuestion question, int limit, Set<Relaxation> wishes) {
        Instant now = calendar.now();
        return timed(() -> read(question, limit, new ListCursor(now, MatchRequest.Cursor.START, wishes), now));
    }

    /**
     * Posts like one that was looked at, which itself may be filled by now; the list is short and has no second page.
     *
     * @param postId public id
     * @param limit how many jobs, 1 to 50
     * @return empty if there is no such post
     */
    public Optional<JobPage> similar(JobQuestion question, String postId, int limit) {
        return posts.find(postId).map(post -> timed(() -> like(post, question, limit)));
    }

    /** Why there are no more jobs. */
    public JobShortage shortage(JobQuestion question, Set<Relaxation> without) {
        if (!question.mayWork()) {
            return new JobShortage(Guidance.UNDER_16, 0, List.of(), null);
        }
        MatchRequest request = question.request(without, calendar.now(), 1, MatchRequest.Cursor.START);
        return JobShortage.of(
                Objects.requireNonNull(engine.record(() -> matcher.shortage(request))),
                request.wish().floorIsMust());
    }

    /** What a search would find by the values of each filter, see {@link Matcher#facets}. */
    public FacetCounts facets(JobQuestion question, int mostPosts) {
        MatchRequest request = question.request(Set.of(), calendar.now(), 1, MatchRequest.Cursor.START);
        return Objects.requireNonNull(engine.record(() -> matcher.facets(request, mostPosts)));
    }

    /** The trades of which a search finds at least one post. */
    public Set<OccupationCode> trades(JobQuestion question) {
        MatchRequest request = question.request(Set.of(), calendar.now(), 1, MatchRequest.Cursor.START);
        return Objects.requireNonNull(engine.record(() -> matcher.trades(request)));
    }

    private JobPage timed(Supplier<JobPage> page) {
        return Objects.requireNonNull(whole.record(page));
    }

    private JobPage read(JobQuestion question, int limit, ListCursor place, Instant now) {
        if (!question.mayWork()) {
            return nobodys();
        }
        MatchRequest.Cursor after = place.after();
        Set<Relaxation> relaxed = EnumSet.noneOf(Relaxation.class);
        relaxed.addAll(place.relaxed());
        boolean unasked = false;
        List<JobCard> jobs = new ArrayList<>(limit);
        int wanted = limit;
        for (int round = 1; ; round++) {
            MatchRequest request = question.request(relaxed, place.rankedAt(), wanted, after);
            MatchResult result = Objects.requireNonNull(engine.record(() -> matcher.match(request)));
            unasked |= relaxed.addAll(result.relaxed());
            after = result.from();
            Iterator<Match> matches = result.matches().iterator();
            LivePosts.View visible = visible(result, now);
            while (matches.hasNext() && jobs.size() < limit) {
                Match match = matches.next();
                after = after.past(match);
                card(match, visible, question).ifPresent(jobs::add);
            }
            boolean more = matches.hasNext() || result.next().isPresent();
            if (jobs.size() == limit || !more || round == MOST_ROUNDS) {
                @Nullable
                String next = more
                        ? new ListCursor(place.rankedAt(), after, relaxed).seal(question, result.generation(), key)
                        : null;
                return page(result, visible, jobs, relaxed.isEmpty() ? null : Relaxed.of(relaxed, unasked), next);
            }
            wanted = Math.min(MOST_PER_ROUND, 2 * wanted);
        }
    }

    private JobPage like(JobPost post, JobQuestion question, int limit) {
        if (!question.mayWork()) {
            return nobodys();
        }
        Instant now = calendar.now();
        // twice as many as wanted: rows may hide some, and there is no second look
        MatchRequest request = question.request(Set.of(), now, 2 * limit, MatchRequest.Cursor.START);
        MatchResult result = Objects.requireNonNull(engine.record(() -> matcher.similar(post, request)));
        LivePosts.View visible = visible(result, now);
        List<JobCard> jobs = result.matches().stream()
                .flatMap(match -> card(match, visible, question).stream())
                .limit(limit)
                .toList();
        return page(result, visible, jobs, null, null);
    }

    private LivePosts.View visible(MatchResult result, Instant now) {
        return live.visible(result.matches().stream().map(Match::id).toList(), now);
    }

    private static Optional<JobCard> card(Match match, LivePosts.View visible, JobQuestion question) {
        return Optional.ofNullable(visible.posts().get(match.id()))
                .filter(shown -> shown.version() == match.version())
                .map(shown -> JobCard.of(shown.facts(), match, question.wish().start()));
    }

    private static JobPage page(
            MatchResult result,
            LivePosts.View visible,
            List<JobCard> jobs,
            @Nullable Relaxed relaxed,
            @Nullable String nextCursor) {
        return new JobPage(
                Guidance.NONE,
                result.modelVersion(),
                result.generation(),
                result.position(),
                visible.asOf().orElse(null),
                jobs,
                relaxed,
                nextCursor);
    }

    private JobPage nobodys() {
        return new JobPage(
                Guidance.UNDER_16,
                matcher.modelVersion(),
                matcher.generation(),
                matcher.position(),
                null,
                List.of(),
                null,
                null);
    }
}
