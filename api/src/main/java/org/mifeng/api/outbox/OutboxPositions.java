package org.mifeng.api.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How far the outbox reaches. A full build of an index reads {@link #read} <em>before</em> it reads the rows, and gives
 * {@link #last} to the index: every change up to that position is then in the rows, and later ones are replayed, which
 * does no harm to rows that had them already (versions).
 *
 * @param last the highest position given out
 * @param pruned positions up to this one are gone; an index that is older must be built anew
 */
public record OutboxPositions(long last, long pruned) {
    /** Reads both. Rows that are committed but not yet placed get a later position and are replayed. */
    public static OutboxPositions read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT last_position, pruned_position FROM outbox_sequence WHERE id = 1")) {
            if (!rows.next()) {
                throw new SQLException("outbox_sequence has lost its row");
            }
            return new OutboxPositions(rows.getLong(1), rows.getLong(2));
        }
    }

    /**
     * Whether an index at the position can catch up from here. Not if rows it needs are gone, nor if it comes from
     * another database that was ahead of this one.
     */
    public boolean canContinueFrom(long position) {
        return position >= pruned && position <= last;
    }
}
