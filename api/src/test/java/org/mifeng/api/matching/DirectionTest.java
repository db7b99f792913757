package org.mifeng.api.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mifeng.matcher.Coordinates;

class DirectionTest {
    @ParameterizedTest
    @CsvSource({
        "0.1, 0, NORTH",
        "0.1, 0.123, NORTH_EAST",
        "0, 0.1, EAST",
        "-0.1, 0.123, SOUTH_EAST",
        "-0.1, 0, SOUTH",
        "-0.1, -0.123, SOUTH_WEST",
        "0, -0.1, WEST",
        "0.1, -0.123, NORTH_WEST",
        "0.1, 0.04, NORTH",
        "0.1, 0.06, NORTH_EAST"
    })
    void isTheOnePeopleWouldPointIn(double north, double east, Direction direction) {
        Coordinates start = new Coordinates(35.4, 116.5);
        assertThat(Direction.from(start, new Coordinates(35.4 + north, 116.5 + east)))
                .isEqualTo(direction);
    }
}
