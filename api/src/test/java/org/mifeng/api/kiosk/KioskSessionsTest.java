package org.mifeng.api.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mifeng.api.matching.JobQuestion;
import org.mifeng.matcher.Coordinates;

class KioskSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Coordinates DOOR = new Coordinates(35.41, 116.59);
    private static final EnrolledKiosk KIOSK = new EnrolledKiosk(1, "kiosk", "一号", DOOR, new byte[0]);
    private static final JobQuestion QUESTION = JobQuestion.anyWork(DOOR, 5_000, 40, OptionalLong.empty());

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final KioskSessions sessions = new KioskSessions(new TenMinutes(), time::get, new SecureRandom());

    private record TenMinutes() implements KioskConfig {
        @Override
        public Duration clockTolerance() {
            return Duration.ofSeconds(60);
        }

        @Override
        public int personsPerMinute() {
            return 20;
        }

        @Override
        public int enrolmentsPerMinute() {
            return 30;
        }

        @Override
        public Duration sessionLife() {
            return Duration.ofMinutes(10);
        }

        @Override
        public int mostSessions() {
            return 100;
        }

        @Override
        public int firstVisitMetres() {
            return 20_000;
        }
    }

    @Test
    void aSessionLivesTenMinutes() {
        String id = sessions.open(KIOSK, QUESTION);
        time.set(NOW.plus(Duration.ofMinutes(10).minusMillis(1)));
        assertThat(sessions.find(KIOSK, id)).contains(QUESTION);
        time.set(NOW.plus(Duration.ofMinutes(10)));
        assertThat(sessions.find(KIOSK, id)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackMakesNoSessionLongerNorOneBehindIt() {
        String before = sessions.open(KIOSK, QUESTION);
        time.set(NOW.minus(Duration.ofHours(1)));
        assertThat(sessions.find(KIOSK, before)).isEmpty();
        String after = sessions.open(KIOSK, QUESTION);
        assertThat(sessions.find(KIOSK, after)).contains(QUESTION);
        time.set(NOW.minus(Duration.ofMinutes(50)));
        assertThat(sessions.find(KIOSK, after)).isEmpty();
        assertThat(sessions.count()).isZero();
    }

    @Test
    void aSmallCorrectionOfTheClockEndsNoSession() {
        String id = sessions.open(KIOSK, QUESTION);
        time.set(NOW.minusSeconds(5));
        assertThat(sessions.find(KIOSK, id)).contains(QUESTION);
    }
}
