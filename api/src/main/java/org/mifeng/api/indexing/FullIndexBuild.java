package org.mifeng.api.indexing;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.mifeng.api.fault.FaultPoint;
import org.mifeng.api.launch.ConnectionSource;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.OutboxChange;
import org.mifeng.api.outbox.OutboxPositions;
import org.mifeng.matcher.lucene.LuceneIndexBuild;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.spi.IndexChange;

/**
 * Builds an index from all rows. The outbox position is read before the first row: what changes meanwhile has a higher
 * one and is applied again afterwards, which does no harm.
 */
public final class FullIndexBuild {
    /** So many rows are not wrong by chance: rather no new index than one without them. */
    private static final int MOST_FAULTY = 1_000;

    private final ConnectionSource database;
    private final OccupationTree tree;
    private final MarketPlace market;

    /**
     * @param database with all tables
     * @param tree the occupations the rows speak of
     * @param market where a seeker without a place starts
     */
    public FullIndexBuild(ConnectionSource database, OccupationTree tree, MarketPlace market) {
        this.database = database;
        this.tree = tree;
        this.market = market;
    }

    /**
     * What was built.
     *
     * @param posts how many
     * @param seekers how many
     * @param faulty rows that the engine refused, which are not in the index (D4)
     */
    public record Built(long posts, long seekers, List<OutboxChange.Key> faulty) {
        /** Copies the list. */
        public Built {
            faulty = List.copyOf(faulty);
        }
    }

    /** Says which statistics an index is to have, once its own words are counted. */
    @FunctionalInterface
    public interface Settling {
        /**
         * The statistics, and whose they are.
         *
         * @param counted the index's own
         */
        GenerationStatistics settle(TextStatistics counted) throws SQLException;
    }

    /** How many rows there are to be read. */
    public long rows() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select (select count(*) from job_post) + (select count(*) from seeker)")) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Builds.
     *
     * @param directory of the index; what it holds is replaced
     * @param threads how many read: 2 for posts and seekers side by side, 1 for one after the other where others need the
     *     machine
     * @param progress told how many rows were read since it was told last, by all threads
     * @throws SQLException if the rows cannot be read
     */
    public Built run(Path directory, int threads, Settling settling, LongConsumer progress) throws SQLException {
        long position;
        try (Connection connection = database.connect()) {
            position = OutboxPositions.read(connection).last();
        }
        Queue<OutboxChange.Key> faulty = new ConcurrentLinkedQueue<>();
        try (LuceneIndexBuild build = LuceneIndexBuild.create(directory, tree);
                ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            Future<Long> readPosts = readers.submit(() -> {
                try (Rows posts = new Rows(JobPostRows.SELECT + " order by " + JobPostRows.ID)) {
                    RowReader reader = row -> new IndexChange.PutJobPost(JobPostRows.read(row));
                    return posts.readInto(build, IndexSubject.JOB_POST, reader, faulty, progress);
                }
            });
            Future<Long> readSeekers = readers.submit(() -> {
                // relations begin to be read after seekers: what is newer in them comes again with its seeker's change
                try (Rows seekers = new Rows(SeekerRows.SELECT + " order by " + SeekerRows.ID);
                        SeekerRelationStream relations = new SeekerRelationStream(database)) {
                    RowReader reader = row ->
                            new IndexChange.PutSeeker(SeekerRows.read(row, market, relations.of(row.getLong(1))));
                    return seekers.readInto(build, IndexSubject.SEEKER, reader, faulty, progress);
                }
            });
            long posts = readPosts.get();
            long seekers = readSeekers.get();
            GenerationStatistics frozen = settling.settle(build.count());
            build.finish(position, frozen.generation(), frozen.statistics());
            return new Built(posts, seekers, List.copyOf(faulty));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while building the index", e);
        } catch (ExecutionException e) {
            throw new SQLException("the index could not be built", e.getCause());
        }
    }

    private interface RowReader {
        IndexChange read(ResultSet row) throws SQLException;
    }

    /** A stream of rows; their snapshot is taken when it is opened. */
    private final class Rows implements AutoCloseable {
        private static final int TOLD_AT_ONCE = 200;

        private final Connection connection;
        private final Statement statement;
        private final ResultSet rows;

        Rows(String select) throws SQLException {
            connection = database.connect();
            statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
            statement.setFetchSize(Integer.MIN_VALUE); // the driver's sign for: row by row, nothing kept
            rows = statement.executeQuery(select);
        }

        /** The number of the row is its first column. */
        long readInto(
                LuceneIndexBuild build,
                IndexSubject subject,
                RowReader reader,
                Queue<OutboxChange.Key> faulty,
                LongConsumer progress)
                throws SQLException {
            long count = 0;
            while (rows.next()) {
                try {
                    build.add(reader.read(rows));
                } catch (UncheckedIOException e) {
                    throw e; // the storage failed, not a row
                } catch (RuntimeException | SQLDataException e) {
                    faulty.add(new OutboxChange.Key(subject, rows.getLong(1)));
                    if (faulty.size() > MOST_FAULTY) {
                        throw new SQLDataException("more than " + MOST_FAULTY + " rows cannot be indexed", e);
                    }
                }
                count++;
                if (count % TOLD_AT_ONCE == 0) {
                    FaultPoint.WHILE_BUILDING.pass();
                    progress.accept(TOLD_AT_ONCE);
                }
            }
            progress.accept(count % TOLD_AT_ONCE);
            return count;
        }

        @Override
        public void close() throws SQLException {
            try (connection;
                    statement) {
                rows.close();
            }
        }
    }
}
