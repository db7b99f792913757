package org.mifeng.api.node;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says when something is due that is to happen from time to time, by a clock that may be set. Used by one thread at a time. */
final class Interval {
    private final InstantSource clock;
    private final Duration length;
    private Instant last;

    /**
     * @param clock says when
     * @param length from one time to the next
     * @param last when it happened last; the epoch if it never did, so that it is due at once
     */
    Interval(InstantSource clock, Duration length, Instant last) {
        this.clock = clock;
        this.length = length;
        this.last = last;
    }

    /** A clock that was set back must not keep anything waiting: when the last time lies ahead of it, it is due. */
    boolean isDue() {
        Instant now = clock.instant();
        return now.isBefore(last) || !now.isBefore(last.plus(length));
    }

    /** It happens now. */
    void happens() {
        last = clock.instant();
    }
}
