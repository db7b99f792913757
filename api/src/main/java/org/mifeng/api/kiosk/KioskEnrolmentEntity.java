package org.mifeng.api.kiosk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of a single-use enrolment code, known by its keyed hash. Read under a lock, so it needs no version. */
@Entity
@Table(name = "kiosk_enrolment")
@SuppressWarnings("UnusedVariable") // fields are read by the persistence provider
class KioskEnrolmentEntity {
    @Id
    @Column(name = "code_key")
    private byte[] codeKey;

    private String name;
    private double latitude;
    private double longitude;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /** For the persistence provider. */
    protected KioskEnrolmentEntity() {}

    String name() {
        return name;
    }

    double latitude() {
        return latitude;
    }

    double longitude() {
        return longitude;
    }

    boolean isUsed() {
        return usedAt != null;
    }

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    void use(Instant now) {
        usedAt = now;
    }
}
