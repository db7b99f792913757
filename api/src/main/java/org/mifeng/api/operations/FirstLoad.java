package org.mifeng.api.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.mifeng.api.bulkload.BulkLoad;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.DiskRoom;
import org.mifeng.api.launch.Installation;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.api.privacy.Keys;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;

/**
 * Fills a new installation with a market that does not exist. The database remembers what was begun and what was finished:
 * a load that was cut short is emptied and done again, a finished one is never repeated, and a database that holds rows
 * of its own is left alone.
 */
final class FirstLoad {
    /** The name under which {@link Installation} keeps the state. */
    static final String STATE = "data_set";

    private static final String BEGUN = "begun ";
    private static final String FINISHED = "finished ";
    private static final String NOTHING = "none";
    private static final List<String> TABLES = List.of("employer", "job_post", "seeker");
    private static final int CHUNK = 1_000;
    private static final int LONGEST_LOAD_SECONDS = 3_600;

    /** Room on disk for a row: itself, its indexes, its part of the search index while that is built, redo. */
    private static final long BYTES_PER_ROW = 3_000;

    private final DatabaseAddress database;
    private final Keys keys;
    private final Path data;
    private final PrintStream out;

    FirstLoad(DatabaseAddress database, Keys keys, Path data, PrintStream out) {
        this.database = database;
        this.keys = keys;
        this.data = data;
        this.out = out;
    }

    /**
     * Loads the data set, unless one was loaded before.
     *
     * @param name of the data set, as it is remembered
     * @param market what to load; empty for nothing
     */
    void run(String name, Optional<Generator> market) throws SQLException, IOException {
        // several nodes may start on one external database: the second waits here and then finds the work done
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement();
                ResultSet taken =
                        statement.executeQuery("select get_lock('mifeng_first_load', " + LONGEST_LOAD_SECONDS + ")")) {
            if (!taken.next() || taken.getInt(1) != 1) {
                throw new SQLException("another node has been loading the data for too long");
            }
            loadOnce(name, market);
        }
    }

    private void loadOnce(String name, Optional<Generator> market) throws SQLException, IOException {
        Installation installation = new Installation(database);
        Optional<String> state = installation.value(STATE);
        if (state.isPresent() && state.get().startsWith(FINISHED)) {
            String loaded = state.get().substring(FINISHED.length());
            if (!loaded.equals(name)) {
                out.println("The data set is " + loaded + " from an earlier start and stays; --scale " + name
                        + " needs another --data directory.");
            }
            return;
        }
        if (state.isPresent()) {
            out.println("An earlier load did not finish; loading again.");
            for (String table : TABLES) {
                execute("truncate table " + table);
            }
        } else if (hasRows()) {
            installation.set(STATE, FINISHED + NOTHING);
            return;
        }
        if (market.isPresent()) {
            DiskRoom.require(data, rows(market.get().scale()) * BYTES_PER_ROW, "to load the data");
            installation.set(STATE, BEGUN + name);
            load(market.get());
        }
        installation.set(STATE, FINISHED + name);
    }

    /** Whether the database holds a market that does not exist: only there may a demo employer post. */
    boolean isMadeUp() {
        return new Installation(database)
                .value(STATE)
                .filter(state -> !state.equals(FINISHED + NOTHING))
                .isPresent();
    }

    private static long rows(Scale scale) {
        return (long) scale.employers() + scale.jobPosts() + scale.seekers();
    }

    private void load(Generator market) throws SQLException {
        RecordRows rows = new RecordRows(keys);
        // Two tables are filled at a time, each by a connection of its own; the workers of both share the processors.
        try (ExecutorService loaders = Executors.newFixedThreadPool(2);
                ExecutorService workers = Executors.newFixedThreadPool(
                        Math.max(2, Runtime.getRuntime().availableProcessors()));
                ProgressBar progress = ProgressBar.onScreen("Loading the data", rows(market.scale()))) {
            List<Future<Long>> loads = List.of(
                    loaders.submit(() -> {
                        load(
                                new BulkLoad<>(
                                        "employer",
                                        RecordRows.EMPLOYER_COLUMNS,
                                        (row, sink) -> rows.employer(row, 0, sink)),
                                market.scale().employers(),
                                market::employer,
                                workers,
                                progress::advance);
                        return load(
                                new BulkLoad<>(
                                        "job_post",
                                        RecordRows.JOB_POST_COLUMNS,
                                        (row, sink) -> rows.jobPost(row, 0, sink)),
                                market.scale().jobPosts(),
                                market::jobPost,
                                workers,
                                progress::advance);
                    }),
                    loaders.submit(() -> load(
                            new BulkLoad<>(
                                    "seeker", RecordRows.SEEKER_COLUMNS, (row, sink) -> rows.seeker(row, 0, sink)),
                            market.scale().seekers(),
                            market::seeker,
                            workers,
                            progress::advance)));
            for (Future<Long> load : loads) {
                load.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while loading the data", e);
        } catch (ExecutionException e) {
            throw new SQLException("the data could not be loaded", e.getCause());
        }
    }

    private <T> long load(
            BulkLoad<T> table, long count, LongFunction<T> record, ExecutorService workers, LongConsumer progress)
            throws SQLException {
        Iterator<Supplier<List<T>>> chunks = LongStream.iterate(1, first -> first <= count, first -> first + CHUNK)
                .<Supplier<List<T>>>mapToObj(first ->
                        () -> LongStream.rangeClosed(first, Math.min(count, first + CHUNK - 1))
                                .mapToObj(record)
                                .toList())
                .iterator();
        return table.run(database, chunks, workers, progress);
    }

    private boolean hasRows() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("select 1 from " + table + " limit 1")) {
                    if (row.next()) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
