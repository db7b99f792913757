package org.mifeng.api.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.fault.FaultPoint;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.api.generation.IndexGeneration;
import org.mifeng.api.generation.NodeBuild;
import org.mifeng.api.generation.NodeIndex;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.OutboxReaders;
import org.mifeng.api.reconcile.Comparison;
import org.mifeng.matcher.LowPriority;
import org.mifeng.matcher.spi.CandidateIndex;

/**
 * An index that is built beside the one in use: on a thread of its own until it has caught up with the outbox and was found
 * equal to the rows, then in step with the other, on the follower's thread, until it takes over or is given up.
 */
final class NextIndex implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(NextIndex.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);
    /** Whoever asks meanwhile needs the machine more. */
    private static final int READERS = 1;

    private static final int REST = 2;
    /** On a machine so busy that work takes long, resting as much longer would never end. */
    private static final Duration LONGEST_REST = Duration.ofMillis(20);

    private final NodeBuild build;
    private final OptionalLong wanted;
    private final IndexingConfig config;
    private final Optional<String> madeFrom;
    private final Thread thread = new Thread(this::run, "index-build");
    private final AtomicLong rowsRead = new AtomicLong();
    private volatile long rows;
    private volatile State state = State.BUILDING;
    private volatile @Nullable Finished finished;

    /** How far it is. */
    enum State {
        /** Being built, caught up or compared. */
        BUILDING,
        /** As good as the one in use. */
        READY,
        /** Given up. */
        FAILED
    }

    private record Finished(NodeBuild.Done done, CandidateIndex index, OutboxTailer tailer) {}

    /**
     * Begins.
     *
     * @param build how an index of this node is built
     * @param wanted generation; empty for the one in force
     * @param config this node's
     * @param madeFrom names the database, as the index in use does
     */
    NextIndex(NodeBuild build, OptionalLong wanted, IndexingConfig config, Optional<String> madeFrom) {
        this.build = build;
        this.wanted = wanted;
        this.config = config;
        this.madeFrom = madeFrom;
        thread.setDaemon(true);
        thread.start();
    }

    State state() {
        return state;
    }

    /** The generation it is built for, if it was not the one in force. */
    OptionalLong wanted() {
        return wanted;
    }

    /** From 0 to 1. */
    double progress() {
        long all = rows;
        return all == 0 ? 0 : Math.min(1.0, (double) rowsRead.get() / all);
    }

    private String reader() {
        return OutboxReaders.next(config.node());
    }

    private void run() {
        LowPriority.take(); // and so do the readers and mergers that it begins
        long begun = System.nanoTime();
        try {
            LOG.infof("building the index anew beside the one in use");
            NodeBuild.Done done = build.run(reader(), wanted, READERS, new LoggedProgress());
            CandidateIndex index = open(done);
            try {
                OutboxTailer tailer = follow(done, index);
                compare(index);
                index.commit();
                finished = new Finished(done, index, tailer);
            } catch (SQLException | RuntimeException e) {
                index.close();
                IndexDirectories.delete(done.directory());
                throw e;
            }
            state = State.READY;
            LOG.infof(
                    "the new index is ready after %d s: %d posts and %d seekers, equal to the rows",
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    done.built().posts(),
                    done.built().seekers());
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.errorf(e, "ALARM the index could not be built anew; the one in use serves on");
            state = State.FAILED;
        }
    }

    private CandidateIndex open(NodeBuild.Done done) throws IOException {
        if (madeFrom.isPresent()) {
            NodeIndex.stamp(done.directory(), madeFrom.get());
        }
        return build.open(done.directory());
    }

    private OutboxTailer follow(NodeBuild.Done done, CandidateIndex index) throws SQLException {
        IndexGeneration own = new IndexGeneration(build.generations().schema(), done.generation());
        OutboxTailer tailer = new OutboxTailer(
                build.database(), index, reader(), () -> own, build.clock(), build.market(), config, Runnable::run);
        tailer.begin();
        catchUp(tailer);
        return tailer;
    }

    private static void catchUp(OutboxTailer tailer) throws SQLException {
        while (true) {
            switch (tailer.step()) {
                case OutboxTailer.Step.CaughtUp caughtUp -> {
                    return;
                }
                case OutboxTailer.Step.More more -> {}
                case OutboxTailer.Step.Change change ->
                    throw new IllegalStateException("a newer generation is in force already");
            }
        }
    }

    /** A new index that differs from the rows must never serve: that would be an error of the build. */
    private void compare(CandidateIndex index) throws SQLException {
        for (IndexSubject subject : List.of(IndexSubject.JOB_POST, IndexSubject.SEEKER)) {
            Comparison comparison = new Comparison(subject, reader());
            try (Connection connection = build.database().connect()) {
                int buckets = comparison.buckets(connection);
                for (int bucket = 0; bucket < buckets; bucket++) {
                    Comparison.Outcome outcome = comparison.bucket(
                            connection,
                            subject == IndexSubject.SEEKER ? index::seekerVersions : index::postVersions,
                            index.position(),
                            bucket,
                            bucket == buckets - 1);
                    if (!outcome.differences().isEmpty()) {
                        throw new IllegalStateException(
                                outcome.differences().size() + " rows of " + subject + " differ in the new index");
                    }
                }
            }
        }
    }

    private Finished ready() {
        Finished known = finished;
        if (known == null) {
            throw new IllegalStateException("the next index is not ready");
        }
        return known;
    }

    /** Its generation, when it is ready. */
    long generation() {
        return ready().done().generation();
    }

    /** Where it lies, when it is ready. */
    Path directory() {
        return ready().done().directory();
    }

    /** The index, when it is ready. */
    CandidateIndex index() {
        return ready().index();
    }

    /** Keeps it in step, when it is ready. */
    void follow() throws SQLException {
        catchUp(ready().tailer());
        FaultPoint.WHILE_IN_STEP.pass();
    }

    /** Gives it up and deletes it. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LONGEST_END);
            Finished known = finished;
            if (known != null) {
                try (CandidateIndex index = known.index()) {
                    LOG.debugf("giving up an index at position %d", index.position());
                }
                IndexDirectories.delete(known.done().directory());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("an index that is not needed could not be deleted; the next start does it", e);
        }
    }

    private final class LoggedProgress implements NodeBuild.Progress {
        private final AtomicLong tenths = new AtomicLong();
        private long resumed = System.nanoTime();

        @Override
        public void begin(long total) {
            rows = total;
        }

        /** Rests twice as long as it worked: what rows leave for the collector of garbage holds up all others too. */
        @Override
        public void accept(long more) {
            LockSupport.parkNanos(Math.min(REST * (System.nanoTime() - resumed), LONGEST_REST.toNanos()));
            resumed = System.nanoTime();
            long tenth = 10 * rowsRead.addAndGet(more) / Math.max(1, rows);
            if (tenths.getAndSet(tenth) < tenth) {
                LOG.infof("the new index has read %d0 %% of %d rows", tenth, rows);
            }
        }
    }
}
