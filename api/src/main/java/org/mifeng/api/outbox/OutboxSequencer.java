package org.mifeng.api.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives outbox rows their position in commit order (D2). The auto-increment id is no such order: a slow transaction
 * draws a low id and commits late, and a reader that goes by id has passed it by then.
 *
 * <p>Why no reader of positions can skip a row:
 *
 * <ol>
 *   <li>A row gets a position only in a transaction that first locks the one row of {@code outbox_sequence} and holds the
 *       lock until it commits. So these placing transactions happen one after the other; each starts from the last
 *       position of the one before, which had committed; positions are consecutive over all of them.
 *   <li>A placing transaction places only rows that it can read, that is, rows that have committed. A row that is not yet
 *       committed keeps {@code NULL} and is found by a later one, whatever its id: {@code NULL} is the search, not a
 *       mark to resume behind.
 *   <li>A reader that sees position p sees a committed placing transaction, hence (1) all earlier ones: every position
 *       below p is visible to it, in the same statement's snapshot. When it continues behind p, nothing is left below.
 *   <li>A row's change and its outbox row commit together, so a reader that knows of the row reads at least that version
 *       of it.
 * </ol>
 *
 * <p>Writers take no part in this: they only insert, and wait for nobody. Any number of nodes may place; each reads at its
 * own pace. Reads are made at READ COMMITTED, so that each statement sees what has committed when it begins, which for
 * the search is after the lock was granted.
 */
public final class OutboxSequencer {
    static final int MOST_AT_ONCE = 2_000;

    private OutboxSequencer() {}

    /**
     * Places what has committed, up to {@value #MOST_AT_ONCE} rows.
     *
     * @param connection in auto-commit mode; left so
     * @return how many were placed
     */
    public static int place(Connection connection) throws SQLException {
        if (!anyUnplaced(connection)) {
            return 0;
        }
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try {
            long last = lockLastPosition(connection);
            List<Long> ids = unplaced(connection);
            if (!ids.isEmpty()) {
                write(connection, ids, last);
            }
            connection.commit();
            return ids.size();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** A look without a lock, for the quiet hours; what it misses is there at the next look. */
    private static boolean anyUnplaced(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM outbox WHERE position IS NULL LIMIT 1")) {
            return rows.next();
        }
    }

    private static long lockLastPosition(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT last_position FROM outbox_sequence WHERE id = 1 FOR UPDATE")) {
            if (!rows.next()) {
                throw new SQLException("outbox_sequence has lost its row");
            }
            return rows.getLong(1);
        }
    }

    private static List<Long> unplaced(Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id FROM outbox WHERE position IS NULL ORDER BY id LIMIT " + MOST_AT_ONCE)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static void write(Connection connection, List<Long> ids, long last) throws SQLException {
        long position = last;
        try (PreparedStatement place = connection.prepareStatement("UPDATE outbox SET position = ? WHERE id = ?")) {
            for (long id : ids) {
                place.setLong(1, ++position);
                place.setLong(2, id);
                place.addBatch();
            }
            place.executeBatch();
        }
        try (PreparedStatement advance =
                connection.prepareStatement("UPDATE outbox_sequence SET last_position = ? WHERE id = 1")) {
            advance.setLong(1, position);
            advance.executeUpdate();
        }
    }
}
