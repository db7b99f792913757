package org.mifeng.matcher.spi;

import java.util.List;
import java.util.Set;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.search.FacetCounts;

/** An index at one moment. Nothing that is written later changes it. Safe for use by many threads; close it once. */
public interface CandidateView extends AutoCloseable {
    /**
     * The best posts under the query, exactly: one by one, of the posts that pass its filters and were not shown yet,
     * the one of the highest rank, and of equal ranks of the smallest number, whose employer does not have its share of
     * the head yet, as long as the head has room and there is such a post.
     *
     * @return at most the request's limit, the head shared among employers (F4), else by falling rank, then by rising
     *     number
     */
    List<Candidate> best(RankingQuery query);

    /**
     * The best active seekers for a post, exactly: of those who pass its filters and are behind its cursor.
     *
     * @return at most the request's limit, by falling score, then by rising number; nobody if the query is {@link
     *     SeekerQuery#forbidden}
     */
    List<SeekerCandidate> bestSeekers(SeekerQuery query);

    /**
     * How many posts that the law lets this person have, of employers not blocked and, for a search, of what is sought,
     * miss which wishes.
     *
     * @return counts by the mask of {@link RankingQuery#missed}
     */
    int[] missed(RankingQuery query);

    /**
     * Counts what a search finds, by the values of each criterion.
     *
     * @param mostPosts how many posts are looked at before the count stops early and says so, positive
     */
    FacetCounts facets(RankingQuery query, int mostPosts);

    /** Whether {@link #facets} would count so many found posts or more; looks no further than to the last of them. */
    boolean finds(RankingQuery query, int posts);

    /** The trades of which a search finds at least one post. */
    Set<OccupationCode> trades(RankingQuery query);

    /** The outbox position that this view includes. */
    long position();

    /** Names the build that this view comes from. */
    String generation();

    /** What is in it. */
    IndexSize size();

    /** The statistics that text is scored with. */
    TextStatistics textStatistics();

    @Override
    void close();
}
