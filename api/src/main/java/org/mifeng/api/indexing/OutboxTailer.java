package org.mifeng.api.indexing;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;

/**
 * Carries committed changes from the outbox into this node's index, in commit order (see {@link OutboxSequencer}).
 *
 * <ul>
 *   <li>It continues from the position that the index itself holds, so index and position never disagree after a crash.
 *   <li>Changed rows are read anew by their number; the index ignores a version that is not newer. So a change may be
 *       applied twice, or late, without harm (D3).
 *   <li>A change that cannot be indexed is written to {@link OutboxFailures}, and only then does the position move on: it
 *       blocks nobody and is not lost (D4). If the database or the index's storage fails, nothing moves at all: that is
 *       nobody's change's fault.
 *   <li>Outbox rows go when the indexes of all nodes hold them durably.
 * </ul>
 *
 * <p>Used by one thread at a time.
 */
final class OutboxTailer {
    private static final Logger LOG = Logger.getLogger(OutboxTailer.class);
    private static final int BATCH = 500;
    private static final int PRUNE_AT_ONCE = 5_000;

    private final DataSource database;
    private final Matcher matcher;
    private final InstantSource clock;
    private final IndexingConfig config;
    private final MarketPlace market;
    private final OutboxFailures failures;
    private Instant lastCommit;
    private Instant nextRetryLook;
    private long committedPosition;
    private volatile OutboxFailures.Counts failureCounts = new OutboxFailures.Counts(0, 0);

    OutboxTailer(DataSource database, Matcher matcher, InstantSource clock, MarketPlace market, IndexingConfig config) {
        this.database = database;
        this.matcher = matcher;
        this.clock = clock;
        this.config = config;
        this.market = market;
        this.failures = new OutboxFailures(config.node());
        this.lastCommit = clock.instant();
        this.nextRetryLook = Instant.EPOCH;
        this.committedPosition = matcher.position();
    }

    /** Changes given up, and all that failed. */
    OutboxFailures.Counts failureCounts() {
        return failureCounts;
    }

    /** How many committed changes the index does not have yet; those not yet placed count. */
    long lag() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT (SELECT COUNT(*) FROM outbox WHERE position > ?)"
                                + " + (SELECT COUNT(*) FROM outbox WHERE position IS NULL)")) {
            query.setLong(1, matcher.position());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /**
     * Tells the other nodes that this one needs what lies behind its position.
     *
     * @throws IndexTooOldException if this index cannot follow this database
     */
    void begin() throws SQLException {
        try (Connection connection = database.getConnection()) {
            noteReader(connection, matcher.position());
            if (!OutboxPositions.read(connection).canContinueFrom(matcher.position())) {
                throw new IndexTooOldException();
            }
            failureCounts = failures.count(connection);
        }
    }

    /**
     * One round: places, reads, applies, tries failed changes again, makes durable when it is time.
     *
     * @return whether there may be more to do at once
     */
    boolean step() throws SQLException {
        try (Connection connection = database.getConnection()) {
            OutboxSequencer.place(connection);
            List<OutboxChange> changes = changesBehind(connection, matcher.position());
            if (!changes.isEmpty()) {
                if (!OutboxPositions.read(connection).canContinueFrom(matcher.position())) {
                    // the mark moves before rows go, so what was read above may lack rows that went
                    throw new IndexTooOldException();
                }
                apply(connection, changes);
            }
            if (!clock.instant().isBefore(nextRetryLook)) {
                retryFailed(connection);
                nextRetryLook = clock.instant().plus(Duration.ofSeconds(1));
            }
            if (!clock.instant().isBefore(lastCommit.plus(config.commitInterval()))) {
                makeDurable(connection);
            }
            return changes.size() == BATCH;
        }
    }

    private static List<OutboxChange> changesBehind(Connection connection, long position) throws SQLException {
        List<OutboxChange> changes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT position, subject, subject_id, version"
                + " FROM outbox WHERE position > ? ORDER BY position LIMIT " + BATCH)) {
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

    private void apply(Connection connection, List<OutboxChange> changes) throws SQLException {
        long position = changes.getLast().position();
        Map<OutboxChange.Key, OutboxChange> newest = new LinkedHashMap<>();
        changes.forEach(change -> newest.merge(change.key(), change, (a, b) -> a.version() >= b.version() ? a : b));
        try {
            matcher.apply(new IndexBatch(reload(connection, newest), position));
        } catch (UncheckedIOException e) {
            throw e; // the storage failed, not a row
        } catch (RuntimeException | SQLDataException e) {
            LOG.warnf("%d changes could not be indexed together, trying one by one", newest.size());
            applyOneByOne(connection, newest, position);
            return;
        }
        for (OutboxChange.Key key : newest.keySet()) {
            forgetFailure(connection, key);
        }
    }

    private void applyOneByOne(Connection connection, Map<OutboxChange.Key, OutboxChange> newest, long position)
            throws SQLException {
        long before = matcher.position();
        for (OutboxChange change : newest.values()) {
            try {
                matcher.apply(new IndexBatch(reload(connection, Map.of(change.key(), change)), before));
                forgetFailure(connection, change.key());
            } catch (UncheckedIOException e) {
                throw e;
            } catch (RuntimeException | SQLDataException e) {
                failures.add(
                        connection, change.key(), clock.instant(), e.getClass().getName());
                LOG.warnf("%s %d could not be indexed", change.subject(), change.id());
            }
        }
        failureCounts = failures.count(connection);
        matcher.apply(new IndexBatch(List.of(), position));
    }

    /** A failed change that got in by a newer version is no failure any more, not even one that was set aside. */
    private void forgetFailure(Connection connection, OutboxChange.Key applied) throws SQLException {
        if (failureCounts.all() > 0) {
            failures.remove(connection, applied);
        }
    }

    private void retryFailed(Connection connection) throws SQLException {
        List<OutboxFailures.Due> due = failures.due(connection, clock.instant());
        for (OutboxFailures.Due failed : due) {
            OutboxChange change = new OutboxChange(
                    matcher.position(), failed.key().subject(), failed.key().id(), Long.MAX_VALUE);
            try {
                matcher.apply(new IndexBatch(reload(connection, Map.of(change.key(), change)), matcher.position()));
                matcher.commit();
                failures.remove(connection, failed.key());
            } catch (UncheckedIOException e) {
                throw e;
            } catch (RuntimeException | SQLDataException e) {
                if (failures.failedAgain(
                        connection, failed, clock.instant(), e.getClass().getName())) {
                    LOG.errorf(
                            "ALARM %s %d is set aside after %d tries; it is missing from the index",
                            failed.key().subject(), failed.key().id(), OutboxFailures.TRIES);
                }
            }
        }
        failureCounts = failures.count(connection);
    }

    private List<IndexChange> reload(Connection connection, Map<OutboxChange.Key, OutboxChange> changes)
            throws SQLException {
        Map<OutboxChange.Key, IndexChange> found = new HashMap<>();
        read(connection, JobPostRows.SELECT, JobPostRows.ID, ids(changes, IndexSubject.JOB_POST), row -> {
            JobPost post = JobPostRows.read(row);
            found.put(new OutboxChange.Key(IndexSubject.JOB_POST, post.id()), new IndexChange.PutJobPost(post));
        });
        List<Long> seekers = ids(changes, IndexSubject.SEEKER);
        Map<Long, SeekerRelations> relations = new HashMap<>();
        read(
                connection,
                SeekerRelations.SELECT,
                SeekerRelations.SEEKER,
                seekers,
                row -> relations.put(
                        row.getLong(1),
                        relations
                                .getOrDefault(row.getLong(1), SeekerRelations.NONE)
                                .and(SeekerRelations.read(row))));
        read(connection, SeekerRows.SELECT, SeekerRows.ID, seekers, row -> {
            Seeker seeker = SeekerRows.read(row, market, relations.getOrDefault(row.getLong(1), SeekerRelations.NONE));
            found.put(new OutboxChange.Key(IndexSubject.SEEKER, seeker.id()), new IndexChange.PutSeeker(seeker));
        });
        return changes.values().stream()
                .map(change -> found.getOrDefault(change.key(), removal(change)))
                .toList();
    }

    private interface RowSink {
        void accept(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String select, String id, List<Long> ids, RowSink sink)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        try (PreparedStatement query = connection.prepareStatement(select + " where " + id + " in (" + places + ")")) {
            for (int i = 0; i < ids.size(); i++) {
                query.setLong(i + 1, ids.get(i));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sink.accept(rows);
                }
            }
        }
    }

    private static List<Long> ids(Map<OutboxChange.Key, OutboxChange> changes, IndexSubject subject) {
        return changes.keySet().stream()
                .filter(key -> key.subject() == subject)
                .map(OutboxChange.Key::id)
                .toList();
    }

    private static IndexChange removal(OutboxChange change) {
        return switch (change.subject()) {
            case JOB_POST -> new IndexChange.RemoveJobPost(change.id(), change.version());
            case SEEKER -> new IndexChange.RemoveSeeker(change.id(), change.version());
        };
    }

    /** Makes the index durable, says so to the other nodes, and lets go of what nobody needs any more. */
    void makeDurable(Connection connection) throws SQLException {
        long position = matcher.position();
        if (position != committedPosition) {
            matcher.commit();
            committedPosition = position;
        }
        lastCommit = clock.instant();
        noteReader(connection, position);
        prune(connection);
    }

    private void noteReader(Connection connection, long position) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(
                "INSERT INTO outbox_reader (node, durable_position, seen_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE durable_position = VALUES(durable_position),"
                        + " seen_at = VALUES(seen_at)")) {
            note.setString(1, config.node());
            note.setLong(2, position);
            note.setObject(3, OutboxFailures.utc(clock.instant()));
            note.executeUpdate();
        }
    }

    /**
     * The mark is moved before rows go, and is durable first: a reader that finds its position at or above the mark
     * finds all its rows.
     */
    private void prune(Connection connection) throws SQLException {
        long lowest = 0;
        try (PreparedStatement query =
                connection.prepareStatement("SELECT MIN(durable_position) FROM outbox_reader WHERE seen_at > ?")) {
            query.setObject(1, OutboxFailures.utc(clock.instant().minus(config.forgetNodeAfter())));
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next()) {
                    lowest = rows.getLong(1);
                }
            }
        }
        try (PreparedStatement mark = connection.prepareStatement(
                "UPDATE outbox_sequence SET pruned_position = ? WHERE id = 1 AND pruned_position < ?")) {
            mark.setLong(1, lowest);
            mark.setLong(2, lowest);
            if (mark.executeUpdate() == 0) {
                return;
            }
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM outbox WHERE position <= ? LIMIT " + PRUNE_AT_ONCE)) {
            delete.setLong(1, lowest);
            delete.executeUpdate();
        }
    }

    /** Makes durable what was applied, before the process ends. */
    void finish() throws SQLException {
        try (Connection connection = database.getConnection()) {
            makeDurable(connection);
        }
    }
}
