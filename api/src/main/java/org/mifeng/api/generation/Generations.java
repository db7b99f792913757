package org.mifeng.api.generation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.mifeng.api.fault.FaultPoint;
import org.mifeng.api.indexing.GenerationStatistics;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.OutboxChange;
import org.mifeng.api.outbox.OutboxFailures;
import org.mifeng.api.outbox.OutboxReaders;
import org.mifeng.api.outbox.OutboxStream;
import org.mifeng.matcher.lucene.StatisticsFile;
import org.mifeng.matcher.ranking.TextStatistics;

/**
 * The generations of one index schema: text statistics in the database, so that all nodes score words alike, whenever each
 * of them built its index.
 *
 * <p>A new one is wanted by an operator or by growth. Every node then builds an index beside the one in use; the first that
 * is done counts words for all. When all nodes that are there have theirs, a row in the outbox says that it is in force
 * from that position on, so that every position belongs to one generation on every node. If a node fails, nobody changes.
 *
 * @param schema of the index
 */
public record Generations(String schema) {
    /** A node that was silent for so long is not waited for; it changes when it is back. */
    public static final Duration LATELY = Duration.ofSeconds(60);

    /** Where a generation stands. The names are stored. */
    public enum State {
        /** Asked for, not counted yet. */
        WANTED,
        /** Its statistics are there; nodes build their indexes. */
        COUNTED,
        /** In force from its position in the outbox on. */
        ACTIVE,
        /** A node could not build it; it will never be in force. */
        FAILED
    }

    /** The generation in force, or about to be; empty if there never was one. */
    public OptionalLong active(Connection connection) throws SQLException {
        return newest(connection, "state = 'ACTIVE'");
    }

    /** The newest generation that is wanted, counted or in force. */
    public OptionalLong newest(Connection connection) throws SQLException {
        return newest(connection, "state <> 'FAILED'");
    }

    private OptionalLong newest(Connection connection, String condition) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT MAX(number) FROM index_generation WHERE index_schema = ? AND " + condition)) {
            query.setString(1, schema);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                long number = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
            }
        }
    }

    /** Where one stands; {@code FAILED} if nobody knows it. */
    public State state(Connection connection, long number) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT state FROM index_generation WHERE number = ?")) {
            query.setLong(1, number);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? State.valueOf(row.getString(1)) : State.FAILED;
            }
        }
    }

    /**
     * Asks for a new generation, unless one is on its way.
     *
     * @return its number
     */
    public long want(Connection connection, Instant now) throws SQLException {
        return locked(connection, () -> {
            OptionalLong open = newest(connection, "state IN ('WANTED', 'COUNTED')");
            return open.isPresent() ? open.getAsLong() : insert(connection, State.WANTED, now);
        });
    }

    /**
     * What an index that was just built is to be scored with: the statistics of the generation in force, or if there is
     * none these, as the first. So of two nodes that build at the same time one decides for both.
     */
    public GenerationStatistics settle(Connection connection, TextStatistics counted, Instant now) throws SQLException {
        return locked(connection, () -> {
            OptionalLong active = active(connection);
            if (active.isPresent()) {
                return frozen(connection, active.getAsLong());
            }
            long first = insert(connection, State.ACTIVE, now);
            write(connection, first, counted, State.ACTIVE);
            return new GenerationStatistics(first, counted);
        });
    }

    /** The same for a wanted generation: the first node that has counted decides for all. */
    public GenerationStatistics settle(Connection connection, long number, TextStatistics counted) throws SQLException {
        return locked(connection, () -> {
            if (state(connection, number) == State.WANTED) {
                write(connection, number, counted, State.COUNTED);
                return new GenerationStatistics(number, counted);
            }
            return frozen(connection, number);
        });
    }

    private static GenerationStatistics frozen(Connection connection, long number) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT statistics FROM index_generation WHERE number = ?")) {
            query.setLong(1, number);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("there is no index generation " + number);
                }
                byte[] packed = row.getBytes(1);
                try (InflaterInputStream plain = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                    return new GenerationStatistics(number, StatisticsFile.fromBytes(plain.readAllBytes()));
                } catch (IOException e) {
                    throw new UncheckedIOException("the statistics of generation " + number + " are damaged", e);
                }
            }
        }
    }

    private static void write(Connection connection, long number, TextStatistics statistics, State state)
            throws SQLException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(StatisticsFile.toBytes(statistics));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE index_generation SET statistics = ?, state = ? WHERE number = ?")) {
            update.setBytes(1, packed.toByteArray());
            update.setString(2, state.name());
            update.setLong(3, number);
            update.executeUpdate();
        }
    }

    private long insert(Connection connection, State state, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO index_generation (index_schema, state, created_at) VALUES (?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, schema);
            insert.setString(2, state.name());
            insert.setObject(3, OutboxFailures.utc(now));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** A node could not build it: nobody changes to it, all go on with what they have. */
    public void fail(Connection connection, long number) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE index_generation SET state = 'FAILED' WHERE number = ? AND state IN ('WANTED', 'COUNTED')")) {
            update.setLong(1, number);
            update.executeUpdate();
        }
    }

    /** Puts a counted generation in force if all nodes that were seen lately have it ready. Any node may ask. */
    public void activateIfAllReady(Connection connection, long number, Instant now) throws SQLException {
        if (state(connection, number) != State.COUNTED
                || !OutboxReaders.allPrepared(connection, schema, number, now, LATELY)) {
            return;
        }
        locked(connection, () -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE index_generation SET state = 'ACTIVE' WHERE number = ? AND state = 'COUNTED'")) {
                update.setLong(1, number);
                if (update.executeUpdate() == 1) {
                    OutboxStream.note(
                            connection, List.of(new OutboxChange(0, IndexSubject.GENERATION, number, 0)), now);
                    FaultPoint.BEFORE_ACTIVATION.pass();
                }
            }
            return number;
        });
        FaultPoint.AFTER_ACTIVATION.pass();
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    /** Nodes take turns, by the lock of one row that is always there. */
    private static <T> T locked(Connection connection, Work<T> work) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement
                    .executeQuery("SELECT id FROM outbox_sequence WHERE id = 1 FOR UPDATE")
                    .close();
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
