package org.mifeng.matcher.occupation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.tck.Fixtures;

class OccupationTreeTest {
    private static double closeness(String wish, String post) {
        return Fixtures.TREE
                .closenessTo(List.of(new OccupationCode(wish)))[Fixtures.TREE.ordinal(new OccupationCode(post))];
    }

    @Test
    void closenessFallsWithEachLevelOfTheTree() {
        assertThat(closeness("4-02-05-01", "4-02-05-01")).isEqualTo(1);
        assertThat(closeness("4-02-05-01", "4-02-05-02")).isEqualTo(0.7);
        assertThat(closeness("4-02-05-01", "4-02-06-02")).isEqualTo(0.45);
        assertThat(closeness("4-02-05-01", "4-10-01-05")).isEqualTo(0.2);
        assertThat(closeness("4-02-05-01", "5-01-01-02")).isZero();
    }

    @Test
    void aRelatedTradeIsCloserThanTheTreeSaysInBothDirections() {
        assertThat(closeness("4-02-05-01", "6-29-02-06")).isEqualTo(0.6);
        assertThat(closeness("6-29-02-06", "4-02-05-01")).isEqualTo(0.6);
    }

    @Test
    void ofSeveralWishesTheClosestCounts() {
        double[] closeness = Fixtures.TREE.closenessTo(List.of(Fixtures.CARRYING, Fixtures.CLEANING));
        assertThat(closeness[Fixtures.TREE.ordinal(Fixtures.CARRYING)]).isEqualTo(1);
        assertThat(closeness[Fixtures.TREE.ordinal(Fixtures.CLEANING)]).isEqualTo(1);
    }

    @Test
    void noWishWelcomesEveryTrade() {
        assertThat(Fixtures.TREE.closenessTo(List.of())).containsOnly(1);
    }

    @Test
    void anUnknownCodeIsAnErrorNotAnEmptyList() {
        assertThatThrownBy(() -> Fixtures.TREE.closenessTo(List.of(new OccupationCode("8-00-00-00"))))
                .isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> new OccupationCode("4-2-5-1")).isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void aTableWithATwiceListedCodeIsRefused() {
        Trade trade = Fixtures.TREE.trades().getFirst();
        assertThatThrownBy(() -> new OccupationTree(List.of(trade, trade), List.of()))
                .hasMessageContaining("twice");
    }
}
