package org.mifeng.api.admission;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * A rate per address with room for a burst (the generic cell rate algorithm, ITU-T I.371): of each address one number is
 * kept, the moment at which its burst is whole again. Of IPv6 addresses the first 64 bits count, for a household has them
 * all. This machine itself is not counted: what comes from it without the address of a client comes from our own kiosk
 * agent or from a proxy that hides its clients.
 */
final class PerAddress {
    private static final int MOST_ADDRESSES = 100_000;
    private static final int COLONS = 4;
    private static final Set<String> LOOPBACK_6 = Set.of("::1", "0:0:0:0:0:0:0:1");

    private final long intervalNanos;
    private final long burstNanos;
    private final LongSupplier nanos;
    private final Map<String, Long> wholeAgain = new ConcurrentHashMap<>();

    /**
     * @param perSecond in the long run; 0: no limit
     * @param burst at once, at least 1
     * @param nanos a clock that never jumps
     */
    PerAddress(int perSecond, int burst, LongSupplier nanos) {
        intervalNanos = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
        burstNanos = intervalNanos * burst;
        this.nanos = nanos;
    }

    /**
     * Counts a request.
     *
     * @return empty if it is within the rate; otherwise it is not counted, and the time to wait is given
     */
    Optional<Duration> count(String address) {
        if (intervalNanos == 0 || address.startsWith("127.") || LOOPBACK_6.contains(address)) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        if (wholeAgain.size() >= MOST_ADDRESSES) {
            wholeAgain.values().removeIf(whole -> whole - now <= 0);
        }
        long[] wait = {0};
        wholeAgain.compute(network(address), (key, before) -> {
            long whole = (before == null || before - now < 0 ? now : before) + intervalNanos;
            wait[0] = whole - now - burstNanos;
            return wait[0] > 0 && before != null ? before : whole;
        });
        return wait[0] > 0 ? Optional.of(Duration.ofNanos(wait[0])) : Optional.empty();
    }

    private static String network(String address) {
        int at = -1;
        for (int colons = 0; colons < COLONS; colons++) {
            at = address.indexOf(':', at + 1);
            if (at < 0) {
                return address;
            }
        }
        return address.substring(0, at);
    }

    int addresses() {
        return wholeAgain.size();
    }
}
