package org.mifeng.api.node;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.mifeng.api.fault.FaultPoint;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.outbox.Outbox;
import org.mifeng.matcher.Matcher;

/** Runs the {@link OutboxTailer} on a thread of its own, from start to stop. */
@Singleton
final class OutboxFollower {
    private static final Logger LOG = Logger.getLogger(OutboxFollower.class);
    private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final OutboxTailer tailer;
    private final IndexingConfig config;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile State state = State.STARTING;
    private volatile boolean stopping;

    /** What the follower is doing. */
    enum State {
        /** Not yet followed a single change. */
        STARTING,
        /** Following. */
        FOLLOWING,
        /** The database or the index's storage failed; trying again. */
        FAILING,
        /** The index must be built anew; until then it serves what it has, and the exit check hides what is gone. */
        TOO_OLD
    }

    OutboxFollower(
            DataSource database,
            Matcher matcher,
            InstantSource clock,
            MarketPlace market,
            IndexingConfig config,
            MeterRegistry meters) {
        this.config = config;
        tailer = new OutboxTailer(database, matcher, clock, market, config);
        thread = new Thread(this::run, "outbox-follower");
        thread.setDaemon(true);
        meters.gauge("mifeng.outbox.set.aside", tailer, t -> t.failureCounts().setAside());
        meters.gauge("mifeng.outbox.failed", tailer, t -> t.failureCounts().all());
        meters.gauge("mifeng.outbox.lag", tailer, OutboxFollower::lag);
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
                if (state != State.FOLLOWING) {
                    tailer.begin();
                    state = State.FOLLOWING;
                }
                if (!tailer.step()) {
                    await(config.pollInterval());
                }
            } catch (IndexTooOldException e) {
                if (state != State.TOO_OLD) {
                    LOG.error("ALARM " + e.getMessage());
                }
                state = State.TOO_OLD;
                await(WAIT_AFTER_FAILURE);
            } catch (SQLException | RuntimeException | InternalError e) { // the last: a mapped file that cannot be read
                if (state != State.FAILING && !stopping) {
                    LOG.warnf(
                            "changes do not reach the index for now: %s",
                            e.getClass().getName());
                }
                state = State.FAILING;
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
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
