package org.mifeng.api.bench.morning;

import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Which job each person's list shows first, decided for all together when the doors open: the most openings filled, then the
 * highest sum of scores, from profiles and posts alone. Unlike the optimum it knows neither tastes nor who will not come.
 *
 * @param jobs by the person's number
 */
record Plan(Map<Integer, Long> jobs) {
    /** Nobody's list is planned. */
    static final Plan NONE = new Plan(Map.of());

    /**
     * A job that scores at most this below the person's best is good enough to be planned: half of all people would have it.
     * With less, fewer openings are filled; with more, hardly any.
     */
    private static final double BELOW_BEST = 0.25;

    Plan {
        jobs = Map.copyOf(jobs);
    }

    static Plan of(MorningMarket market, Suiting suiting) {
        List<Assignment.Taker> takers = market.people().stream()
                .map(person -> Assignment.Taker.of(market, post -> {
                    double score = suiting.score(person, post);
                    return score >= suiting.best(person) - BELOW_BEST ? score : 0;
                }))
                .toList();
        Assignment best = Assignment.best(takers, market.openingsOfPosts());
        return new Plan(best.posts().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        job -> market.posts().get(job.getValue()).id())));
    }

    /** The list with the person's planned job in front, as long as before; as it is if none is planned or free. */
    List<Long> first(Person person, List<Long> list, LongPredicate free) {
        Long planned = jobs.get(person.number());
        if (planned == null || !free.test(planned)) {
            return list;
        }
        return LongStream.concat(
                        LongStream.of(planned),
                        list.stream().mapToLong(post -> post).filter(post -> post != planned))
                .limit(Math.max(1, list.size()))
                .boxed()
                .toList();
    }
}
