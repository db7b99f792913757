package org.mifeng.api.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.privacy.LookupKey;

/** F3. */
class SpreadSeedsTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T22:00:00Z");

    private static SpreadSeeds at(Instant moment) {
        return new SpreadSeeds(new LookupKey(new byte[32]), new MarketCalendar(InstantSource.fixed(moment)));
    }

    @Test
    void theSeedIsThePersonsForTheDayOfTheMarketOnEveryNode() {
        assertThat(at(MORNING).ofSeeker(7))
                .isEqualTo(at(MORNING.plusSeconds(17 * 3600)).ofSeeker(7));
        assertThat(at(MORNING).ofSeeker(7))
                .as("midnight in Jining")
                .isNotEqualTo(at(MORNING.plusSeconds(18 * 3600)).ofSeeker(7))
                .isNotEqualTo(at(MORNING).ofSeeker(8));
        assertThat(at(MORNING).ofKiosk(7))
                .isEqualTo(at(MORNING).ofKiosk(7))
                .isNotEqualTo(at(MORNING).ofKiosk(8))
                .isNotEqualTo(at(MORNING).ofSeeker(7));
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
