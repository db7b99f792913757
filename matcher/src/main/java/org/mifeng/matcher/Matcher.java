package org.mifeng.matcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.ranking.Reasons;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.ranking.SeekerReasons;
import org.mifeng.matcher.ranking.WordCounts;
import org.mifeng.matcher.search.FacetCounts;
import org.mifeng.matcher.spi.Candidate;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.ChangeTarget;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexSize;
import org.mifeng.matcher.spi.SeekerCandidate;
import org.mifeng.matcher.text.ChineseAnalyzer;

/**
 * The matching engine. Safe for use by many threads.
 *
 * <p>Give it an index and the known occupations, feed it with {@link #apply}, ask it with {@link #match} or {@link
 * #seekersFor}. It owns the
 * index and closes it.
 */
public final class Matcher implements ChangeTarget, AutoCloseable {
    private static final int MOST_WISHED_FEN = 100_000;
    /** A page. If so many are found of what words surely mean, what they may mean besides is not asked for. */
    private static final int ENOUGH_POSTS = 20;

    private final OccupationTree occupations;
    private final RankingModel model;
    private final ChineseAnalyzer analyzer;
    private volatile CandidateIndex index;

    /**
     * @param index the backend
     * @param occupations the table that the index was built with
     * @param model the ranking model
     */
    public Matcher(CandidateIndex index, OccupationTree occupations, RankingModel model) {
        this.index = index;
        this.occupations = occupations;
        this.model = model;
        this.analyzer = new ChineseAnalyzer(occupations.words());
    }

    /**
     * The posts that suit best, exactly, with their reasons. If the wish leaves nothing, the fewest wishes are given up
     * that leave something: the first page is empty only if there is no lawful job at all.
     *
     * @throws InvalidFieldException if the request names an unknown occupation, or is a search whose text holds no
     *     word
     */
    public MatchResult match(MatchRequest request) {
        try (CandidateView view = index.acquire()) {
            RankingQuery query = query(request, view);
            List<Candidate> candidates = view.best(query);
            if (!candidates.isEmpty() || !request.after().isStart()) {
                return result(query, Set.of(), candidates, view);
            }
            Set<Relaxation> relaxed =
                    Shortage.fewest(view.missed(query), request.wish().floorIsMust());
            if (relaxed.isEmpty()) {
                return result(query, relaxed, candidates, view);
            }
            RankingQuery wider = query(request.withWish(Relaxation.applyAll(request.wish(), relaxed)), view);
            return result(wider, relaxed, view.best(wider), view);
        }
    }

    /**
     * Why there are no more jobs, and which wish to give up for most.
     *
     * @throws InvalidFieldException as {@link #match}
     */
    public Shortage shortage(MatchRequest request) {
        try (CandidateView view = index.acquire()) {
            return Shortage.of(view.missed(query(request, view)));
        }
    }

    /**
     * What a search would find, counted by the values of each criterion.
     *
     * @param request the search; its order, limit and cursor say nothing here
     * @param mostPosts how many posts are looked at before the count stops early and says so, positive
     * @throws InvalidFieldException as {@link #match}
     */
    public FacetCounts facets(MatchRequest request, int mostPosts) {
        InvalidFieldException.check(mostPosts > 0, "mostPosts", "must be positive");
        try (CandidateView view = index.acquire()) {
            return view.facets(query(request, view), mostPosts);
        }
    }

    /**
     * The trades of which a search finds at least one post: what is worth being suggested under its filters.
     *
     * @param request the search; its order, limit and cursor say nothing here
     * @throws InvalidFieldException as {@link #match}
     */
    public Set<OccupationCode> trades(MatchRequest request) {
        try (CandidateView view = index.acquire()) {
            return view.trades(query(request, view));
        }
    }

    /**
     * Posts like this one, for who finds it full or far: of the same kind of work and described alike, paid as well and
     * at the same time, near the place in the request's wish. The post itself is not among them.
     *
     * @param post the one that was liked
     * @param request who asks: limits, times, certificates, age and place count, the other wishes give way; its cursor
     *     is not used
     * @throws InvalidFieldException as {@link #match}
     */
    public MatchResult similar(JobPost post, MatchRequest request) {
        Seeker.Wish own = request.wish();
        Seeker.Wish like = new Seeker.Wish(
                List.of(post.occupation()),
                post.title(),
                own.start(),
                own.travel(),
                own.maxDistanceMetres(),
                own.slots(),
                Set.of(post.settlement()),
                Math.min(post.pay().fenPerHour(), MOST_WISHED_FEN),
                false,
                own.certificates());
        MatchRequest.Cursor onlyThis = new MatchRequest.Cursor(
                List.of(new MatchRequest.Shown(post.id(), post.employerId())), Optional.empty(), false);
        MatchRequest liked = new MatchRequest(
                like,
                request.background(),
                request.ageYears(),
                Optional.empty(),
                request.spreadSeed(),
                request.now(),
                request.limit(),
                onlyThis);
        try (CandidateView view = index.acquire()) {
            RankingQuery query = query(liked, view);
            MatchResult result = result(query, Set.of(), view.best(query), view);
            List<Match> matches = result.matches().stream()
                    .map(match -> match.withReasons(Reasons.ofSimilar(match.parts(), match.metres(), query.request())))
                    .toList();
            return new MatchResult(
                    matches,
                    result.relaxed(),
                    result.from(),
                    result.next(),
                    result.modelVersion(),
                    result.position(),
                    result.generation());
        }
    }

    /**
     * The active seekers whom a post suits best, exactly: whom the post is shown to by the same rules, with the score it
     * has for them, and reasons that an employer may read.
     *
     * @throws InvalidFieldException if the post's occupation is unknown
     */
    public SeekerResult seekersFor(SeekerRequest request) {
        JobPost post = request.post();
        // the title counts twice, as in the index of posts
        WordCounts words = analyzer.count(post.title(), post.title(), post.body());
        try (CandidateView view = index.acquire()) {
            SeekerQuery query = new SeekerQuery(model, occupations, request, words, view.textStatistics());
            List<SeekerMatch> matches = view.bestSeekers(query).stream()
                    .map(candidate -> explain(candidate, query))
                    .toList();
            Optional<MatchRequest.Place> next = matches.size() < request.limit()
                    ? Optional.empty()
                    : Optional.of(new MatchRequest.Place(
                            matches.getLast().score(), matches.getLast().id()));
            return new SeekerResult(matches, next, model.version(), view.position(), view.generation());
        }
    }

    private static SeekerMatch explain(SeekerCandidate candidate, SeekerQuery query) {
        List<Match.PartValue> parts = parts(candidate.values(), query::weight);
        return new SeekerMatch(
                candidate.id(),
                candidate.version(),
                candidate.score(),
                candidate.metres(),
                parts,
                SeekerReasons.of(parts, candidate.metres(), query.request().post()));
    }

    private static List<Match.PartValue> parts(List<Double> values, ToDoubleFunction<Part> weight) {
        return Arrays.stream(Part.values())
                .map(part -> new Match.PartValue(part, values.get(part.ordinal()), weight.applyAsDouble(part)))
                .toList();
    }

    private RankingQuery query(MatchRequest request, CandidateView view) {
        RankingQuery query = RankingQuery.of(model, occupations, request, analyzer, view.textStatistics());
        boolean few = query.leavesOutWeakMeanings()
                && (request.after().isStart()
                        ? !view.finds(query, ENOUGH_POSTS)
                        : request.after().weakMeanings());
        return few ? query.withWeakMeanings(occupations) : query;
    }

    private MatchResult result(
            RankingQuery query, Set<Relaxation> relaxed, List<Candidate> candidates, CandidateView view) {
        List<Match> matches = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            matches.add(explain(candidate, query));
        }
        return new MatchResult(
                matches,
                relaxed,
                query.request().after(),
                next(query.request(), matches),
                model.version(),
                view.position(),
                view.generation());
    }

    private static Match explain(Candidate candidate, RankingQuery query) {
        List<Match.PartValue> parts = parts(candidate.values(), query::weight);
        return new Match(
                candidate.id(),
                candidate.version(),
                candidate.employerId(),
                candidate.score(),
                candidate.rank(),
                candidate.metres(),
                parts,
                Reasons.of(parts, candidate.metres(), query.request()));
    }

    private static Optional<MatchRequest.Cursor> next(MatchRequest request, List<Match> matches) {
        if (matches.size() < request.limit()) {
            return Optional.empty();
        }
        MatchRequest.Cursor after = request.after();
        for (Match match : matches) {
            after = after.past(match);
        }
        return Optional.of(after);
    }

    @Override
    public void apply(IndexBatch batch) {
        index.apply(batch);
    }

    @Override
    public void replace(IndexBatch batch) {
        index.replace(batch);
    }

    @Override
    public long commit() {
        return index.commit();
    }

    /** The outbox position from which on changes are to come; an answer given now includes all before. */
    @Override
    public long position() {
        return index.position();
    }

    /** The index in use, for whoever compares it with the rows. */
    public CandidateIndex index() {
        return index;
    }

    /**
     * Answers from another index from now on. Questions that run end on the one they began with.
     *
     * @param newer built with the same occupations; owned by the engine from now on
     * @return the one before, which the caller closes
     */
    public CandidateIndex swap(CandidateIndex newer) {
        CandidateIndex before = index;
        index = newer;
        return before;
    }

    /** The generation that an answer given now would come from. */
    public String generation() {
        try (CandidateView view = index.acquire()) {
            return view.generation();
        }
    }

    /** How much the index holds now. */
    public IndexSize size() {
        try (CandidateView view = index.acquire()) {
            return view.size();
        }
    }

    /** The version of the ranking model in use. */
    public String modelVersion() {
        return model.version();
    }

    @Override
    public void close() {
        index.close();
        analyzer.close();
    }
}
