package org.mifeng.api.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Who reads the outbox, and how far each has it durably: rows that everybody has may go. A node reads under its own name;
 * the index that it builds beside the one in use reads as {@link #next} of that name.
 */
public final class OutboxReaders {
    private static final String NEXT = "+next";

    private OutboxReaders() {}

    /** The name under which a node's next index reads. */
    public static String next(String node) {
        return node + NEXT;
    }

    /** Notes how far a reader is; from then on nobody prunes what lies behind. */
    public static void note(Connection connection, String reader, long durablePosition, Instant now)
            throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(
                "INSERT INTO outbox_reader (node, durable_position, seen_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE durable_position = VALUES(durable_position),"
                        + " seen_at = VALUES(seen_at)")) {
            note.setString(1, reader);
            note.setLong(2, durablePosition);
            note.setObject(3, OutboxFailures.utc(now));
            note.executeUpdate();
        }
    }

    /**
     * Notes what a node's index was built for, and what it has ready. The node must be noted already.
     *
     * @param prepared generation, 0 for none
     */
    public static void notePrepared(Connection connection, String node, String schema, long prepared)
            throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(
                "UPDATE outbox_reader SET index_schema = ?, prepared_generation = ? WHERE node = ?")) {
            note.setString(1, schema);
            note.setLong(2, prepared);
            note.setString(3, node);
            note.executeUpdate();
        }
    }

    /** A reader that cannot follow, or is no more, needs nothing: it must not keep rows that others are done with. */
    public static void forget(Connection connection, String reader) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement("DELETE FROM outbox_reader WHERE node = ?")) {
            forget.setString(1, reader);
            forget.executeUpdate();
        }
    }

    /**
     * Whether every node with an index of that schema that was seen lately has the generation ready.
     *
     * @param lately how long a node may be silent and still be waited for
     */
    public static boolean allPrepared(
            Connection connection, String schema, long generation, Instant now, Duration lately) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT COUNT(*) FROM outbox_reader WHERE index_schema = ?"
                        + " AND seen_at > ? AND COALESCE(prepared_generation, 0) < ?")) {
            query.setString(1, schema);
            query.setObject(2, OutboxFailures.utc(now.minus(lately)));
            query.setLong(3, generation);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1) == 0;
            }
        }
    }

    /** Whether a node was seen lately. */
    public static boolean anyone(Connection connection, Instant now, Duration lately) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT COUNT(*) FROM outbox_reader WHERE seen_at > ?")) {
            query.setObject(1, OutboxFailures.utc(now.minus(lately)));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }
}
