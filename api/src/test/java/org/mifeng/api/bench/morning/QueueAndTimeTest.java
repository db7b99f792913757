package org.mifeng.api.bench.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.tck.Fixtures;

class QueueAndTimeTest {
    private static Person person(int number) {
        return Person.of(number, Fixtures.aWish(), 45, 0, Habits.USUAL, number);
    }

    @Test
    void whoCameFirstStepsUpFirst() {
        KioskQueue queue = new KioskQueue(2);
        assertThat(queue.arrive(person(0))).contains(person(0));
        assertThat(queue.arrive(person(1))).contains(person(1));
        assertThat(queue.arrive(person(2))).isEmpty();
        assertThat(queue.arrive(person(3))).isEmpty();
        assertThat(queue.leave()).contains(person(2));
        assertThat(queue.leave()).contains(person(3));
        assertThat(queue.leave()).isEmpty();
        assertThat(queue.arrive(person(4))).contains(person(4));
    }

    @Test
    void thingsHappenInTheOrderOfTheirTimeAndThenOfTheirPlanning() {
        Timeline timeline = new Timeline();
        List<String> seen = new ArrayList<>();
        timeline.at(20, second -> seen.add("late " + second));
        timeline.at(10, second -> {
            seen.add("first");
            timeline.at(15, then -> seen.add("planned on the way " + then));
        });
        timeline.at(10, second -> seen.add("second"));
        timeline.run();
        assertThat(seen).containsExactly("first", "second", "planned on the way 15", "late 20");
    }

    @Test
    void aQuarterComesBeforeTheBusiestMomentWhenThatIsAQuarterOfTheMorning() {
        Habits habits = Habits.USUAL;
        assertThat(Arrivals.second(0, habits)).isZero();
        assertThat(Arrivals.second(0.25, habits)).isBetween(habits.busiestSecond() - 1, habits.busiestSecond() + 1);
        assertThat(Arrivals.second(0.999_999, habits))
                .isBetween(habits.latestArrivalSecond() - 60, habits.latestArrivalSecond());
    }
}
