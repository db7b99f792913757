package org.mifeng.api.live;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.outbox.OutboxChange;
import org.mifeng.api.outbox.OutboxPositions;
import org.mifeng.api.outbox.OutboxReaders;
import org.mifeng.api.outbox.OutboxStream;

/**
 * Keeps a {@link LiveTable} in step with the database, on a thread, a connection and at a position of its own: neither an
 * index that is late, rebuilt or broken nor requests that use up the pool hold anything up here. The position is read before the rows, so what changes meanwhile is
 * read again. If rows of the outbox that it needs are gone, everything is read anew.
 */
public final class LiveFollower {
    private static final Logger LOG = Logger.getLogger(LiveFollower.class);
    private static final Duration WAIT_AFTER_FAILURE = Duration.ofMillis(500);

    private static final Duration NOTE_INTERVAL = Duration.ofSeconds(5);

    /** Leaves room for what follows it in a name of at most 64 characters. */
    private static final int LONGEST_NODE = 48;

    /** A server that says nothing for so long is not waited for; a lock of the outbox may take a while. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private final LiveTable table;
    private final DatabaseAddress database;
    private final String reader;
    private final InstantSource clock;
    private final Duration pollInterval;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private long position = -1;
    private long notedNanos;
    private boolean failing;
    private volatile boolean stopping;
    private volatile @Nullable Seen seen;

    /** Everything that had committed at this moment is in the table. */
    private record Seen(long nanos, Instant at) {}

    /**
     * @param table to keep
     * @param database whose rows these are
     * @param node this node's name; rows of the outbox that its table still needs are kept
     * @param pollInterval the longest wait before looking for changes
     */
    public LiveFollower(
            LiveTable table, DatabaseAddress database, String node, InstantSource clock, Duration pollInterval) {
        this.table = table;
        this.database = database;
        reader = node.substring(0, Math.min(LONGEST_NODE, node.length())) + "-live-"
                + table.subject().name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.clock = clock;
        this.pollInterval = pollInterval;
        thread = new Thread(this::run, "live-" + table.subject().name().toLowerCase(Locale.ROOT));
        thread.setDaemon(true);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Looks at once: something has committed. */
    public void wake() {
        wake.release();
    }

    /** Ends; what was kept serves no more. */
    public void stop() {
        stopping = true;
        thread.interrupt();
    }

    /** Whether the table holds all that had committed so long ago. */
    public boolean isWithin(Duration lag) {
        @Nullable Seen last = seen;
        return last != null && System.nanoTime() - last.nanos() <= lag.toNanos();
    }

    /** The moment whose rows the table holds; empty before it was loaded. */
    public Optional<Instant> asOf() {
        return Optional.ofNullable(seen).map(Seen::at);
    }

    /** Seconds since {@link #asOf}, by a clock that never jumps; not a number before the table was loaded. */
    public double lagSeconds() {
        @Nullable Seen last = seen;
        return last == null ? Double.NaN : (System.nanoTime() - last.nanos()) / 1e9;
    }

    private void run() {
        while (!stopping) {
            try (Connection connection = database.connect(LONGEST_SILENCE)) {
                failing = false;
                while (!stopping) {
                    if (step(connection)) {
                        await(pollInterval);
                    }
                }
            } catch (SQLException | RuntimeException e) {
                if (!failing && !stopping) {
                    LOG.warnf(
                            "%s in memory do not follow for now: %s",
                            table.subject(), e.getClass().getName());
                }
                failing = true;
                await(WAIT_AFTER_FAILURE);
            }
        }
    }

    private void await(Duration longest) {
        try {
            if (wake.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether the table now holds all that had committed when this began */
    private boolean step(Connection connection) throws SQLException {
        Seen beginning = new Seen(System.nanoTime(), clock.instant());
        if (!table.isLoaded() || !OutboxPositions.read(connection).canContinueFrom(position)) {
            long last = OutboxPositions.read(connection).last();
            note(connection, last);
            table.load(connection);
            position = last;
            return false;
        }
        if (beginning.nanos() - notedNanos > NOTE_INTERVAL.toNanos()) {
            note(connection, position);
        }
        OutboxStream.Behind behind = OutboxStream.read(connection, position);
        if (!behind.changes().isEmpty()) {
            if (!OutboxPositions.read(connection).canContinueFrom(position)) {
                return false; // the mark moves before rows go, so what was read may lack rows that went
            }
            List<OutboxChange> ours = newest(behind.changes());
            if (!ours.isEmpty()) {
                table.reload(connection, ours);
            }
            position = behind.changes().getLast().position();
        }
        if (behind.complete()) {
            seen = beginning;
        }
        return behind.complete();
    }

    private void note(Connection connection, long done) throws SQLException {
        OutboxReaders.note(connection, reader, done, clock.instant());
        notedNanos = System.nanoTime();
    }

    private List<OutboxChange> newest(List<OutboxChange> changes) {
        Map<Long, OutboxChange> newest = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> change.subject() == table.subject())
                .forEach(change -> newest.merge(change.id(), change, (a, b) -> a.version() >= b.version() ? a : b));
        return List.copyOf(newest.values());
    }

    /** What to do with each row of a query. */
    public interface RowSink {
        /** Called once for each row. */
        void accept(ResultSet row) throws SQLException;
    }

    /** Streams all rows of a query, without keeping them. */
    public static void stream(Connection connection, String select, RowSink sink) throws SQLException {
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE); // the driver's sign for: row by row, nothing kept
            try (ResultSet rows = statement.executeQuery(select)) {
                while (rows.next()) {
                    sink.accept(rows);
                }
            }
        }
    }
}
