package org.mifeng.indexdata.relevance;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How well titles find the titles that people hold for alike, as TREC counts: relevant or not, over all questions that
 * have a relevant title, 0 to 1.
 *
 * @param queries how many were asked
 * @param map mean average precision over the whole ranking
 * @param precisionAt5 share of relevant ones among the first five
 * @param precisionAt10 share of relevant ones among the first ten
 */
public record RankEvaluation(int queries, double map, double precisionAt5, double precisionAt10) {
    /**
     * Asks every query that has a relevant title.
     *
     * @throws IllegalArgumentException if none has one
     */
    public static RankEvaluation of(TitleCorpus corpus, RankFiles files) {
        List<String> ids = List.copyOf(files.corpus().keySet());
        int asked = 0;
        double map = 0;
        double five = 0;
        double ten = 0;
        for (Map.Entry<String, String> query : files.queries().entrySet()) {
            Set<String> relevant = files.relevant().getOrDefault(query.getKey(), Set.of());
            if (relevant.isEmpty()) {
                continue;
            }
            asked++;
            int found = 0;
            double precisions = 0;
            int rank = 0;
            for (int title : corpus.rank(query.getValue())) {
                rank++;
                if (relevant.contains(ids.get(title))) {
                    found++;
                    precisions += (double) found / rank;
                    five += rank <= 5 ? 0.2 : 0;
                    ten += rank <= 10 ? 0.1 : 0;
                }
            }
            map += precisions / relevant.size();
        }
        if (asked == 0) {
            throw new IllegalArgumentException("no query has a relevant title");
        }
        return new RankEvaluation(asked, map / asked, five / asked, ten / asked);
    }
}
