package org.mifeng.api.bench.morning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mifeng.matcher.TravelMode;

class HabitsTest {
    private static final double[] METRES = {0, 400, 3_000, 8_000, 20_000};

    @ParameterizedTest
    @EnumSource
    void aHoldOutlastsTheWayByTheSameTimeHoweverFarItIs(TravelMode travel) {
        Habits habits = Habits.USUAL;
        for (double metres : METRES) {
            assertThat(habits.holdSeconds(metres, travel) - habits.travelSeconds(metres, travel))
                    .as("%s %.0f m", travel, metres)
                    .isEqualTo(10 * 60);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fewerMinutesThanItTakesToSetOffAreTooFewForEveryWay(TravelMode travel) {
        Habits habits = Habits.USUAL.with(60, 1);
        for (double metres : METRES) {
            assertThat(habits.holdSeconds(metres, travel))
                    .as("%s %.0f m", travel, metres)
                    .isLessThan(habits.travelSeconds(metres, travel));
        }
    }
}
