package org.mifeng.api.employer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Employers by what they prove. */
@Singleton
class EmployerRepository implements PanacheRepositoryBase<EmployerEntity, Long> {
    Optional<EmployerEntity> withToken(byte[] tokenKey) {
        return find("tokenKey", (Object) tokenKey).firstResultOptional();
    }
}
