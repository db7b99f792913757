package org.mifeng.api.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes that this node could not index (D4), kept in the database so that neither they nor those behind them are
 * lost: a change is written down here before the index's position moves past it. After {@value #TRIES} tries it is set
 * aside for people to look at.
 *
 * @param node whose index
 */
public record OutboxFailures(String node) {
    public static final int TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** A time that lies farther ahead was written by a clock that has been set back since. */
    private static final Duration LONGEST_WAIT = FIRST_WAIT.multipliedBy(1L << TRIES);

    /** Writes down a first failure, or that a change set aside failed in a newer version: tries start anew. */
    public void add(Connection connection, OutboxChange.Key key, Instant now, String reason) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO outbox_failure (node, subject, subject_id, tries, next_try_at, set_aside, reason)"
                        + " VALUES (?, ?, ?, 1, ?, FALSE, ?)"
                        + " ON DUPLICATE KEY UPDATE tries = 1, next_try_at = VALUES(next_try_at), set_aside = FALSE,"
                        + " reason = VALUES(reason)")) {
            insert.setString(1, node);
            insert.setString(2, key.subject().name());
            insert.setLong(3, key.id());
            insert.setObject(4, utc(now.plus(FIRST_WAIT)));
            insert.setString(5, reason);
            insert.executeUpdate();
        }
    }

    /**
     * Notes that a try failed.
     *
     * @return whether the change is now set aside
     */
    public boolean failedAgain(Connection connection, Due due, Instant now, String reason) throws SQLException {
        int tries = due.tries() + 1;
        boolean setAside = tries >= TRIES;
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE outbox_failure SET tries = ?, next_try_at = ?, set_aside = ?, reason = ?"
                        + " WHERE node = ? AND subject = ? AND subject_id = ?")) {
            update.setInt(1, tries);
            update.setObject(2, utc(now.plus(FIRST_WAIT.multipliedBy(1L << tries))));
            update.setBoolean(3, setAside);
            update.setString(4, reason);
            update.setString(5, node);
            update.setString(6, due.key().subject().name());
            update.setLong(7, due.key().id());
            update.executeUpdate();
        }
        return setAside;
    }

    /** This reader is no more. */
    public void forgetAll(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox_failure WHERE node = ?")) {
            delete.setString(1, node);
            delete.executeUpdate();
        }
    }

    /** Another reader's failures become this one's, whose own are forgotten: an index was replaced by another. */
    public void takeOver(Connection connection, String other) throws SQLException {
        forgetAll(connection);
        try (PreparedStatement rename =
                connection.prepareStatement("UPDATE outbox_failure SET node = ? WHERE node = ?")) {
            rename.setString(1, node);
            rename.setString(2, other);
            rename.executeUpdate();
        }
    }

    /** The change got into the index after all. */
    public void remove(Connection connection, OutboxChange.Key key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM outbox_failure WHERE node = ? AND subject = ? AND subject_id = ?")) {
            delete.setString(1, node);
            delete.setString(2, key.subject().name());
            delete.setLong(3, key.id());
            delete.executeUpdate();
        }
    }

    /**
     * A failed change whose time has come.
     *
     * @param key which row
     * @param tries so far
     */
    public record Due(OutboxChange.Key key, int tries) {}

    /** Failed changes whose time has come, at most 50. */
    public List<Due> due(Connection connection, Instant now) throws SQLException {
        List<Due> due = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT subject, subject_id, tries FROM outbox_failure"
                        + " WHERE node = ? AND set_aside = FALSE AND (next_try_at <= ? OR next_try_at > ?)"
                        + " ORDER BY next_try_at LIMIT 50")) {
            query.setString(1, node);
            query.setObject(2, utc(now));
            query.setObject(3, utc(now.plus(LONGEST_WAIT)));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    due.add(new Due(
                            new OutboxChange.Key(IndexSubject.valueOf(rows.getString(1)), rows.getLong(2)),
                            rows.getInt(3)));
                }
            }
        }
        return due;
    }

    /** How many wait for another try or for people. */
    public Counts count(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT COALESCE(SUM(set_aside), 0), COUNT(*) FROM outbox_failure WHERE node = ?")) {
            query.setString(1, node);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return new Counts(rows.getInt(1), rows.getInt(2));
            }
        }
    }

    /**
     * How many failed changes there are.
     *
     * @param setAside given up after {@value #TRIES} tries
     * @param all these and those still tried
     */
    public record Counts(int setAside, int all) {}

    /** As columns hold it. */
    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
