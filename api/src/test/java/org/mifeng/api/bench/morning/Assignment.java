package org.mifeng.api.bench.morning;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who should take which post if everybody's taste were known before the doors open: as many filled openings as possible and,
 * among such assignments, the highest sum of scores. Found exactly, as a minimum-cost flow.
 *
 * @param filled openings
 * @param score the sum over all assigned
 */
record Assignment(int filled, double score) {
    /** Scores become whole numbers; differences below a millionth do not matter. */
    private static final double MILLION = 1e6;

    /** One more filled opening outweighs any change of the scores of all who are moved for it: 10,000 people at most. */
    private static final long UNASSIGNED = 10_000 * (long) MILLION;

    static {
        Loader.loadNativeLibraries();
    }

    /**
     * Somebody who would take something.
     *
     * @param scores each 0 to 1, by the post's place in the list of openings
     */
    record Taker(Map<Integer, Double> scores) {}

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
        List<Integer> unassigned = new ArrayList<>();
        for (int person = 0; person < takers.size(); person++) {
            Taker taker = takers.get(person);
            flow.addArcWithCapacityAndUnitCost(source, person, 1, 0);
            unassigned.add(flow.addArcWithCapacityAndUnitCost(person, sink, 1, UNASSIGNED));
            int node = person;
            taker.scores()
                    .forEach((post, score) -> flow.addArcWithCapacityAndUnitCost(
                            node, takers.size() + post, 1, Math.round((1 - score) * MILLION)));
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
        int left = (int) unassigned.stream().mapToLong(flow::getFlow).sum();
        int filled = takers.size() - left;
        return new Assignment(filled, filled - (flow.getOptimalCost() - left * UNASSIGNED) / MILLION);
    }

    /** The best that any lists could do this morning. Who would take a job and not come fills nothing. */
    static Assignment best(MorningMarket market, Suiting suiting) {
        List<Taker> takers = market.people().stream()
                .filter(Person::comes)
                .map(person -> taker(market, person, suiting))
                .toList();
        return best(
                takers,
                market.posts().stream().mapToInt(post -> post.openings().left()).toArray());
    }

    private static Taker taker(MorningMarket market, Person person, Suiting suiting) {
        Map<Integer, Double> scores = new HashMap<>();
        for (int i = 0; i < market.posts().size(); i++) {
            long post = market.posts().get(i).id();
            if (suiting.wouldTake(person, post)) {
                scores.put(i, suiting.score(person, post));
            }
        }
        return new Taker(scores);
    }
}
