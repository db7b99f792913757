package org.mifeng.api.bench.morning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GiniTest {
    private static double gini(double... amounts) {
        return Gini.of(Arrays.stream(amounts)
                .mapToObj(amount -> new Gini.Group(amount, 1))
                .toList());
    }

    @Test
    void equalSharesAreZeroAndOneOwnerOfAllIsNearOne() {
        assertThat(gini(3, 3, 3, 3)).isZero();
        assertThat(gini(0, 0, 0, 12)).isCloseTo(0.75, within(1e-12));
        assertThat(gini(0, 0)).isZero();
    }

    @Test
    void itIsHalfTheMeanDifferenceOverTheMean() {
        // all pairs of 1, 2, 3, 6: mean difference 32 / 16, mean 3
        assertThat(gini(6, 1, 3, 2)).isCloseTo(32.0 / 16 / 2 / 3, within(1e-12));
    }

    @Test
    void aGroupCountsAsItsMembersWould() {
        assertThat(Gini.of(List.of(new Gini.Group(4, 2), new Gini.Group(9, 1))))
                .isCloseTo(gini(2, 2, 9), within(1e-12));
    }
}
