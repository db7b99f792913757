package org.mifeng.api.node;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.mifeng.api.fault.FaultPoint;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.api.generation.IndexGeneration;
import org.mifeng.api.generation.NodeBuild;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.ConnectionSource;
import org.mifeng.api.outbox.Outbox;
import org.mifeng.api.outbox.OutboxFailures;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.occupation.OccupationTree;

/** Runs the {@link OutboxTailer} on a thread of its own, from start to stop. */
@Singleton
final class OutboxFollower {
    private static final Logger LOG = Logger.getLogger(OutboxFollower.class);
    private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** A node that has not had everything for so long lags: whoever has a choice asks another. */
    private static final Duration LONGEST_LAG = Duration.ofSeconds(5);

    private final OutboxTailer tailer;
    private final Succession succession;
    private final RollingReconcile reconcile;
    private final IndexingConfig config;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile State state = State.STARTING;
    private volatile boolean stopping;
    private volatile long caughtUpAt = System.nanoTime();
    private long comparedAt = System.nanoTime();
    private long lookedAt = System.nanoTime() - BETWEEN_LOOKS.toNanos();

    /** What the follower is doing. */
    enum State {
        /** Not yet followed a single change. */
        STARTING,
        /** Following. */
        FOLLOWING,
        /** The database or the index's storage failed; trying again. */
        FAILING,
        /** Lacks changes that nobody has any more; serves what it has while it is built anew, the exit check hides the rest. */
        TOO_OLD,
        /** Stands before the change to another generation until its index of that one is built. */
        CHANGING
    }

    OutboxFollower(
            DataSource database,
            Matcher matcher,
            OccupationTree occupations,
            InstantSource clock,
            MarketPlace market,
            IndexingConfig config,
            @ConfigProperty(name = "mifeng.index.directory") Path directory,
            MeterRegistry meters) {
        this.config = config;
        ConnectionSource connections = database::getConnection;
        tailer = new OutboxTailer(
                connections,
                matcher,
                config.node(),
                () -> IndexGeneration.of(matcher.generation()),
                clock,
                market,
                config);
        succession = new Succession(
                new NodeBuild(connections, new IndexDirectories(directory), occupations, market, clock),
                matcher,
                config);
        thread = new Thread(this::run, "outbox-follower");
        thread.setDaemon(true);
        reconcile = new RollingReconcile(connections, matcher, clock, market, config.node());
        meters.gauge("mifeng.index.drifted", reconcile, RollingReconcile::drifted);
        meters.gauge("mifeng.index.reconcile.rounds", reconcile, RollingReconcile::rounds);
        meters.gauge("mifeng.outbox.set.aside", tailer, t -> t.failureCounts().setAside());
        meters.gauge("mifeng.outbox.failed", tailer, t -> t.failureCounts().all());
        meters.gauge("mifeng.outbox.lag", tailer, OutboxFollower::lag);
        meters.gauge("mifeng.index.build.progress", succession, Succession::progress);
    }

    private static double lag(OutboxTailer tailer) {
        try {
            return tailer.lag();
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    State state() {
        return state;
    }

    /** Whether the index has, or a moment ago had, all that had committed. */
    boolean isCaughtUp() {
        return state == State.FOLLOWING && System.nanoTime() - caughtUpAt < LONGEST_LAG.toNanos();
    }

    /** How far an index that is built beside the one in use is, in percent; empty if none is. */
    OptionalInt buildPercent() {
        double progress = succession.progress();
        return Double.isNaN(progress) ? OptionalInt.empty() : OptionalInt.of((int) (100 * progress));
    }

    /** How many rows were found to differ from the database since the start. */
    long drifted() {
        return reconcile.drifted();
    }

    /** Changes given up, and all that failed. */
    OutboxFailures.Counts failureCounts() {
        return tailer.failureCounts();
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Recorded recorded) {
        FaultPoint.AFTER_COMMIT.pass();
        wake.release();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        wake.release();
        try {
            thread.join(LONGEST_STOP);
            succession.close();
            tailer.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | UncheckedIOException e) {
            LOG.warn("the index could not be made durable at the end; the outbox is replayed at the next start");
        }
    }

    private void run() {
        while (!stopping) {
            try {
                if (state != State.FOLLOWING && state != State.CHANGING) {
                    tailer.begin();
                    state = State.FOLLOWING;
                }
                switch (tailer.step()) {
                    case OutboxTailer.Step.More more -> {}
                    case OutboxTailer.Step.CaughtUp caughtUp -> {
                        state = State.FOLLOWING;
                        caughtUpAt = System.nanoTime();
                        lookAfterIndex(false);
                        compareSome();
                        await(config.pollInterval());
                    }
                    case OutboxTailer.Step.Change change -> {
                        lookAfterIndex(false);
                        if (!succession.change(change)) {
                            state = State.CHANGING;
                            await(config.pollInterval());
                        }
                    }
                }
            } catch (IndexTooOldException e) {
                if (state != State.TOO_OLD) {
                    LOG.error("ALARM " + e.getMessage());
                }
                state = State.TOO_OLD;
                replaceTooOld();
                await(WAIT_AFTER_FAILURE);
            } catch (SQLException | RuntimeException | InternalError e) { // the last: a mapped file that cannot be read
                fails(e);
                await(WAIT_AFTER_FAILURE);
            }
        }
    }

    private void lookAfterIndex(boolean cannotFollow) throws SQLException {
        long now = System.nanoTime();
        if (now - lookedAt >= BETWEEN_LOOKS.toNanos()) {
            lookedAt = now;
            succession.look(cannotFollow);
        }
    }

    private void compareSome() throws SQLException {
        long now = System.nanoTime();
        if (now - comparedAt >= config.reconcileInterval().toNanos()) {
            comparedAt = now;
            reconcile.step();
        }
    }

    private void replaceTooOld() {
        try {
            lookAfterIndex(true);
        } catch (SQLException | RuntimeException e) {
            fails(e);
        }
    }

    private void fails(Throwable e) {
        if (state != State.FAILING && !stopping) {
            LOG.warnf("changes do not reach the index for now: %s", e.getClass().getName());
        }
        state = State.FAILING;
    }

    private void await(Duration longest) {
        try {
            if (wake.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
