package org.mifeng.api.jobpost;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Posts, for writing. */
@Singleton
class JobPostRepository implements PanacheRepositoryBase<JobPostEntity, Long> {
    /** The employer's own post; another's does not exist as far as they can tell. */
    Optional<JobPostEntity> ofEmployer(long employerId, String publicId) {
        return find("publicId = ?1 and employerId = ?2", publicId, employerId).firstResultOptional();
    }
}
