package org.mifeng.api.kiosk;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mifeng.api.matching.JobQuestion;
import org.mifeng.api.numbering.PublicId;

/**
 * Who stands in front of which kiosk: a question, never a name or number. Only in this process's memory, bounded in
 * number and time, never logged. A kiosk sees only its own.
 */
@Singleton
class KioskSessions {
    /** A clock that follows the network is set back by less. */
    private static final Duration SMALL_CORRECTION = Duration.ofSeconds(30);

    private final KioskConfig config;
    private final InstantSource clock;
    private final SecureRandom random;

    /** Oldest first; all live equally long, so the oldest is the first to go. Guarded by this. */
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    KioskSessions(KioskConfig config, InstantSource clock, SecureRandom random) {
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    private record Session(long kioskId, JobQuestion question, Instant openedAt, Instant until) {
        /** A clock that was set back does not make a session longer: it is over, and the card is swiped again. */
        boolean isOver(Instant now) {
            return !until.isAfter(now) || now.isBefore(openedAt.minus(SMALL_CORRECTION));
        }
    }

    /**
     * Opens a session.
     *
     * @return its id
     */
    synchronized String open(EnrolledKiosk kiosk, JobQuestion question) {
        forgetOld();
        while (sessions.size() >= config.mostSessions()) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        String id = PublicId.random(random).value();
        Instant now = clock.instant();
        sessions.put(id, new Session(kiosk.id(), question, now, now.plus(config.sessionLife())));
        return id;
    }

    /** The question of a kiosk's own session that is not over. */
    synchronized Optional<JobQuestion> find(EnrolledKiosk kiosk, String id) {
        forgetOld();
        return Optional.ofNullable(sessions.get(id))
                .filter(session -> session.kioskId() == kiosk.id() && !session.isOver(clock.instant()))
                .map(Session::question);
    }

    /** Ends a kiosk's own session, if there is one. */
    synchronized void end(EnrolledKiosk kiosk, String id) {
        forgetOld();
        if (find(kiosk, id).isPresent()) {
            sessions.remove(id);
        }
    }

    @Scheduled(every = "30s")
    synchronized void forgetOld() {
        Instant now = clock.instant();
        while (!sessions.isEmpty() && sessions.values().iterator().next().isOver(now)) {
            sessions.remove(sessions.keySet().iterator().next());
        }
    }

    synchronized int count() {
        return sessions.size();
    }
}
