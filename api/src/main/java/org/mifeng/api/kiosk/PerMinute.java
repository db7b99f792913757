package org.mifeng.api.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * At most so many events of one subject in any minute. Keeps one moment per event of the last minute. When the clock is set
 * back, what lies ahead of it is forgotten, so that nobody waits for it to come.
 *
 * @param <K> the subject, of which there are few
 */
final class PerMinute<K> {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int most;
    private final InstantSource clock;
    private final Map<K, Deque<Instant>> recent = new ConcurrentHashMap<>();

    PerMinute(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /**
     * Counts one more event.
     *
     * @return empty if it is within bounds; otherwise it is not counted, and the time to wait is given
     */
    Optional<Duration> count(K subject) {
        Deque<Instant> events = recent.computeIfAbsent(subject, s -> new ArrayDeque<>());
        synchronized (events) {
            Instant now = clock.instant();
            events.removeIf(event -> event.isAfter(now) || !event.plus(MINUTE).isAfter(now));
            if (events.size() >= most) {
                return Optional.of(Duration.between(now, events.getFirst().plus(MINUTE)));
            }
            events.addLast(now);
            return Optional.empty();
        }
    }
}
