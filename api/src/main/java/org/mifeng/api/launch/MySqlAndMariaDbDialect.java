package org.mifeng.api.launch;

import jakarta.persistence.Timeout;
import org.hibernate.Timeouts;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.MySQLDialect;

/**
 * SQL that MySQL 8 and MariaDB 10.6 and newer both understand. Differs from the MySQL dialect only in locks:
 *
 * <ul>
 *   <li>{@code for update of <alias>} is refused by MariaDB, so locks name no alias; a locking query over a join locks
 *       the rows of all its tables;
 *   <li>{@code for share} is refused by MariaDB; {@code lock in share mode} is understood by both, but MySQL takes
 *       neither {@code nowait} nor {@code skip locked} after it: such reads take the stronger lock instead.
 * </ul>
 */
public final class MySqlAndMariaDbDialect extends MySQLDialect {
    private static final String SHARED = " lock in share mode";

    /** Speaks as to MySQL 8.0. */
    public MySqlAndMariaDbDialect() {
        super(DatabaseVersion.make(8, 0));
    }

    @Override
    protected boolean supportsAliasLocks() {
        return false;
    }

    @Override
    public String getReadLockString(Timeout timeout) {
        return waits(timeout.milliseconds()) ? SHARED : getWriteLockString(timeout);
    }

    @Override
    @Deprecated
    public String getReadLockString(int timeout) {
        return waits(timeout) ? SHARED : getWriteLockString(Timeout.milliseconds(timeout));
    }

    private static boolean waits(int milliseconds) {
        return milliseconds != Timeouts.NO_WAIT_MILLI && milliseconds != Timeouts.SKIP_LOCKED_MILLI;
    }
}
