package org.mifeng.api.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.api.indexing.ChangedRows;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.LaunchException;
import org.mifeng.api.outbox.OutboxChange;
import org.mifeng.api.outbox.OutboxFailures;
import org.mifeng.api.outbox.OutboxReaders;
import org.mifeng.api.outbox.OutboxStream;
import org.mifeng.api.reconcile.Difference;
import org.mifeng.api.reconcile.Repair;
import org.mifeng.api.reconcile.Verification;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;

/**
 * Compares the index of every node of a data directory with the rows, all of them, from what is on the disk: beside a
 * running service or without one.
 *
 * @param data the data directory
 * @param repair whether rows that differ are loaded again
 * @param json whether to print one JSON object instead of sentences
 * @param out for messages
 */
record VerifyCommand(DataDirectory data, boolean repair, boolean json, PrintStream out) {
    private static final int MOST_SHOWN = 10;
    private static final Duration REPAIR_LIMIT = Duration.ofSeconds(60);
    private static final Duration LATELY = Duration.ofSeconds(30);

    static VerifyCommand of(List<String> arguments, PrintStream out) {
        Arguments line = Arguments.parse(arguments, Set.of("--data"), Set.of("--repair", "--json"))
                .nothingElse();
        return new VerifyCommand(
                DataDirectory.open(line.path("--data", "data")), line.has("--repair"), line.has("--json"), out);
    }

    ExitCode run() throws IOException, SQLException {
        PrintStream messages = json ? System.err : out;
        try (OpenDatabase opened = OpenDatabase.shared(data, messages)) {
            return run(opened.address());
        }
    }

    ExitCode run(DatabaseAddress database) throws IOException, SQLException {
        List<NodeDirectory> nodes = nodes();
        if (nodes.isEmpty()) {
            throw new LaunchException(
                    ExitCode.DATA_DAMAGED, "There is no index in " + data.root() + ". Start the service once.");
        }
        List<Verification.Found> found = verify(database, nodes);
        if (repair && differing(found) > 0) {
            repair(database, nodes, found);
            found = untilEqual(database, nodes);
        }
        print(found);
        return differing(found) == 0 ? ExitCode.DONE : ExitCode.INDEX_DIFFERS;
    }

    private record NodeDirectory(String node, IndexDirectories directories) {}

    private List<NodeDirectory> nodes() throws IOException {
        List<NodeDirectory> nodes = new ArrayList<>();
        try (Stream<Path> paths = Files.list(data.root())) {
            for (Path path : paths.sorted().toList()) {
                Optional<String> node = data.nodeOf(path);
                IndexDirectories directories = new IndexDirectories(path);
                if (node.isPresent() && directories.current().isPresent()) {
                    nodes.add(new NodeDirectory(node.get(), directories));
                }
            }
        }
        return nodes;
    }

    private static List<Verification.Found> verify(DatabaseAddress database, List<NodeDirectory> nodes)
            throws SQLException, IOException {
        List<Verification.Found> found = new ArrayList<>();
        for (NodeDirectory node : nodes) {
            try {
                found.add(new Verification(database, node.directories(), node.node()).run());
            } catch (UncheckedIOException e) {
                throw new LaunchException(
                        ExitCode.DATA_DAMAGED,
                        "The index of " + node.node() + " cannot be read. Rows can be repaired, files cannot: a running"
                                + " service builds its index anew by itself when it finds damage, and otherwise the next"
                                + " start does.",
                        e);
            }
        }
        return found;
    }

    private static long differing(List<Verification.Found> found) {
        return found.stream().mapToLong(each -> each.differences().size()).sum();
    }

    /** By the service if one runs, since only it may write to its index; otherwise here. */
    private void repair(DatabaseAddress database, List<NodeDirectory> nodes, List<Verification.Found> found)
            throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            if (OutboxReaders.anyone(connection, Instant.now(), LATELY) && isRunning()) {
                noteAgain(connection, found);
                return;
            }
            for (int i = 0; i < nodes.size(); i++) {
                NodeDirectory node = nodes.get(i);
                Repair repairs = new Repair(new ChangedRows(MarketPlace.RENCHENG), new OutboxFailures(node.node()));
                Path directory = node.directories().current().orElseThrow();
                try (LuceneCandidateIndex index = LuceneCandidateIndex.open(directory, Occupations.tree())) {
                    repairs.run(connection, index, found.get(i).differences(), Instant.now());
                }
            }
        }
    }

    private boolean isRunning() throws IOException {
        try (FileChannel taken = data.take()) {
            return !taken.isOpen();
        } catch (LaunchException e) {
            return true;
        }
    }

    /** Every node, and the set in memory of each, takes a row as it is when it is told so, even with a lower version. */
    private static void noteAgain(Connection connection, List<Verification.Found> found) throws SQLException {
        Set<OutboxChange> changes = new LinkedHashSet<>();
        for (Verification.Found each : found) {
            for (Difference difference : each.differences()) {
                changes.add(new OutboxChange(
                        0, difference.row().subject(), difference.row().id(), OutboxChange.WHATEVER));
            }
        }
        OutboxStream.note(connection, List.copyOf(changes), Instant.now());
    }

    private static List<Verification.Found> untilEqual(DatabaseAddress database, List<NodeDirectory> nodes)
            throws SQLException, IOException {
        Instant deadline = Instant.now().plus(REPAIR_LIMIT);
        while (true) {
            List<Verification.Found> found = verify(database, nodes);
            if (differing(found) == 0 || Instant.now().isAfter(deadline)) {
                return found;
            }
            try {
                Thread.sleep(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
        }
    }

    private void print(List<Verification.Found> found) {
        if (json) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("differing", differing(found));
            whole.put("indexes", found.stream().map(Verification.Found::json).toList());
            try {
                out.println(new ObjectMapper().writeValueAsString(whole));
            } catch (IOException e) {
                throw new UncheckedIOException("memory does not fail", e);
            }
            return;
        }
        for (Verification.Found each : found) {
            each.tables()
                    .forEach(table -> out.printf(
                            "%s, %s: database %s; index %s; %d on their way, %d differ%n",
                            each.node(),
                            table.subject(),
                            table.database(),
                            table.index(),
                            table.onTheirWay(),
                            table.differences().size()));
            each.differences().stream()
                    .limit(MOST_SHOWN)
                    .forEach(difference -> out.printf(
                            "  %s %d: version %s in the database, %s in the index%n",
                            difference.row().subject(),
                            difference.row().id(),
                            difference.inDatabase().isPresent()
                                    ? Long.toString(difference.inDatabase().getAsLong())
                                    : "none",
                            difference.inIndex().isPresent()
                                    ? Long.toString(difference.inIndex().getAsLong())
                                    : "none"));
        }
        out.println(
                differing(found) == 0
                        ? "Index and database agree."
                        : "Index and database differ. --repair loads these rows again.");
    }
}
