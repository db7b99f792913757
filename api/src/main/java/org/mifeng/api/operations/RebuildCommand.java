package org.mifeng.api.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mifeng.api.generation.Generations;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.LaunchException;
import org.mifeng.api.launch.Migrations;
import org.mifeng.api.outbox.OutboxReaders;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.lucene.IndexSchema;

/**
 * Asks for a new generation of the index: every running node builds one beside that in use, words are counted anew, and all
 * change to it at one position. Waits until that is done, if a node runs; otherwise the next start does it.
 *
 * @param data the data directory
 * @param waiting whether to wait
 * @param out for messages
 */
record RebuildCommand(DataDirectory data, boolean waiting, PrintStream out) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final Duration LATELY = Duration.ofSeconds(30);

    static RebuildCommand of(List<String> arguments, PrintStream out) {
        Arguments line = Arguments.parse(arguments, Set.of("--data"), Set.of("--no-wait"))
                .nothingElse();
        return new RebuildCommand(DataDirectory.open(line.path("--data", "data")), !line.has("--no-wait"), out);
    }

    ExitCode run() throws IOException, SQLException, InterruptedException {
        Generations generations =
                new Generations(IndexSchema.of(Occupations.tree()).toString());
        try (OpenDatabase opened = OpenDatabase.shared(data, out)) {
            Migrations.apply(opened.address());
            long wanted;
            boolean anyone;
            try (Connection connection = opened.address().connect()) {
                wanted = generations.want(connection, Instant.now());
                anyone = opened.isExternal() && OutboxReaders.anyone(connection, Instant.now(), LATELY);
            }
            if (!anyone) {
                out.println(
                        "Generation " + wanted + " is wanted. No service runs; the next one that starts builds it.");
                return ExitCode.DONE;
            }
            out.println("Generation " + wanted + " is wanted; the running nodes build it beside the one in use.");
            return waiting ? await(opened.address(), generations, wanted) : ExitCode.DONE;
        }
    }

    private ExitCode await(DatabaseAddress database, Generations generations, long wanted)
            throws SQLException, InterruptedException {
        Instant begun = Instant.now();
        while (Instant.now().isBefore(begun.plus(LONGEST_WAIT))) {
            Generations.State state;
            try (Connection connection = database.connect()) {
                state = generations.state(connection, wanted);
            }
            switch (state) {
                case ACTIVE -> {
                    out.printf(
                            "Generation %d is in force after %d s.%n",
                            wanted, Duration.between(begun, Instant.now()).toSeconds());
                    return ExitCode.DONE;
                }
                case FAILED ->
                    throw new LaunchException(
                            ExitCode.UNEXPECTED,
                            "Generation " + wanted + " could not be built by every node; all serve on with the one"
                                    + " before. See service.log of " + data.logs() + ".");
                case WANTED, COUNTED -> Thread.sleep(Duration.ofMillis(500));
            }
        }
        throw new LaunchException(
                ExitCode.UNEXPECTED, "Generation " + wanted + " is still being built; see " + data.logs() + ".");
    }
}
