package org.mifeng.api.bench;

import java.util.List;
import org.mifeng.matcher.ranking.RankingQuery;

/**
 * One way to answer a question.
 *
 * @param name as the report shows it
 * @param oneIn asks it only every so many questions, for the slow ones
 * @param exact whether its lists must equal the oracle's
 * @param ask finds the numbers of the best posts
 */
record Engine(String name, int oneIn, boolean exact, Ask ask) {
    @FunctionalInterface
    interface Ask {
        List<Long> best(RankingQuery query) throws Exception;
    }
}
