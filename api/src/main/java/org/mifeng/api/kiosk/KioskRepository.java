package org.mifeng.api.kiosk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Kiosks, their enrolment codes and the nonces they used. */
@Singleton
class KioskRepository implements PanacheRepositoryBase<KioskEntity, Long> {
    Optional<KioskEntity> active(String publicId) {
        return find("publicId", publicId).firstResultOptional().filter(KioskEntity::isActive);
    }

    /** All that may speak. */
    @Transactional
    List<KioskEntity> allActive() {
        return list("state", KioskState.ACTIVE);
    }

    /** The code's row, locked until the transaction ends, so that two kiosks cannot use it at once. */
    Optional<KioskEnrolmentEntity> lockedEnrolment(byte[] codeKey) {
        return getEntityManager()
                .createQuery("from KioskEnrolmentEntity where codeKey = :key", KioskEnrolmentEntity.class)
                .setParameter("key", codeKey)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /**
     * Notes a nonce.
     *
     * @return whether it is new
     */
    boolean useNonce(long kioskId, byte[] nonce, Instant now) {
        return getEntityManager()
                        .createNativeQuery(
                                "INSERT IGNORE INTO kiosk_nonce (kiosk_id, nonce, seen_at) VALUES (:kiosk, :nonce, :now)")
                        .setParameter("kiosk", kioskId)
                        .setParameter("nonce", nonce)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    void forgetNoncesBefore(Instant before) {
        getEntityManager()
                .createNativeQuery("DELETE FROM kiosk_nonce WHERE seen_at < :before LIMIT 10000")
                .setParameter("before", before)
                .executeUpdate();
    }
}
