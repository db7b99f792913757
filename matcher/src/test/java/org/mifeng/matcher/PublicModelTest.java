package org.mifeng.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.tck.Fixtures;

class PublicModelTest {
    @Test
    void payPerHourFollowsTheUnit() {
        assertThat(new Pay(2_000, PayUnit.HOUR, 8).fenPerHour()).isEqualTo(2_000);
        assertThat(new Pay(26_000, PayUnit.DAY, 8).fenPerHour()).isEqualTo(3_250);
        assertThat(new Pay(26_000, PayUnit.PIECE, 10).fenPerHour()).isEqualTo(2_600);
        assertThat(new Pay(450_000, PayUnit.MONTH, 8).fenPerHour()).isEqualTo(2_586);
    }

    @Test
    void coordinatesOutsideChinaAreRefusedByField() {
        assertThatThrownBy(() -> new Coordinates(116.58, 35.41))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class, e -> assertThat(e.field()).isEqualTo("latitude"));
        assertThatThrownBy(() -> new Coordinates(Double.NaN, 116)).isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void theStraightWayIsWithinAMetreOfTheGreatCircleUpToAHundredKilometres() {
        Coordinates.Point from = Fixtures.MARKET.point();
        for (int i = 1; i <= 80; i++) {
            Coordinates to = new Coordinates(35.4150 + i * 0.01, 116.5870);
            double arc = 6_371_008.8 * Math.toRadians(i * 0.01);
            Coordinates.Point point = to.point();
            assertThat(from.metresTo(point.x(), point.y(), point.z())).isCloseTo(arc, within(1.5));
        }
    }

    @Test
    void slotsRememberWhatWasPutIn() {
        TimeSlots slots = TimeSlots.NEVER.with(DayOfWeek.SUNDAY, TimeSlots.DayPart.NIGHT);
        assertThat(slots.has(DayOfWeek.SUNDAY, TimeSlots.DayPart.NIGHT)).isTrue();
        assertThat(slots.has(DayOfWeek.MONDAY, TimeSlots.DayPart.MORNING)).isFalse();
        assertThat(slots.count()).isEqualTo(1);
        assertThat(TimeSlots.ALWAYS.count()).isEqualTo(28);
        assertThatThrownBy(() -> new TimeSlots(1 << 28)).isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void anErrorNamesTheFieldAndNeverTheValue() {
        Seeker.Wish any = Fixtures.aWish();
        assertThatThrownBy(() -> new Seeker.Wish(
                        List.of(), "", any.start(), any.travel(), 9_876_543, any.slots(), Set.of(), 0, false, 0))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("maxDistanceMetres")
                .hasMessageNotContaining("987");
    }
}
