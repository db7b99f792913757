package org.mifeng.matcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.ranking.Reasons;
import org.mifeng.matcher.spi.Candidate;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexSize;
import org.mifeng.matcher.text.ChineseAnalyzer;

/**
 * The matching engine. Safe for use by many threads.
 *
 * <p>Give it an index and the known occupations, feed it with {@link #apply}, ask it with {@link #match}. It owns the
 * index and closes it.
 */
public final class Matcher implements AutoCloseable {
    private final CandidateIndex index;
    private final OccupationTree occupations;
    private final RankingModel model;
    private final ChineseAnalyzer analyzer = new ChineseAnalyzer();

    /**
     * @param index the backend
     * @param occupations the table that the index was built with
     * @param model the ranking model
     */
    public Matcher(CandidateIndex index, OccupationTree occupations, RankingModel model) {
        this.index = index;
        this.occupations = occupations;
        this.model = model;
    }

    /**
     * The posts that suit best, exactly, with their reasons.
     *
     * @throws InvalidFieldException if the request names an unknown occupation, or is a search whose text holds no
     *     word
     */
    public MatchResult match(MatchRequest request) {
        List<String> terms = analyzer.terms(request.wish().text());
        InvalidFieldException.check(!request.textRequired() || !terms.isEmpty(), "text", "must hold a word");
        RankingQuery query = new RankingQuery(model, occupations, request, terms);
        try (CandidateView view = index.acquire()) {
            List<Candidate> candidates = view.best(query);
            List<Match> matches = new ArrayList<>(candidates.size());
            for (Candidate candidate : candidates) {
                matches.add(explain(candidate, query));
            }
            return new MatchResult(
                    matches, next(request, matches), model.version(), view.position(), view.generation());
        }
    }

    private static Match explain(Candidate candidate, RankingQuery query) {
        List<Match.PartValue> parts = new ArrayList<>(candidate.values().size());
        for (Part part : Part.values()) {
            parts.add(new Match.PartValue(part, candidate.values().get(part.ordinal()), query.weight(part)));
        }
        return new Match(
                candidate.id(),
                candidate.version(),
                candidate.score(),
                candidate.metres(),
                parts,
                Reasons.of(parts, candidate.metres(), query.request()));
    }

    private static Optional<MatchRequest.Cursor> next(MatchRequest request, List<Match> matches) {
        if (matches.size() < request.limit()) {
            return Optional.empty();
        }
        Match last = matches.getLast();
        return Optional.of(new MatchRequest.Cursor(last.score(), last.id()));
    }

    /** See {@link CandidateIndex#apply}. */
    public void apply(IndexBatch batch) {
        index.apply(batch);
    }

    /** See {@link CandidateIndex#commit}. */
    public void commit() {
        index.commit();
    }

    /** The outbox position that an answer given now would include. */
    public long position() {
        try (CandidateView view = index.acquire()) {
            return view.position();
        }
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
