package org.mifeng.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.mifeng.api.generation.Generations;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.lucene.IndexSchema;

/** Generations of the index: one is asked for, and whatever was cut off on the way, the newest comes into force in the end. */
final class GenerationCheck {
    private static final Duration LONGEST_BUILD = Duration.ofMinutes(2);
    private static final Generations GENERATIONS =
            new Generations(IndexSchema.of(Occupations.tree()).toString());

    private final Path index;
    private final PostingClient client;
    private final Connection connection;

    /**
     * @param index the node's directory of builds
     * @param client of the running service
     * @param connection to its database
     */
    GenerationCheck(Path index, PostingClient client, Connection connection) {
        this.index = index;
        this.client = client;
        this.connection = connection;
    }

    /** Asks for a new one, as {@code ./mifeng rebuild} does. */
    static long want(Connection connection) throws SQLException {
        return GENERATIONS.want(connection, Instant.now());
    }

    /**
     * Waits until the newest is in force and answers, and all that was for the change only is cleared away.
     *
     * @return its number
     */
    long settled() throws Exception {
        long newest = GENERATIONS.newest(connection).orElseThrow();
        String serving = GENERATIONS.schema() + "-" + newest;
        long deadline = System.nanoTime() + LONGEST_BUILD.toNanos();
        while (!isSettled(newest, serving)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(String.format(
                        Locale.ROOT,
                        "generation %d is %s, %s answers, %d builds are there",
                        newest,
                        state(newest),
                        client.generation(),
                        builds()));
            }
            Thread.sleep(50);
        }
        assertThat(count("select count(*) from index_generation where state = 'FAILED'"))
                .as("generations that were given up")
                .isZero();
        return newest;
    }

    private boolean isSettled(long newest, String serving) throws Exception {
        return state(newest) == Generations.State.ACTIVE
                && client.generation().equals(serving)
                && builds() == 1
                && count("select count(*) from outbox_reader where node like '%+next'") == 0;
    }

    private Generations.State state(long newest) throws SQLException {
        assertThat(GENERATIONS.newest(connection)).isEqualTo(OptionalLong.of(newest));
        return GENERATIONS.state(connection, newest);
    }

    private long builds() throws IOException {
        try (Stream<Path> content = Files.list(index)) {
            return content.filter(Files::isDirectory).count();
        }
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
