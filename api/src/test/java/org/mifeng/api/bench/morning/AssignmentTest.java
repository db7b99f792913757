package org.mifeng.api.bench.morning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static Assignment.Taker taker(Map<Integer, Double> scores) {
        return new Assignment.Taker(scores);
    }

    @Test
    void whoCouldGoElsewhereMakesRoomForWhoCannot() {
        Assignment best =
                Assignment.best(List.of(taker(Map.of(0, 0.9, 1, 0.2)), taker(Map.of(0, 0.8))), new int[] {1, 1});
        assertThat(best.filled()).isEqualTo(2);
        assertThat(best.score()).isCloseTo(0.2 + 0.8, within(1e-5));
        assertThat(best.posts()).isEqualTo(Map.of(0, 1, 1, 0));
    }

    @Test
    void amongFullAssignmentsTheOneOfTheHighestScoreIsTaken() {
        Assignment best = Assignment.best(
                List.of(taker(Map.of(0, 0.9, 1, 0.8)), taker(Map.of(0, 0.7, 1, 0.3))), new int[] {1, 1});
        assertThat(best.score()).isCloseTo(0.8 + 0.7, within(1e-5));
    }

    @Test
    void nobodyIsSentWhereNoPlaceIsLeft() {
        Assignment best = Assignment.best(
                List.of(taker(Map.of(0, 0.9)), taker(Map.of(0, 0.8)), taker(Map.of(0, 0.7)), taker(Map.of())),
                new int[] {2, 5});
        assertThat(best.filled()).isEqualTo(2);
        assertThat(best.score()).isCloseTo(1.7, within(1e-5));
    }

    @Test
    void noOrderOfTakersFillsMoreAndSomeOrderFillsAsMany() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            int[] openings = {1, 2, 1};
            List<Assignment.Taker> takers = new ArrayList<>();
            for (int person = 0; person < 5; person++) {
                Map<Integer, Double> scores = new HashMap<>();
                for (int post = 0; post < openings.length; post++) {
                    if (random.nextInt(100) < 45) {
                        scores.put(post, random.nextDouble());
                    }
                }
                takers.add(taker(scores));
            }
            Assignment best = Assignment.best(takers, openings);
            double[] exhaustive = exhaustive(takers, 0, openings);
            assertThat(best.filled()).isEqualTo((int) exhaustive[0]);
            assertThat(best.score()).isCloseTo(exhaustive[1], within(1e-5));
        }
    }

    /** Most filled, then the highest score, by trying everything. */
    private static double[] exhaustive(List<Assignment.Taker> takers, int from, int[] openings) {
        if (from == takers.size()) {
            return new double[2];
        }
        double[] best = exhaustive(takers, from + 1, openings);
        for (Map.Entry<Integer, Double> choice : takers.get(from).scores().entrySet()) {
            int post = choice.getKey();
            if (openings[post] > 0) {
                openings[post]--;
                double[] rest = exhaustive(takers, from + 1, openings);
                openings[post]++;
                double score = rest[1] + choice.getValue();
                if (rest[0] + 1 > best[0] || (rest[0] + 1 == best[0] && score > best[1])) {
                    best = new double[] {rest[0] + 1, score};
                }
            }
        }
        return best;
    }
}
