package org.mifeng.api.bench.morning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One line for all kiosks: who came first steps up first. */
final class KioskQueue {
    private final Deque<Person> waiting = new ArrayDeque<>();
    private int idle;

    KioskQueue(int kiosks) {
        idle = kiosks;
    }

    /** Somebody comes. Returns the same person if a kiosk is free. */
    Optional<Person> arrive(Person person) {
        if (idle == 0) {
            waiting.add(person);
            return Optional.empty();
        }
        idle--;
        return Optional.of(person);
    }

    /** Somebody is done. Returns who steps up. */
    Optional<Person> leave() {
        Person next = waiting.poll();
        if (next == null) {
            idle++;
        }
        return Optional.ofNullable(next);
    }
}
