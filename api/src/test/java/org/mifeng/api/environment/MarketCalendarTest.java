package org.mifeng.api.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketCalendarTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T08:00:00Z, 2010-11-21, 16",
        "2026-11-21T08:00:00Z, 2010-11-22, 15",
        // 16:00 UTC is midnight in Shanghai: the birthday begins there, not in London
        "2026-11-20T15:59:59Z, 2010-11-21, 15",
        "2026-11-20T16:00:00Z, 2010-11-21, 16",
        // born on a leap day: the year is full on 1 March of a common year
        "2026-02-27T16:00:00Z, 2012-02-29, 13",
        "2026-02-28T15:59:59Z, 2012-02-29, 13",
        "2026-02-28T16:00:00Z, 2012-02-29, 14",
        // and on 29 February of a leap year
        "2028-02-28T15:59:59Z, 2012-02-29, 15",
        "2028-02-28T16:00:00Z, 2012-02-29, 16",
        "2026-11-21T08:00:00Z, 2026-11-22, -1",
        "2026-11-21T08:00:00Z, 2026-11-21, 0"
    })
    void ageChangesAtMidnightInShanghai(Instant now, LocalDate birth, int age) {
        assertThat(new MarketCalendar(() -> now).ageInYears(birth)).isEqualTo(age);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T15:59:59Z, 2026-11-20", "2026-11-20T16:00:00Z, 2026-11-21"})
    void todayIsTheDayInShanghai(Instant now, LocalDate today) {
        assertThat(new MarketCalendar(() -> now).today()).isEqualTo(today);
    }
}
