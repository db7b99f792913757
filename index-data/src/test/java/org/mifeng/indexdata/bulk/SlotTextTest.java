package org.mifeng.indexdata.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.TimeSlots;

final class SlotTextTest {
    @Test
    void mondayStandsFirstAndMorningStandsFirst() {
        TimeSlots slots = TimeSlots.NEVER
                .with(DayOfWeek.MONDAY, TimeSlots.DayPart.MORNING)
                .with(DayOfWeek.SUNDAY, TimeSlots.DayPart.NIGHT);
        assertThat(SlotText.of(slots)).isEqualTo("M--- ---- ---- ---- ---- ---- ---N");
        assertThat(SlotText.parse("M--- ---- ---- ---- ---- ---- ---N")).isEqualTo(slots);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M---",
                "A--- ---- ---- ---- ---- ---- ----",
                "m--- ---- ---- ---- ---- ---- ----",
                "M---,---- ---- ---- ---- ---- ----",
                "M--- ---- ---- ---- ---- ---- -----"
            })
    void anyOtherFormIsRefused(String text) {
        assertThatThrownBy(() -> SlotText.parse(text)).isInstanceOf(InvalidFieldException.class);
    }
}
