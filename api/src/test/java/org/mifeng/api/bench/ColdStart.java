package org.mifeng.api.bench;

import java.nio.file.Path;
import java.util.Locale;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.MatchResult;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.RankingModel;

/** One cold start in a process of its own, for {@link ColdBench}. Prints its phases on one line, milliseconds. */
public final class ColdStart {
    private ColdStart() {}

    /**
     * Opens an index and answers one question. Making the question up is not timed.
     *
     * @param arguments the market's folder, how many posts, and when the process was started, milliseconds since 1970
     */
    public static void main(String[] arguments) throws Exception {
        double begun = System.currentTimeMillis() - Double.parseDouble(arguments[2]);
        long start = System.nanoTime();
        OccupationTree tree = Occupations.tree();
        long tables = System.nanoTime();
        try (Matcher matcher = new Matcher(
                LuceneCandidateIndex.open(Path.of(arguments[0]).resolve("index"), tree), tree, RankingModel.CURRENT)) {
            long opened = System.nanoTime();
            MatchRequest request = Market.at(Path.of(arguments[0]), Integer.parseInt(arguments[1]))
                    .requests(1)
                    .getFirst();
            long asked = System.nanoTime();
            MatchResult result = matcher.match(request);
            long answered = System.nanoTime();
            if (result.matches().isEmpty()) {
                throw new IllegalStateException("the first match found nothing");
            }
            System.out.printf(
                    Locale.ROOT,
                    "%.3f %.3f %.3f %.3f%n",
                    begun,
                    (tables - start) / 1e6,
                    (opened - tables) / 1e6,
                    (answered - asked) / 1e6);
        }
    }
}
