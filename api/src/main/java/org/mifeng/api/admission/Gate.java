package org.mifeng.api.admission;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Lets a bounded number in at once and keeps a bounded number waiting, first come, first served.
 *
 * @param <T> who waits
 */
final class Gate<T> {
    private final int mostRunning;
    private final int mostWaiting;

    /** Guarded by this. */
    private final Deque<T> waiting = new ArrayDeque<>();

    private int running;

    Gate(int mostRunning, int mostWaiting) {
        this.mostRunning = mostRunning;
        this.mostWaiting = mostWaiting;
    }

    /** What became of who came. */
    enum Entry {
        /** Runs now; must {@link #leave}. */
        IN,
        /** Waits; runs when {@link #leave} gives it. */
        WAITS,
        /** No room. */
        TURNED_AWAY
    }

    synchronized Entry come(T one) {
        if (running < mostRunning) {
            running++;
            return Entry.IN;
        }
        if (waiting.size() < mostWaiting) {
            waiting.addLast(one);
            return Entry.WAITS;
        }
        return Entry.TURNED_AWAY;
    }

    /**
     * One who ran is done.
     *
     * @return who runs in its place and must {@link #leave} in turn
     */
    synchronized Optional<T> leave() {
        Optional<T> next = Optional.ofNullable(waiting.pollFirst());
        if (next.isEmpty()) {
            running--;
        }
        return next;
    }

    /**
     * One waited long enough.
     *
     * @return whether it was still waiting
     */
    synchronized boolean giveUp(T one) {
        return waiting.remove(one);
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
