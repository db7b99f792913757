package org.mifeng.api.bench.morning;

import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/** What happens when, in order; of two at the same second what was planned first. */
final class Timeline {
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private int planned;

    private record Event(int second, int order, IntConsumer what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return second != other.second ? Integer.compare(second, other.second) : Integer.compare(order, other.order);
        }
    }

    /** Plans something, which will be told its second. */
    void at(int second, IntConsumer what) {
        events.add(new Event(second, planned, what));
        planned++;
    }

    /** Lets everything happen, and what it plans, until nothing is left. */
    void run() {
        while (!events.isEmpty()) {
            Event next = events.remove();
            next.what().accept(next.second());
        }
    }
}
