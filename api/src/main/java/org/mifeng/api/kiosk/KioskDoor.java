package org.mifeng.api.kiosk;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.live.DatabaseWatch;
import org.mifeng.api.numbering.NumberedTable;
import org.mifeng.api.numbering.Numbers;
import org.mifeng.api.numbering.PublicId;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.privacy.LookupPurpose;

/** Lets kiosks in: once by code, from then on by signature. */
@Singleton
class KioskDoor {
    private final KioskRepository kiosks;
    private final Numbers numbers;
    private final LookupKey lookup;
    private final SecureRandom random;
    private final MarketCalendar calendar;
    private final KioskConfig config;
    private final RememberedKiosks remembered;
    private final DatabaseWatch watch;

    KioskDoor(
            KioskRepository kiosks,
            Numbers numbers,
            LookupKey lookup,
            SecureRandom random,
            MarketCalendar calendar,
            KioskConfig config,
            RememberedKiosks remembered,
            DatabaseWatch watch) {
        this.kiosks = kiosks;
        this.numbers = numbers;
        this.lookup = lookup;
        this.random = random;
        this.calendar = calendar;
        this.config = config;
        this.remembered = remembered;
        this.watch = watch;
    }

    /** What came of an enrolment. */
    sealed interface Enrolment {
        /** The kiosk is known from now on. */
        record Enrolled(EnrolledKiosk kiosk) implements Enrolment {}

        /** Nobody gave out this code, or it is too old. */
        record UnknownCode() implements Enrolment {}

        /** The code was used. */
        record UsedCode() implements Enrolment {}
    }

    /**
     * Enrols a kiosk.
     *
     * @param code as staff gave it
     * @param publicKey a well-formed Ed25519 key
     */
    @Transactional
    public Enrolment enrol(String code, byte[] publicKey) {
        Optional<KioskEnrolmentEntity> found = kiosks.lockedEnrolment(lookup.of(LookupPurpose.ENROLMENT_CODE, code));
        if (found.isEmpty()) {
            return new Enrolment.UnknownCode();
        }
        KioskEnrolmentEntity enrolment = found.get();
        if (enrolment.isUsed()) {
            return new Enrolment.UsedCode();
        }
        Instant now = calendar.now();
        if (enrolment.isExpired(now)) {
            return new Enrolment.UnknownCode();
        }
        enrolment.use(now);
        KioskEntity kiosk = KioskEntity.enrolled(
                numbers.next(NumberedTable.KIOSK), PublicId.random(random).value(), publicKey, enrolment, now);
        kiosks.persist(kiosk);
        return new Enrolment.Enrolled(kiosk.toEnrolled());
    }

    /** Whether a request is let in. */
    sealed interface Entry {
        /** The kiosk is who it says, now, for the first time with this request. */
        record Trusted(EnrolledKiosk kiosk) implements Entry {}

        /** The signature is right, the clock is not. */
        record ClockOff() implements Entry {}

        /** Anything else; nobody learns what. */
        record NotTrusted() implements Entry {}
    }

    /**
     * What is signed.
     *
     * @param method in upper case
     * @param path without query
     * @param body as it came
     */
    @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
    record Message(String method, String path, byte[] body) {}

    /**
     * Checks a request. The kiosk's row is read each time, so revoking works at once. While the database is silent nobody
     * can be revoked: a kiosk that was active when it was last read is let in, each request once on this node.
     */
    Entry check(SignedRequest request, Message message) {
        return watch.ask(() -> inDatabase(request, message))
                .orElseGet(() -> check(request, message, remembered.find(request.kioskId()), remembered::useNonce));
    }

    /** Not private, so that calling it opens a transaction. */
    @Transactional
    Entry inDatabase(SignedRequest request, Message message) {
        Optional<EnrolledKiosk> active = kiosks.active(request.kioskId()).map(KioskEntity::toEnrolled);
        active.ifPresent(remembered::remember);
        return check(
                request,
                message,
                active,
                (kiosk, nonce, now) ->
                        kiosks.useNonce(kiosk.id(), nonce, now) && remembered.useNonce(kiosk, nonce, now));
    }

    private interface Nonces {
        boolean use(EnrolledKiosk kiosk, byte[] nonce, Instant now);
    }

    private Entry check(SignedRequest request, Message message, Optional<EnrolledKiosk> claimed, Nonces nonces) {
        Optional<EnrolledKiosk> kiosk = claimed.filter(
                known -> request.isSignedBy(known.publicKey(), message.method(), message.path(), message.body()));
        if (kiosk.isEmpty()) {
            return new Entry.NotTrusted();
        }
        Instant now = calendar.now();
        if (!request.isWithin(config.clockTolerance(), now)) {
            return new Entry.ClockOff();
        }
        return nonces.use(kiosk.get(), request.nonce(), now) ? new Entry.Trusted(kiosk.get()) : new Entry.NotTrusted();
    }

    /** A nonce whose time is out of tolerance anyway need not be remembered; ten times over, for clocks that jump. */
    @Scheduled(every = "1m", delayed = "1m")
    @Transactional
    void forgetNonces() {
        Duration remembered = config.clockTolerance().multipliedBy(10);
        kiosks.forgetNoncesBefore(calendar.now().minus(remembered));
    }
}
