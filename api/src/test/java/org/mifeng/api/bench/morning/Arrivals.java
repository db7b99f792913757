package org.mifeng.api.bench.morning;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** When people come: a triangle over the morning, from the doors' opening over the busiest moment to the last. */
final class Arrivals {
    private Arrivals() {}

    /** Seconds after the doors open, rising. */
    static int[] draw(int people, Habits habits, SplittableRandom random) {
        return IntStream.range(0, people)
                .map(i -> second(random.nextDouble(), habits))
                .sorted()
                .toArray();
    }

    /** The moment by which a share of all has come: the triangle's distribution, turned round. */
    static int second(double share, Habits habits) {
        double last = habits.latestArrivalSecond();
        double busiest = habits.busiestSecond();
        return (int)
                (share < busiest / last
                        ? Math.sqrt(share * last * busiest)
                        : last - Math.sqrt((1 - share) * last * (last - busiest)));
    }
}
