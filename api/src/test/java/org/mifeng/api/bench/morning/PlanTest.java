package org.mifeng.api.bench.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.tck.Fixtures;

class PlanTest {
    private static final Person PLANNED = Person.of(0, Fixtures.aWish(), 45, 0, Habits.USUAL, 0);
    private static final Person UNPLANNED = Person.of(1, Fixtures.aWish(), 45, 0, Habits.USUAL, 1);
    private static final List<Long> LIST = List.of(11L, 12L, 13L);

    @Test
    void thePlannedJobMovesToTheFrontOrPushesOutTheLast() {
        assertThat(new Plan(Map.of(0, 13L)).first(PLANNED, LIST, post -> true)).containsExactly(13L, 11L, 12L);
        assertThat(new Plan(Map.of(0, 99L)).first(PLANNED, LIST, post -> true)).containsExactly(99L, 11L, 12L);
    }

    @Test
    void aListIsLeftAloneIfNothingIsPlannedOrThePlannedPlaceIsGone() {
        Plan plan = new Plan(Map.of(0, 99L));
        assertThat(plan.first(UNPLANNED, LIST, post -> true)).isEqualTo(LIST);
        assertThat(plan.first(PLANNED, LIST, post -> post != 99)).isEqualTo(LIST);
    }
}
