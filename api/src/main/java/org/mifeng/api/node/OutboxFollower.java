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
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
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
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.DamagedIndexException;

/** Runs the {@link OutboxTailer} on a thread of its own, from start to stop. */
@Singleton
final class OutboxFollower {
    private static final Logger LOG = Logger.getLogger(OutboxFollower.class);
    private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    /** Each batch becomes a segment that has to be merged: at a hundred changes a second, half as many are half the work. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    /** A node that has not had everything for so long lags: whoever has a choice asks another. */
    private static final Duration LONGEST_LAG = Duration.ofSeconds(5);

    private final OutboxTailer tailer;
    private final Succession succession;
    private final RollingReconcile reconcile;
    private final FileLook files;
    private final Matcher matcher;
    private final IndexingConfig config;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile NodeState state = NodeState.STARTING;
    private volatile boolean stopping;
    private volatile long caughtUpAt = System.nanoTime();
    private boolean begun;
    private @Nullable CandidateIndex damaged;
    private long comparedAt = System.nanoTime();
    private long filesComparedAt = System.nanoTime();
    private long steppedAt;
    private long lookedAt = System.nanoTime() - BETWEEN_LOOKS.toNanos();

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
        this.matcher = matcher;
        ConnectionSource connections = database::getConnection;
        tailer = new OutboxTailer(
                connections,
                matcher,
                config.node(),
                () -> IndexGeneration.of(matcher.generation()),
                clock,
                market,
                config,
                task -> Thread.ofPlatform().daemon().name("index-commit").start(task));
        succession = new Succession(
                new NodeBuild(connections, new IndexDirectories(directory), occupations, market, clock),
                matcher,
                config);
        thread = new Thread(this::run, "outbox-follower");
        thread.setDaemon(true);
        files = new FileLook(matcher);
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

    NodeState state() {
        return state;
    }

    /** Whether the index has, or a moment ago had, all that had committed. */
    boolean isCaughtUp() {
        return state == NodeState.FOLLOWING && System.nanoTime() - caughtUpAt < LONGEST_LAG.toNanos();
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
                if (matcher.index().equals(damaged)) {
                    replace(NodeState.DAMAGED);
                } else {
                    follow();
                }
            } catch (IndexTooOldException e) {
                alarm(NodeState.TOO_OLD, String.valueOf(e.getMessage()), e);
                replace(NodeState.TOO_OLD);
            } catch (DamagedIndexException e) {
                alarm(NodeState.DAMAGED, "files of the index in use are damaged", e);
                damaged = matcher.index();
                replace(NodeState.DAMAGED);
            } catch (SQLException | RuntimeException | InternalError e) { // the last: a mapped file that cannot be read
                fails(e);
                await(WAIT_AFTER_FAILURE);
            }
        }
    }

    private void follow() throws SQLException {
        if (!begun) {
            tailer.begin();
            begun = true;
        }
        steppedAt = System.nanoTime();
        switch (tailer.step()) {
            case OutboxTailer.Step.More more -> state = NodeState.FOLLOWING;
            case OutboxTailer.Step.CaughtUp caughtUp -> {
                state = NodeState.FOLLOWING;
                caughtUpAt = System.nanoTime();
                lookAfterIndex(false);
                compareSome();
                await(config.pollInterval());
                gather();
            }
            case OutboxTailer.Step.Change change -> {
                lookAfterIndex(false);
                if (!succession.change(change)) {
                    state = NodeState.CHANGING;
                    await(config.pollInterval());
                }
            }
        }
    }

    private void alarm(NodeState now, String what, RuntimeException e) {
        if (state != now) {
            LOG.errorf(e, "ALARM %s; it is built anew beside, and what is in memory serves meanwhile", what);
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
        if (now - filesComparedAt >= config.fileInterval().toNanos()) {
            filesComparedAt = now;
            files.begin();
        }
        files.tell();
    }

    /** Serves on with what it has, and does a bit of what it takes to have a better one. */
    private void replace(NodeState why) {
        begun = false;
        state = why;
        try {
            lookAfterIndex(true);
        } catch (SQLException | RuntimeException e) {
            fails(e);
        }
        await(WAIT_AFTER_FAILURE);
    }

    private void fails(Throwable e) {
        begun = false;
        if (state != NodeState.FAILING && !stopping) {
            LOG.warnf("changes do not reach the index for now: %s", e.getClass().getName());
        }
        state = NodeState.FAILING;
    }

    /** Lets changes that come close together be applied together; one that comes alone is not kept waiting. */
    private void gather() {
        long rest = GATHERING.toNanos() - (System.nanoTime() - steppedAt);
        if (rest > 0) {
            LockSupport.parkNanos(rest);
            wake.drainPermits();
        }
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
