package org.mifeng.api.employer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.bulk.EmployerState;

/** The row of an employer, as far as signing in needs it. */
@Entity
@Table(name = "employer")
@SuppressWarnings("UnusedVariable") // fields are read by the persistence provider
class EmployerEntity {
    @Id
    private long id;

    @Version
    private long version;

    private String name;

    @Enumerated(EnumType.STRING)
    private EmployerState state;

    @Column(name = "verified_until")
    private @Nullable Instant verifiedUntil;

    @Column(name = "token_key")
    private byte @Nullable [] tokenKey;

    /** For the persistence provider. */
    protected EmployerEntity() {}

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    /** P15: verified by staff, and that not too long ago. */
    boolean mayPost(Instant now) {
        return state == EmployerState.ACTIVE && verifiedUntil != null && verifiedUntil.isAfter(now);
    }
}
