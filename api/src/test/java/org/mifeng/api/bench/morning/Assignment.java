package org.mifeng.api.bench.morning;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Who should take which post if everybody took what they are given: as many filled openings as possible and, among such
 * assignments, the highest sum of scores. Found exactly, as a minimum-cost flow.
 *
 * @param posts each assigned taker's, both by their places in the lists given
 * @param score the sum over all assigned
 */
record Assignment(Map<Integer, Integer> posts, double score) {
    /** Scores become whole numbers; differences below a millionth do not matter. */
    private static final double MILLION = 1e6;

    /** One more filled opening outweighs any change of the scores of all who are moved for it: 10,000 people at most. */
    private static final long UNASSIGNED = 10_000 * (long) MILLION;

    Assignment {
        posts = Map.copyOf(posts);
    }

    static {
        Loader.loadNativeLibraries();
    }

    /**
     * Somebody who would take something.
     *
     * @param scores each 0 to 1, by the post's place in the list of openings
     */
    record Taker(Map<Integer, Double> scores) {
        /** @param score of a post by its number; 0 if it is not to be taken */
        static Taker of(MorningMarket market, LongToDoubleFunction score) {
            Map<Integer, Double> scores = new HashMap<>();
            for (int i = 0; i < market.posts().size(); i++) {
                double value = score.applyAsDouble(market.posts().get(i).id());
                if (value > 0) {
                    scores.put(i, value);
                }
            }
            return new Taker(scores);
        }
    }

    private record Pair(int arc, int taker, int post, double score) {}

    /**
     * The best assignment.
     *
     * @param takers at most 10,000
     * @param openings of each post
     */
    static Assignment best(List<Taker> takers, int[] openings) {
        MinCostFlow flow = new MinCostFlow();
        int source = takers.size() + openings.length;
        int sink = source + 1;
        List<Pair> pairs = new ArrayList<>();
        for (int person = 0; person < takers.size(); person++) {
            Taker taker = takers.get(person);
            flow.addArcWithCapacityAndUnitCost(source, person, 1, 0);
            flow.addArcWithCapacityAndUnitCost(person, sink, 1, UNASSIGNED);
            for (Map.Entry<Integer, Double> score : taker.scores().entrySet()) {
                int post = takers.size() + score.getKey();
                long cost = Math.round((1 - score.getValue()) * MILLION);
                pairs.add(new Pair(
                        flow.addArcWithCapacityAndUnitCost(person, post, 1, cost),
                        person,
                        score.getKey(),
                        score.getValue()));
            }
        }
        for (int post = 0; post < openings.length; post++) {
            flow.addArcWithCapacityAndUnitCost(takers.size() + post, sink, openings[post], 0);
        }
        flow.setNodeSupply(source, takers.size());
        flow.setNodeSupply(sink, -takers.size());
        MinCostFlowBase.Status status = flow.solve();
        if (status != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("no optimal assignment but " + status);
        }
        List<Pair> chosen =
                pairs.stream().filter(pair -> flow.getFlow(pair.arc()) > 0).toList();
        return new Assignment(
                chosen.stream().collect(Collectors.toMap(Pair::taker, Pair::post)),
                chosen.stream().mapToDouble(Pair::score).sum());
    }

    int filled() {
        return posts.size();
    }

    /** The best that any lists could do this morning. Who would take a job and not come fills nothing. */
    static Assignment best(MorningMarket market, Suiting suiting) {
        List<Taker> takers = market.people().stream()
                .filter(Person::comes)
                .map(person ->
                        Taker.of(market, post -> suiting.wouldTake(person, post) ? suiting.score(person, post) : 0))
                .toList();
        return best(takers, market.openingsOfPosts());
    }
}
