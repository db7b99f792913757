package org.mifeng.api.generation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.mifeng.api.fault.FaultPoint;
import org.mifeng.api.indexing.FullIndexBuild;
import org.mifeng.api.indexing.GenerationStatistics;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.ConnectionSource;
import org.mifeng.api.launch.DiskRoom;
import org.mifeng.api.outbox.OutboxChange;
import org.mifeng.api.outbox.OutboxFailures;
import org.mifeng.api.outbox.OutboxPositions;
import org.mifeng.api.outbox.OutboxReaders;
import org.mifeng.matcher.lucene.IndexSchema;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.spi.CandidateIndex;

/**
 * Builds an index of this node into a directory of its own.
 *
 * @param database with all rows
 * @param directories of this node
 * @param tree the occupations the rows speak of
 * @param market where a seeker without a place starts
 * @param clock says when
 */
public record NodeBuild(
        ConnectionSource database,
        IndexDirectories directories,
        OccupationTree tree,
        MarketPlace market,
        InstantSource clock) {
    /** Room on disk for a row while segments are merged, several times what was measured, for longer texts. */
    private static final long BYTES_PER_ROW = 400;

    private static final long LEAST_BYTES = 32L << 20;

    /**
     * What was built.
     *
     * @param directory of the index, finished and durable, not yet in use
     * @param generation it belongs to
     * @param built how many rows
     */
    public record Done(Path directory, long generation, FullIndexBuild.Built built) {}

    /** Told what is going on; by several threads. */
    public interface Progress extends LongConsumer {
        /** Before the first row. */
        void begin(long rows);
    }

    /** The generations of what is built here. */
    public Generations generations() {
        return new Generations(IndexSchema.of(tree).toString());
    }

    /**
     * Builds. Rows that the engine refuses are left to the failures of the reader.
     *
     * @param reader under whose name outbox rows are kept meanwhile
     * @param wanted the generation it is built for; empty for the one in force
     * @param threads that read, 1 or 2
     * @throws org.mifeng.api.launch.LaunchException if there is not enough room on the disk; nothing was begun then
     */
    public Done run(String reader, OptionalLong wanted, int threads, Progress progress)
            throws SQLException, IOException {
        Generations generations = generations();
        FullIndexBuild build = new FullIndexBuild(database, tree, market);
        long rows = build.rows();
        Path directory = directories.create(generations.schema());
        try {
            DiskRoom.require(directory, Math.max(LEAST_BYTES, rows * BYTES_PER_ROW), "to build the index");
            try (Connection connection = database.connect()) {
                OutboxReaders.note(
                        connection, reader, OutboxPositions.read(connection).last(), clock.instant());
            }
            progress.begin(rows);
            AtomicLong generation = new AtomicLong();
            FullIndexBuild.Built built = build.run(
                    directory,
                    threads,
                    counted -> {
                        GenerationStatistics frozen = settle(generations, wanted, counted);
                        FaultPoint.AFTER_COUNTING.pass();
                        generation.set(frozen.generation());
                        return frozen;
                    },
                    progress);
            noteFaulty(reader, built);
            FaultPoint.AFTER_BUILD.pass();
            return new Done(directory, generation.get(), built);
        } catch (SQLException | IOException | RuntimeException e) {
            IndexDirectories.delete(directory);
            throw e;
        }
    }

    /** Opens a finished build. */
    public CandidateIndex open(Path directory) {
        return LuceneCandidateIndex.open(directory, tree);
    }

    private GenerationStatistics settle(Generations generations, OptionalLong wanted, TextStatistics counted)
            throws SQLException {
        try (Connection connection = database.connect()) {
            return wanted.isPresent()
                    ? generations.settle(connection, wanted.getAsLong(), counted)
                    : generations.settle(connection, counted, clock.instant());
        }
    }

    private void noteFaulty(String reader, FullIndexBuild.Built built) throws SQLException {
        if (!built.faulty().isEmpty()) {
            try (Connection connection = database.connect()) {
                for (OutboxChange.Key row : built.faulty()) {
                    new OutboxFailures(reader).add(connection, row, clock.instant(), "refused while building");
                }
            }
        }
    }
}
