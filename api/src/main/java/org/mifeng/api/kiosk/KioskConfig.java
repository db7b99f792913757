package org.mifeng.api.kiosk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What kiosks may do. */
@ConfigMapping(prefix = "mifeng.kiosk")
public interface KioskConfig {
    /** How far a kiosk's clock may be off, either way (P35). */
    @WithDefault("PT60S")
    Duration clockTolerance();

    /** How many persons a kiosk may open a session for in a minute: more is no queue of people but an attack. */
    @WithDefault("20")
    int personsPerMinute();

    /** How many enrolments may be tried in a minute, over all: codes cannot be guessed in the time they live. */
    @WithDefault("30")
    int enrolmentsPerMinute();

    /** How long a session lives at most. */
    @WithDefault("PT10M")
    Duration sessionLife();

    /** How many sessions are kept at once; 1,000 kiosks with 20 persons in 10 minutes need 20,000. */
    @WithDefault("20000")
    int mostSessions();

    /** How far away jobs of a first visit may be, in metres. */
    @WithDefault("20000")
    int firstVisitMetres();
}
