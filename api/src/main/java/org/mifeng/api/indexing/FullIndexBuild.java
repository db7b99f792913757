package org.mifeng.api.indexing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.api.outbox.OutboxPositions;
import org.mifeng.matcher.lucene.LuceneIndexBuild;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.spi.IndexChange;

/**
 * Builds an index from all rows. The outbox position is read before the first row: what changes meanwhile has a higher
 * one and is applied again afterwards, which does no harm.
 */
public final class FullIndexBuild {
    private final DatabaseAddress database;
    private final OccupationTree tree;
    private final MarketPlace market;

    /**
     * @param database with all tables
     * @param tree the occupations the rows speak of
     * @param market where a seeker without a place starts
     */
    public FullIndexBuild(DatabaseAddress database, OccupationTree tree, MarketPlace market) {
        this.database = database;
        this.tree = tree;
        this.market = market;
    }

    /**
     * What was built.
     *
     * @param posts how many
     * @param seekers how many
     */
    public record Built(long posts, long seekers) {}

    /**
     * Builds. Posts and seekers are read by a thread each.
     *
     * @param directory of the index; what it holds is replaced
     * @throws SQLException if a row cannot be read
     */
    public Built run(Path directory) throws SQLException {
        long position;
        try (Connection connection = database.connect()) {
            position = OutboxPositions.read(connection).last();
        }
        long posts = number("select count(*) from job_post");
        long seekers = number("select count(*) from seeker");
        try (LuceneIndexBuild build = LuceneIndexBuild.create(directory, tree);
                ProgressBar progress = ProgressBar.onScreen("Building the index", posts + seekers);
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            Future<Long> readPosts = readers.submit(() -> stream(
                    JobPostRows.SELECT + " order by " + JobPostRows.ID,
                    row -> build.add(new IndexChange.PutJobPost(JobPostRows.read(row))),
                    progress));
            Future<Long> readSeekers = readers.submit(() -> {
                try (SeekerRelationStream relations = new SeekerRelationStream(database)) {
                    return stream(
                            SeekerRows.SELECT + " order by " + SeekerRows.ID,
                            row -> build.add(new IndexChange.PutSeeker(
                                    SeekerRows.read(row, market, relations.of(row.getLong(1))))),
                            progress);
                }
            });
            Built built = new Built(readPosts.get(), readSeekers.get());
            build.finish(position);
            return built;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while building the index", e);
        } catch (ExecutionException e) {
            throw new SQLException("the index could not be built", e.getCause());
        }
    }

    private interface RowSink {
        void accept(ResultSet row) throws SQLException;
    }

    private long stream(String select, RowSink sink, ProgressBar progress) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement =
                        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE); // the driver's sign for: row by row, nothing kept
            try (ResultSet rows = statement.executeQuery(select)) {
                long count = 0;
                while (rows.next()) {
                    sink.accept(rows);
                    count++;
                    if (count % 1_000 == 0) {
                        progress.advance(1_000);
                    }
                }
                progress.advance(count % 1_000);
                return count;
            }
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
