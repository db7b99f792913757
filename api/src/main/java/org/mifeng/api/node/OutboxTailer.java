package org.mifeng.api.node;

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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.fault.FaultPoint;
import org.mifeng.api.generation.IndexGeneration;
import org.mifeng.api.indexing.ChangedRows;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.ConnectionSource;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.OutboxChange;
import org.mifeng.api.outbox.OutboxFailures;
import org.mifeng.api.outbox.OutboxPositions;
import org.mifeng.api.outbox.OutboxReaders;
import org.mifeng.api.outbox.OutboxStream;
import org.mifeng.matcher.spi.ChangeTarget;
import org.mifeng.matcher.spi.IndexBatch;

/**
 * Carries committed changes from the outbox into this node's index, in commit order (see {@link OutboxStream}).
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
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(1);
    private static final int PRUNE_AT_ONCE = 5_000;
    private static final int PRUNES_AT_MOST = 20;

    private final ConnectionSource database;
    private final ChangeTarget index;
    private final String reader;
    private final Supplier<IndexGeneration> generation;
    private final InstantSource clock;
    private final IndexingConfig config;
    private final ChangedRows rows;
    private final OutboxFailures failures;
    private final Executor durability;
    private final Interval commits;
    private final Interval retries;
    private volatile long committedPosition;
    private @Nullable FutureTask<Long> committing;
    private volatile OutboxFailures.Counts failureCounts = new OutboxFailures.Counts(0, 0);

    /**
     * @param database the outbox and the rows
     * @param index where changes go
     * @param reader the name under which it reads
     * @param generation that the index belongs to
     * @param clock says when
     * @param market where a seeker without a place starts
     * @param config how often
     * @param durability makes the index durable from time to time, at best while changes are applied
     */
    OutboxTailer(
            ConnectionSource database,
            ChangeTarget index,
            String reader,
            Supplier<IndexGeneration> generation,
            InstantSource clock,
            MarketPlace market,
            IndexingConfig config,
            Executor durability) {
        this.database = database;
        this.index = index;
        this.reader = reader;
        this.generation = generation;
        this.clock = clock;
        this.config = config;
        this.durability = durability;
        rows = new ChangedRows(market);
        this.failures = new OutboxFailures(reader);
        this.commits = new Interval(clock, config.commitInterval(), clock.instant());
        this.retries = new Interval(clock, RETRY_INTERVAL, Instant.EPOCH);
        this.committedPosition = index.position();
    }

    /** Changes given up, and all that failed. */
    OutboxFailures.Counts failureCounts() {
        return failureCounts;
    }

    /** How many committed changes the index does not have yet; those not yet placed count. */
    long lag() throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("SELECT (SELECT COUNT(*) FROM outbox WHERE position > ?)"
                                + " + (SELECT COUNT(*) FROM outbox WHERE position IS NULL)")) {
            query.setLong(1, index.position());
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
        try (Connection connection = database.connect()) {
            // noted before the look: from then on nobody prunes what this index needs
            // what only memory has may be lost with it, so it is not said to be durable
            OutboxReaders.note(connection, reader, Math.min(committedPosition, index.position()), clock.instant());
            if (!OutboxPositions.read(connection).canContinueFrom(index.position())) {
                OutboxReaders.forget(connection, reader);
                throw new IndexTooOldException();
            }
            failureCounts = failures.count(connection);
        }
    }

    /** Where a round left off. */
    sealed interface Step {
        /** All that had committed is applied. */
        record CaughtUp() implements Step {}

        /** There is more to do at once. */
        record More() implements Step {}

        /**
         * The next change is that to another generation, which this index does not belong to; all before is applied.
         *
         * @param generation number of the other one
         * @param position from which on it is in force
         */
        record Change(long generation, long position) implements Step {}
    }

    /** One round: places, reads, applies, tries failed changes again, makes durable when it is time. */
    Step step() throws SQLException {
        try (Connection connection = database.connect()) {
            OutboxStream.Behind behind = OutboxStream.read(connection, index.position());
            List<OutboxChange> changes = behind.changes();
            if (!changes.isEmpty()) {
                if (!OutboxPositions.read(connection).canContinueFrom(index.position())) {
                    // the mark moves before rows go, so what was read above may lack rows that went
                    OutboxReaders.forget(connection, reader);
                    throw new IndexTooOldException();
                }
                applyRows(connection, changes);
            }
            if (retries.isDue()) {
                retryFailed(connection);
                retries.happens();
            }
            if (committing == null && commits.isDue()) {
                committing = new FutureTask<>(this::makeDurable);
                durability.execute(committing);
            }
            if (committing != null && committing.isDone()) {
                awaitDurable();
            }
            if (!changes.isEmpty() && index.position() < changes.getLast().position()) {
                awaitDurable(); // what comes may replace the index
                OutboxChange next = changes.stream()
                        .filter(change -> change.position() > index.position())
                        .findFirst()
                        .orElseThrow();
                return new Step.Change(next.id(), next.position());
            }
            return behind.complete() ? new Step.CaughtUp() : new Step.More();
        }
    }

    /** Rows up to the change to a generation that is newer than the index's; changes to others are behind us. */
    private void applyRows(Connection connection, List<OutboxChange> changes) throws SQLException {
        List<OutboxChange> rows = new ArrayList<>();
        long position = index.position();
        for (OutboxChange change : changes) {
            if (change.subject() == IndexSubject.GENERATION) {
                if (generation.get().isBehind(connection, change.id())) {
                    break;
                }
            } else {
                rows.add(change);
            }
            position = change.position();
        }
        if (rows.isEmpty()) {
            index.apply(new IndexBatch(List.of(), position));
        } else {
            apply(connection, rows, position);
        }
    }

    private void apply(Connection connection, List<OutboxChange> changes, long position) throws SQLException {
        Map<OutboxChange.Key, OutboxChange> newest = new LinkedHashMap<>();
        changes.forEach(change -> newest.merge(change.key(), change, OutboxChange::orStronger));
        try {
            FaultPoint.BEFORE_APPLY.pass();
            put(connection, newest.values(), position);
            FaultPoint.AFTER_APPLY.pass();
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

    private void put(Connection connection, Collection<OutboxChange> changes, long position) throws SQLException {
        List<OutboxChange> whatever =
                changes.stream().filter(OutboxChange::isWhatever).toList();
        if (!whatever.isEmpty()) {
            index.replace(new IndexBatch(rows.read(connection, whatever), index.position()));
        }
        List<OutboxChange> others =
                changes.stream().filter(change -> !change.isWhatever()).toList();
        index.apply(new IndexBatch(rows.read(connection, others), position));
    }

    private void applyOneByOne(Connection connection, Map<OutboxChange.Key, OutboxChange> newest, long position)
            throws SQLException {
        long before = index.position();
        for (OutboxChange change : newest.values()) {
            try {
                put(connection, List.of(change), before);
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
        index.apply(new IndexBatch(List.of(), position));
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
                    index.position(), failed.key().subject(), failed.key().id(), Long.MAX_VALUE);
            try {
                index.apply(new IndexBatch(rows.read(connection, List.of(change)), index.position()));
                index.commit();
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

    /**
     * Makes the index durable, says so to the other nodes, and lets go of what nobody needs any more. What is applied
     * meanwhile may be durable or not.
     *
     * @return the durable position
     */
    private long makeDurable() throws SQLException {
        long position = committedPosition;
        if (index.position() != position) {
            FaultPoint.BEFORE_INDEX_COMMIT.pass();
            position = index.commit();
            FaultPoint.AFTER_INDEX_COMMIT.pass();
            committedPosition = position;
        }
        try (Connection connection = database.connect()) {
            OutboxReaders.note(connection, reader, position, clock.instant());
            prune(connection);
        }
        return position;
    }

    /** Waits for what is being made durable, if anything is; it fails here. */
    private void awaitDurable() throws SQLException {
        FutureTask<Long> waitedFor = committing;
        if (waitedFor == null) {
            return;
        }
        committing = null;
        commits.happens();
        try {
            waitedFor.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the index is made durable", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /**
     * The mark is moved before rows go, and is durable first: a reader that finds its position at or above the mark
     * finds all its rows. Rows go in small transactions, so that nobody waits for their locks, and not all at once after
     * a long absence of a node.
     */
    private void prune(Connection connection) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement("UPDATE outbox_sequence SET pruned_position ="
                + " GREATEST(pruned_position, COALESCE((SELECT MIN(durable_position) FROM outbox_reader"
                + " WHERE seen_at > ?), 0)) WHERE id = 1")) {
            mark.setObject(1, OutboxFailures.utc(clock.instant().minus(config.forgetNodeAfter())));
            mark.executeUpdate();
        }
        FaultPoint.AFTER_PRUNE_MARK.pass();
        long pruned = OutboxPositions.read(connection).pruned();
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM outbox WHERE position <= ? LIMIT " + PRUNE_AT_ONCE)) {
            delete.setLong(1, pruned);
            for (int i = 0; i < PRUNES_AT_MOST && delete.executeUpdate() == PRUNE_AT_ONCE; i++) {}
        }
    }

    /** Makes durable what was applied, before the process ends. */
    void finish() throws SQLException {
        awaitDurable();
        makeDurable();
    }
}
