package org.mifeng.api.erasure;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.mifeng.api.outbox.IndexSubject;

/**
 * Erases people: the row, what they said of employers and posts, their applications. First it is written to the log, then
 * done: a crash between both leaves a person who is still here but does not come back from a backup, and whoever asked
 * for it got an error and asks again.
 */
public final class Erasures {
    private final ErasureLog log;

    /** @param log outside of the database */
    public Erasures(ErasureLog log) {
        this.log = log;
    }

    /**
     * Erases a person, and tells the index.
     *
     * @param connection in auto-commit mode; left so
     * @param erasure who, and the present moment
     * @return whether anything was kept of the person
     */
    public boolean erase(Connection connection, Erasure erasure) throws IOException, SQLException {
        log.append(erasure);
        connection.setAutoCommit(false);
        try (PreparedStatement note = connection.prepareStatement(
                "insert into outbox (subject, subject_id, version, created_at) values (?, ?, ?, ?)")) {
            List<Row> rows = find(connection, "seeker", erasure);
            for (Row row : rows) {
                delete(connection, "", row);
                note.setString(1, IndexSubject.SEEKER.name());
                note.setLong(2, row.id());
                note.setLong(3, row.version() + 1);
                note.setObject(4, utc(erasure.at()));
                note.executeUpdate();
            }
            connection.commit();
            return !rows.isEmpty();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * Erases in tables that nobody reads yet, before they take the place of the present ones.
     *
     * @param prefix of the tables' names
     * @return how many people
     */
    public static int repeat(Connection connection, String prefix, List<Erasure> erasures) throws SQLException {
        int people = 0;
        for (Erasure erasure : erasures) {
            for (Row row : find(connection, prefix + "seeker", erasure)) {
                delete(connection, prefix, row);
                people++;
            }
        }
        return people;
    }

    private record Row(long id, long version) {}

    private static List<Row> find(Connection connection, String table, Erasure erasure) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select id, version from " + table + " where id_number_key = ? and created_at <= ? for update")) {
            query.setBytes(1, erasure.key());
            query.setObject(2, utc(erasure.at()));
            List<Row> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(rows.getLong(1), rows.getLong(2)));
                }
            }
            return found;
        }
    }

    private static void delete(Connection connection, String prefix, Row row) throws SQLException {
        try (Statement delete = connection.createStatement()) {
            delete.executeUpdate("delete from " + prefix + "seeker_relation where seeker_id = " + row.id());
            delete.executeUpdate("delete from " + prefix + "application where seeker_id = " + row.id());
            delete.executeUpdate("delete from " + prefix + "seeker where id = " + row.id());
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(instant.toEpochMilli()), ZoneOffset.UTC);
    }
}
