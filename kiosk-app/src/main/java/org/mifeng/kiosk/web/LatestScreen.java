package org.mifeng.kiosk.web;

import java.time.Duration;
import java.util.Optional;

/** The screen that stands now, numbered; whoever watches is given the newest, and none of those it missed. */
final class LatestScreen {
    private Numbered latest = new Numbered(0, "{}");
    private boolean closed;

    /**
     * A screen as JSON.
     *
     * @param revision counts the screens from 1
     */
    record Numbered(long revision, String json) {}

    synchronized void show(String json) {
        if (!json.equals(latest.json())) {
            latest = new Numbered(latest.revision() + 1, json);
            notifyAll();
        }
    }

    synchronized long revision() {
        return latest.revision();
    }

    /** A screen newer than the one seen; empty if none came within the time or there will be no more. */
    synchronized Optional<Numbered> newerThan(long seen, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (latest.revision() <= seen && !closed) {
            long leftMillis = (end - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                return Optional.empty();
            }
            wait(leftMillis);
        }
        return closed ? Optional.empty() : Optional.of(latest);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
