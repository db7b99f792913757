package org.mifeng.matcher.spi;

import java.util.List;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.ranking.TextStatistics;

/** An index at one moment. Nothing that is written later changes it. Safe for use by many threads; close it once. */
public interface CandidateView extends AutoCloseable {
    /**
     * The best posts under the query, exactly: no post that passes its filters and comes behind its cursor scores
     * higher than a returned one, or the same with a smaller number, without being returned.
     *
     * @return at most the request's limit, by falling score, then by rising number
     */
    List<Candidate> best(RankingQuery query);

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
