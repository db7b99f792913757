package org.mifeng.api.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.indexdata.bulk.IdNumber;

/** F3. */
class SpreadSeedsTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T22:00:00Z");
    private static final IdNumber CARD = IdNumber.synthetic(LocalDate.of(1971, 3, 7), 11);

    private static SpreadSeeds at(Instant moment) {
        return new SpreadSeeds(new LookupKey(new byte[32]), new MarketCalendar(InstantSource.fixed(moment)));
    }

    @Test
    void theSeedIsThePersonsForTheDayOfTheMarketOnEveryNode() {
        assertThat(at(MORNING).ofSeeker(7))
                .isEqualTo(at(MORNING.plusSeconds(17 * 3600)).ofSeeker(7));
        assertThat(at(MORNING).ofCard(CARD)).isEqualTo(at(MORNING).ofCard(CARD));
        assertThat(at(MORNING).ofSeeker(7))
                .as("midnight in Jining")
                .isNotEqualTo(at(MORNING.plusSeconds(18 * 3600)).ofSeeker(7))
                .isNotEqualTo(at(MORNING).ofSeeker(8));
        assertThat(at(MORNING).ofCard(CARD))
                .isNotEqualTo(at(MORNING).ofCard(IdNumber.synthetic(LocalDate.of(1971, 3, 7), 13)));
    }

    @Test
    void withoutTheKeyTheSeedSaysNothing() {
        byte[] other = new byte[32];
        other[0] = 1;
        SpreadSeeds otherMarket =
                new SpreadSeeds(new LookupKey(other), new MarketCalendar(InstantSource.fixed(MORNING)));
        assertThat(at(MORNING).ofSeeker(7)).isNotEqualTo(otherMarket.ofSeeker(7));
    }
}
