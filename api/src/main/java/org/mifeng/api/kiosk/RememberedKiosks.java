package org.mifeng.api.kiosk;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.mifeng.api.live.DatabaseWatch;

/**
 * The kiosks that were active at the last look, and the nonces this node has seen lately: what lets kiosks in while the
 * database is silent.
 */
@Singleton
class RememberedKiosks {
    /** 1,000 kiosks with 20 persons of ten requests a minute, within the tolerance of clocks on both sides. */
    private static final int MOST_NONCES = 400_000;

    private final KioskRepository kiosks;
    private final KioskConfig config;
    private final DatabaseWatch watch;
    private final Map<String, EnrolledKiosk> active = new ConcurrentHashMap<>();

    /** Oldest first. Guarded by itself. */
    private final Map<Used, Instant> nonces = new LinkedHashMap<>();

    private record Used(long kioskId, ByteBuffer nonce) {}

    RememberedKiosks(KioskRepository kiosks, KioskConfig config, DatabaseWatch watch) {
        this.kiosks = kiosks;
        this.config = config;
        this.watch = watch;
    }

    @Scheduled(every = "5s", delayed = "1s")
    void look() {
        watch.ask(kiosks::allActive).ifPresent(entities -> {
            Map<String, EnrolledKiosk> now = entities.stream()
                    .map(KioskEntity::toEnrolled)
                    .collect(Collectors.toMap(EnrolledKiosk::publicId, kiosk -> kiosk));
            active.keySet().retainAll(now.keySet());
            active.putAll(now);
        });
    }

    /** A kiosk that was let in is known at once. */
    void remember(EnrolledKiosk kiosk) {
        active.put(kiosk.publicId(), kiosk);
    }

    Optional<EnrolledKiosk> find(String publicId) {
        return Optional.ofNullable(active.get(publicId));
    }

    /**
     * Notes a nonce.
     *
     * @return whether this node sees it for the first time
     */
    boolean useNonce(EnrolledKiosk kiosk, byte[] nonce, Instant now) {
        Instant forgotten = now.minus(config.clockTolerance().multipliedBy(2));
        synchronized (nonces) {
            Iterator<Instant> oldest = nonces.values().iterator();
            while (oldest.hasNext() && (oldest.next().isBefore(forgotten) || nonces.size() >= MOST_NONCES)) {
                oldest.remove();
            }
            return nonces.putIfAbsent(new Used(kiosk.id(), ByteBuffer.wrap(nonce.clone())), now) == null;
        }
    }
}
