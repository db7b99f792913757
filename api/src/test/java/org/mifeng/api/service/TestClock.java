package org.mifeng.api.service;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The service's time in tests: the machine's, unless a test sets it ahead. */
@Singleton
public class TestClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    /** Lets time pass without waiting. */
    public void setAhead(Duration ahead) {
        this.ahead = ahead;
    }
}
