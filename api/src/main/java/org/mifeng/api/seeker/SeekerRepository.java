package org.mifeng.api.seeker;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Seekers by the keyed hash of their ID number. */
@Singleton
class SeekerRepository implements PanacheRepositoryBase<SeekerEntity, Long> {
    Optional<SeekerEntity> withIdNumber(byte[] idNumberKey) {
        return find("idNumberKey = ?1 and consentedAt is not null", (Object) idNumberKey)
                .firstResultOptional();
    }
}
