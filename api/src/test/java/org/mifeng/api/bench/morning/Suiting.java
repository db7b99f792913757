package org.mifeng.api.bench.morning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What suits whom on the untouched market: the measure that all policies are judged by. */
final class Suiting {
    private final List<Map<Long, Double>> scores;
    private final double[] best;

    private Suiting(List<Map<Long, Double>> scores) {
        this.scores = scores;
        best = scores.stream()
                .mapToDouble(all -> all.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0))
                .toArray();
    }

    static Suiting of(MorningMarket market, Path data) throws IOException {
        List<Map<Long, Double>> scores = new ArrayList<>();
        try (MarketIndex index = MarketIndex.of(market.posts(), Policy.NO_SPREADING, data)) {
            market.people().forEach(person -> scores.add(index.scores(person)));
        }
        return new Suiting(scores);
    }

    /** The score; 0 if the person may not have the post or the wish's limits exclude it. */
    double score(Person person, long post) {
        return scores.get(person.number()).getOrDefault(post, 0.0);
    }

    /** Whether the post could be shown to anybody this morning. */
    boolean suitsAnybody(long post) {
        return scores.stream().anyMatch(all -> all.containsKey(post));
    }

    /** The score of the person's best post; 0 if there is none. */
    double best(Person person) {
        return best[person.number()];
    }

    /** Whether the person would have the job at all: it scores nearly as well as the best there was, and pleases. */
    boolean wouldTake(Person person, long post) {
        double score = score(person, post);
        return score > 0 && score >= best(person) - person.pickiness() && person.likes(post);
    }
}
