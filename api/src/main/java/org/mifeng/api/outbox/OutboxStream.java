package org.mifeng.api.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The outbox as whoever keeps something in step with the database reads it: in commit order (see
 * {@link OutboxSequencer}), from a position on.
 */
public final class OutboxStream {
    /** How many changes are read at once. */
    private static final int MOST_AT_ONCE = 500;

    private OutboxStream() {}

    /**
     * What has committed behind a position.
     *
     * @param changes in commit order
     * @param complete whether that was all that had committed when reading began
     */
    public record Behind(List<OutboxChange> changes, boolean complete) {
        /** Copies the list. */
        public Behind {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Notes rows whose change had not been noted, so that all who follow read them again.
     *
     * @param changes which; their positions count for nothing
     */
    public static void note(Connection connection, List<OutboxChange> changes, Instant now) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(
                "INSERT INTO outbox (subject, subject_id, version, created_at) VALUES (?, ?, ?, ?)")) {
            for (OutboxChange change : changes) {
                note.setString(1, change.subject().name());
                note.setLong(2, change.id());
                note.setLong(3, change.version());
                note.setObject(4, OutboxFailures.utc(now));
                note.addBatch();
            }
            note.executeBatch();
        }
    }

    /**
     * Places what has committed and reads what is behind the position, at most {@value #MOST_AT_ONCE} changes.
     *
     * @param connection in auto-commit mode; left so
     */
    public static Behind read(Connection connection, long position) throws SQLException {
        int placed = OutboxSequencer.place(connection);
        List<OutboxChange> changes = changesBehind(connection, position);
        return new Behind(changes, placed < OutboxSequencer.MOST_AT_ONCE && changes.size() < MOST_AT_ONCE);
    }

    private static List<OutboxChange> changesBehind(Connection connection, long position) throws SQLException {
        List<OutboxChange> changes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT position, subject, subject_id, version"
                + " FROM outbox WHERE position > ? ORDER BY position LIMIT " + MOST_AT_ONCE)) {
            query.setLong(1, position);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    changes.add(new OutboxChange(
                            rows.getLong(1),
                            IndexSubject.valueOf(rows.getString(2)),
                            rows.getLong(3),
                            rows.getLong(4)));
                }
            }
        }
        return changes;
    }
}
