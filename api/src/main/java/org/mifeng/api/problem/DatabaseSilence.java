package org.mifeng.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Set;

/** Tells failures that pass when the database answers again from those that do not. */
public final class DatabaseSilence {
    /**
     * Disk full, too many connections, server going down, table cannot grow, too many of one user, lock wait timeout,
     * connection killed, statement took too long; the numbers of MySQL and MariaDB.
     */
    private static final Set<Integer> PASSING = Set.of(1021, 1040, 1053, 1114, 1203, 1205, 1927, 1969, 3024);

    private static final int DEEPEST = 5;

    private DatabaseSilence() {}

    /** Whether the database did not answer, or not in time. */
    public static boolean isCauseOf(Throwable failure) {
        return isCauseOf(failure, DEEPEST);
    }

    /** A failed commit carries the reason beside it, not below it. */
    private static boolean isCauseOf(Throwable failure, int deepest) {
        return Causes.of(failure).stream()
                .anyMatch(cause -> isSilence(cause)
                        || (deepest > 0
                                && Arrays.stream(cause.getSuppressed())
                                        .anyMatch(beside -> isCauseOf(beside, deepest - 1))));
    }

    /** SQL state class 08 is a lost or refused connection (ISO 9075-2); the pool says so without a state. */
    private static boolean isSilence(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || (cause instanceof SQLException sql
                        && (PASSING.contains(sql.getErrorCode())
                                || (sql.getSQLState() == null && sql.getErrorCode() == 0)
                                || (sql.getSQLState() != null
                                        && sql.getSQLState().startsWith("08"))));
    }
}
