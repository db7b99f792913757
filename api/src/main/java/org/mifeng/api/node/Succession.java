package org.mifeng.api.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.fault.FaultPoint;
import org.mifeng.api.generation.Generations;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.api.generation.IndexGeneration;
import org.mifeng.api.generation.NodeBuild;
import org.mifeng.api.generation.NodeIndex;
import org.mifeng.api.outbox.OutboxFailures;
import org.mifeng.api.outbox.OutboxReaders;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.CandidateView;

/**
 * Sees to it that the index in use gives way to a better one: at once if it cannot follow the outbox or was built for an
 * older schema, and with all other nodes when a new generation is in force. Until then, and whenever something fails, it
 * serves on.
 *
 * <p>Used by the follower's thread; {@link #progress} by anyone.
 */
final class Succession implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Succession.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_GROWTHS = Duration.ofMinutes(10);
    private static final int LEAST_GROWTH = 1_000;

    private final NodeBuild build;
    private final Matcher matcher;
    private final IndexingConfig config;
    private final Generations generations;
    private final Optional<String> madeFrom;
    private final Interval failures;
    private final Interval growths;
    private volatile @Nullable NextIndex next;
    private Path inUse;
    private boolean begun;

    /**
     * @param build how an index of this node is built
     * @param matcher whose index it is
     * @param config this node's
     */
    Succession(NodeBuild build, Matcher matcher, IndexingConfig config) {
        this.build = build;
        this.matcher = matcher;
        this.config = config;
        generations = build.generations();
        failures = new Interval(build.clock(), AFTER_FAILURE, Instant.EPOCH);
        growths = new Interval(build.clock(), BETWEEN_GROWTHS, Instant.EPOCH);
        try {
            // asked once: whatever happens to these files later, the index in use can be replaced
            inUse = build.directories().current().orElseThrow();
            madeFrom = NodeIndex.madeFrom(inUse);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find the index in use", e);
        }
    }

    /** How far the next index is, from 0 to 1; not a number if none is built. */
    double progress() {
        NextIndex building = next;
        return building == null ? Double.NaN : building.progress();
    }

    private IndexGeneration served() {
        return IndexGeneration.of(matcher.generation());
    }

    /**
     * Looks whether there is something to do, and does a bit of it; never waits for a build.
     *
     * @param mustGo whether the index in use lacks changes that nobody has any more, or is damaged
     */
    void look(boolean mustGo) throws SQLException {
        try (Connection connection = build.database().connect()) {
            forgetUnfinished(connection);
            boolean urgent = mustGo || !served().schema().equals(generations.schema());
            if (next == null) {
                OutboxReaders.notePrepared(connection, config.node(), served().schema(), served().number());
                askIfGrown(connection);
                begin(connection, urgent);
                return;
            }
            switch (next.state()) {
                case BUILDING -> {}
                case FAILED -> giveUp(connection, next);
                case READY -> advance(connection, next, urgent);
            }
        }
    }

    /** A build that was cut off by the end of the process reads no more. */
    private void forgetUnfinished(Connection connection) throws SQLException {
        if (!begun) {
            forgetNextReader(connection);
            begun = true;
        }
    }

    private void forgetNextReader(Connection connection) throws SQLException {
        String reader = OutboxReaders.next(config.node());
        OutboxReaders.forget(connection, reader);
        new OutboxFailures(reader).forgetAll(connection);
    }

    /** Words of a market that has more than doubled are scored by statistics of a market that was not like it. */
    private void askIfGrown(Connection connection) throws SQLException {
        if (!growths.isDue()) {
            return;
        }
        growths.happens();
        try (CandidateView view = matcher.index().acquire()) {
            if (view.size().posts() > 2L * view.textStatistics().posts() + LEAST_GROWTH) {
                LOG.info("the market has more than doubled since its words were counted; a new generation is wanted");
                generations.want(connection, build.clock().instant());
            }
        }
    }

    private void begin(Connection connection, boolean urgent) throws SQLException {
        if (!failures.isDue()) {
            return;
        }
        OptionalLong newest = generations.newest(connection);
        if (urgent) {
            next = begin(OptionalLong.empty());
        } else if (newest.isPresent() && newest.getAsLong() > served().number()) {
            next = begin(newest);
        }
    }

    private NextIndex begin(OptionalLong wanted) {
        try {
            build.directories().sweep(Optional.of(inUse));
            return new NextIndex(build, wanted, config, madeFrom);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make room for a new index", e);
        }
    }

    private void giveUp(Connection connection, NextIndex failed) throws SQLException {
        next = null;
        failures.happens();
        failed.close();
        forgetNextReader(connection);
        if (failed.wanted().isPresent()) {
            generations.fail(connection, failed.wanted().getAsLong());
        }
    }

    private void advance(Connection connection, NextIndex ready, boolean urgent) throws SQLException {
        if (!isInStep(connection, ready)) {
            return;
        }
        switch (generations.state(connection, ready.generation())) {
            case FAILED -> giveUp(connection, ready);
            case ACTIVE -> {
                if (urgent) {
                    takeOver(connection, ready);
                }
            }
            case WANTED, COUNTED -> {
                OutboxReaders.notePrepared(connection, config.node(), served().schema(), ready.generation());
                generations.activateIfAllReady(
                        connection, ready.generation(), build.clock().instant());
            }
        }
    }

    private boolean isInStep(Connection connection, NextIndex ready) throws SQLException {
        try {
            ready.follow();
            return true;
        } catch (IllegalStateException | IndexTooOldException | UncheckedIOException e) {
            LOG.warn("the next index cannot follow and is given up", e);
            giveUp(connection, ready);
            return false;
        }
    }

    /**
     * The index in use has come to the change to another generation.
     *
     * @return whether the next index has taken over, at this very position or a later one
     */
    boolean change(OutboxTailer.Step.Change to) throws SQLException {
        NextIndex ready = next;
        if (ready == null || ready.state() != NextIndex.State.READY || ready.generation() != to.generation()) {
            return false;
        }
        try (Connection connection = build.database().connect()) {
            return isInStep(connection, ready)
                    && ready.index().position() >= to.position()
                    && takeOver(connection, ready);
        }
    }

    private boolean takeOver(Connection connection, NextIndex ready) throws SQLException {
        try {
            ready.index().commit();
            build.directories().publish(ready.directory());
        } catch (IOException | UncheckedIOException e) {
            LOG.error("ALARM the new index could not be made durable; the one in use serves on", e);
            giveUp(connection, ready);
            return false;
        }
        CandidateIndex old = matcher.swap(ready.index());
        Path before = inUse;
        inUse = ready.directory();
        next = null;
        begun = false; // should the database fail below, the next look clears up
        LOG.infof("answers come from generation %s at position %d now", matcher.generation(), matcher.position());
        remove(old, before);
        FaultPoint.AFTER_TAKE_OVER.pass();
        OutboxReaders.note(
                connection, config.node(), matcher.position(), build.clock().instant());
        OutboxReaders.notePrepared(connection, config.node(), served().schema(), served().number());
        new OutboxFailures(config.node()).takeOver(connection, OutboxReaders.next(config.node()));
        OutboxReaders.forget(connection, OutboxReaders.next(config.node()));
        return true;
    }

    /** A damaged one cannot be closed as it should be, and goes all the same. */
    private static void remove(CandidateIndex old, Path directory) {
        try (old) {
            LOG.debugf("the index of before stood at position %d", old.position());
        } catch (UncheckedIOException e) {
            LOG.warn("the index of before could not be closed as it should be", e);
        }
        try {
            IndexDirectories.delete(directory);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the index of before could not be deleted; the next start does it", e);
        }
    }

    @Override
    public void close() {
        NextIndex building = next;
        if (building != null) {
            building.close();
        }
    }
}
