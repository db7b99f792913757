package org.mifeng.api.environment;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** Days and ages as they count where the market is: on the clock of Asia/Shanghai. */
@Singleton
public final class MarketCalendar {
    /** The one time zone of China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final InstantSource clock;

    /** @param clock the time */
    public MarketCalendar(InstantSource clock) {
        this.clock = clock;
    }

    /** Now, to the millisecond, which is what the database keeps. */
    public Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** Today's date. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /**
     * Completed years today. Who was born on 29 February completes a year on 1 March of a common year: the day before
     * is still the year before (民法典 art. 200 to 204 count full years by the day; a missing day ends the month).
     *
     * @return negative if the date lies in the future
     */
    public int ageInYears(LocalDate birthDate) {
        LocalDate today = today();
        if (birthDate.isAfter(today)) {
            return -1;
        }
        return Period.between(birthDate, today).getYears();
    }
}
