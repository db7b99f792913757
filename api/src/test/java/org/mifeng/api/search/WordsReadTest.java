package org.mifeng.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.query.QueryReader;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TimeSlots.DayPart;

/** What words that were read mean to the engine. */
class WordsReadTest {
    private static final QueryReader READER = QueryReader.standard();

    private static TimeSlots slots(String query) {
        return new WordsRead(READER.read(query)).filter(LocalDate.EPOCH).slots();
    }

    @Test
    void timesThatNarrowEachOtherAreBothMeant() {
        TimeSlots weekendAfternoons = slots("周末下午 发传单");
        assertThat(weekendAfternoons.has(DayOfWeek.SUNDAY, DayPart.AFTERNOON)).isTrue();
        assertThat(weekendAfternoons.count()).isEqualTo(2);
    }

    @Test
    void timesThatExcludeEachOtherAreEitherMeant() {
        assertThat(slots("下午接孩子晚上做饭").count()).isEqualTo(14);
    }
}
