package org.mifeng.api.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PerMinuteTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final PerMinute<String> door = new PerMinute<>(2, time::get);

    @Test
    void oneMoreThanAMinuteTakesWaitsUntilTheFirstIsAMinuteOld() {
        assertThat(door.count("a")).isEmpty();
        time.set(NOW.plusSeconds(20));
        assertThat(door.count("a")).isEmpty();
        assertThat(door.count("a")).contains(Duration.ofSeconds(40));
        assertThat(door.count("b")).isEmpty();
        time.set(NOW.plusSeconds(60));
        assertThat(door.count("a")).isEmpty();
    }

    @Test
    void nobodyWaitsForAClockThatWasSetBack() {
        door.count("a");
        door.count("a");
        time.set(NOW.minus(Duration.ofHours(1)));
        assertThat(door.count("a")).isEmpty();
        assertThat(door.count("a")).isEmpty();
        assertThat(door.count("a")).contains(Duration.ofMinutes(1));
    }
}
