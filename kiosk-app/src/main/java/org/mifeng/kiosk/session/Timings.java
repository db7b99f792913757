package org.mifeng.kiosk.session;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param idle without a touch until the countdown begins
 * @param countdown after idle time, until the session ends
 * @param cardGrace without a touch after the card was taken, until the shorter countdown begins
 * @param cardCountdown after the card's grace, until the session ends
 * @param longestVisit until the session ends whatever happens
 * @param patience for the reader or the service, until the screen says that they do not answer
 * @param message how long a message stays that nobody touches
 * @param farewell how long the goodbye stays
 */
public record Timings(
        Duration idle,
        Duration countdown,
        Duration cardGrace,
        Duration cardCountdown,
        Duration longestVisit,
        Duration patience,
        Duration message,
        Duration farewell) {
    /** Those of a kiosk in use. */
    public static final Timings STANDARD = new Timings(
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(12),
            Duration.ofSeconds(30),
            Duration.ofSeconds(4));

    /** Checks that all are positive. */
    public Timings {
        for (Duration each :
                new Duration[] {idle, countdown, cardGrace, cardCountdown, longestVisit, patience, message, farewell}) {
            if (!each.isPositive()) {
                throw new IllegalArgumentException("a time must be positive but is " + each);
            }
        }
    }
}
