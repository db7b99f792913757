package org.mifeng.api.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Timeout;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Timeouts;
import org.hibernate.cfg.Configuration;
import org.hibernate.exception.LockTimeoutException;
import org.hibernate.query.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mifeng.api.TestDatabase;

/** Every way of locking a row, on a real MariaDB; what is said is also checked against what MySQL 8 understands. */
class MySqlAndMariaDbDialectTest {
    /** A row to lock. */
    @Entity(name = "Opening")
    static class Opening {
        @Id
        long id;

        protected Opening() {}

        Opening(long id) {
            this.id = id;
        }
    }

    private final DatabaseAddress database = TestDatabase.emptySchema();
    private final SessionFactory sessions = new Configuration()
            .addAnnotatedClass(Opening.class)
            .setProperty("hibernate.connection.url", database.url())
            .setProperty("hibernate.connection.username", database.user())
            .setProperty("hibernate.connection.password", database.password())
            .setProperty("hibernate.dialect", MySqlAndMariaDbDialect.class.getName())
            .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false")
            .setProperty("hibernate.hbm2ddl.auto", "create")
            .buildSessionFactory();

    @BeforeEach
    void insertRows() {
        sessions.inTransaction(session -> {
            session.persist(new Opening(1));
            session.persist(new Opening(2));
        });
    }

    @AfterEach
    void closeSessions() {
        sessions.close();
    }

    private static Query<Opening> openings(Session session) {
        return session.createQuery("from Opening o order by o.id", Opening.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = LockModeType.class,
            names = {"PESSIMISTIC_READ", "PESSIMISTIC_WRITE"})
    void bothLocksWorkInAQueryAndByNumber(LockModeType mode) {
        sessions.inTransaction(session -> {
            assertThat(openings(session).setLockMode(mode).getResultList()).hasSize(2);
            assertThat(session.find(Opening.class, 1L, mode).id).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = LockModeType.class,
            names = {"PESSIMISTIC_READ", "PESSIMISTIC_WRITE"})
    void lockedRowsAreSkippedWhenAskedFor(LockModeType mode) {
        sessions.inTransaction(holder -> {
            holder.find(Opening.class, 1L, LockModeType.PESSIMISTIC_WRITE);
            List<Long> free = sessions.fromTransaction(
                    other -> openings(other).setLockMode(mode).setTimeout(Timeouts.SKIP_LOCKED).getResultList().stream()
                            .map(opening -> opening.id)
                            .toList());
            assertThat(free).containsExactly(2L);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = LockModeType.class,
            names = {"PESSIMISTIC_READ", "PESSIMISTIC_WRITE"})
    void aLockedRowIsRefusedAtOnceWhenNobodyWantsToWait(LockModeType mode) {
        sessions.inTransaction(holder -> {
            holder.find(Opening.class, 1L, LockModeType.PESSIMISTIC_WRITE);
            assertThatThrownBy(() ->
                            sessions.inTransaction(other -> other.find(Opening.class, 1L, mode, Timeouts.NO_WAIT)))
                    .isInstanceOf(LockTimeoutException.class);
        });
    }

    @Test
    void whatIsSaidIsWhatBothServersUnderstand() {
        MySqlAndMariaDbDialect dialect = new MySqlAndMariaDbDialect();
        Timeout wait = Timeouts.WAIT_FOREVER;
        assertThat(dialect.getReadLockString("o", wait)).isEqualTo(" lock in share mode");
        assertThat(dialect.getWriteLockString("o", wait)).isEqualTo(" for update");
        assertThat(dialect.getReadLockString("o", Timeouts.SKIP_LOCKED)).isEqualTo(" for update skip locked");
        assertThat(dialect.getWriteLockString("o", Timeouts.NO_WAIT)).isEqualTo(" for update nowait");
    }
}
