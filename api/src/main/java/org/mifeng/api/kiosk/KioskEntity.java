package org.mifeng.api.kiosk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.mifeng.matcher.Coordinates;

/** The row of a kiosk. */
@Entity
@Table(name = "kiosk")
@SuppressWarnings("UnusedVariable") // fields are read by the persistence provider
class KioskEntity {
    @Id
    private long id;

    @Column(name = "public_id")
    private String publicId;

    @Version
    private long version;

    private String name;

    @Column(name = "public_key")
    private byte[] publicKey;

    private double latitude;
    private double longitude;

    @Enumerated(EnumType.STRING)
    private KioskState state;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For the persistence provider. */
    protected KioskEntity() {}

    static KioskEntity enrolled(long id, String publicId, byte[] publicKey, KioskEnrolmentEntity from, Instant now) {
        KioskEntity kiosk = new KioskEntity();
        kiosk.id = id;
        kiosk.publicId = publicId;
        kiosk.publicKey = publicKey.clone();
        kiosk.name = from.name();
        kiosk.latitude = from.latitude();
        kiosk.longitude = from.longitude();
        kiosk.state = KioskState.ACTIVE;
        kiosk.createdAt = now;
        kiosk.updatedAt = now;
        return kiosk;
    }

    EnrolledKiosk toEnrolled() {
        return new EnrolledKiosk(id, publicId, name, new Coordinates(latitude, longitude), publicKey);
    }

    boolean isActive() {
        return state == KioskState.ACTIVE;
    }
}
