package org.mifeng.api.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mifeng.api.backup.BackupFile;
import org.mifeng.api.backup.Restore;
import org.mifeng.api.erasure.ErasureLog;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.DiskRoom;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.LaunchException;
import org.mifeng.api.launch.ProgressBar;

/**
 * Fills an installation from a backup, and erases again who was erased since. The next start builds the index anew.
 *
 * @param file the backup
 * @param directory of the installation
 * @param replace whether a market that is there gives way
 * @param erasures a log of erasures to follow beside those that lie in place; empty for none
 * @param noErasures whether the operator says that nobody was erased since
 * @param out for messages
 */
record RestoreCommand(
        Path file, Path directory, boolean replace, List<Path> erasures, boolean noErasures, PrintStream out) {
    /** A node that was seen so short a time ago is running; each says so every five seconds. */
    private static final int NODE_SEEN_SECONDS = 20;

    static RestoreCommand of(List<String> arguments, PrintStream out) {
        Arguments line =
                Arguments.parse(arguments, Set.of("--data", "--erasures"), Set.of("--replace", "--no-erasures"));
        Path file = line.onlyFile("the backup").toAbsolutePath();
        List<Path> given = line.value("--erasures").map(Path::of).stream().toList();
        for (Path path : given) {
            if (!Files.isReadable(path)) {
                throw new UsageException("cannot read " + path);
            }
        }
        if (!Files.isReadable(file)) {
            throw new UsageException("cannot read " + file);
        }
        return new RestoreCommand(
                file, line.path("--data", "data"), line.has("--replace"), given, line.has("--no-erasures"), out);
    }

    ExitCode run() throws IOException, SQLException {
        try (BackupFile backup = BackupFile.open(file)) {
            try (ProgressBar progress = ProgressBar.onScreen(
                    "Checking the backup", backup.manifest().rows())) {
                backup.verify(progress::advance);
            }
            DataDirectory data = DataDirectory.open(directory);
            try (FileChannel taken = data.take()) {
                ErasureLog log = new ErasureLog(data.erasures());
                collect(log, file.resolveSibling(BackupCommand.ERASURES));
                DiskRoom.require(data.root(), 3 * backup.manifest().bytes(), "to restore");
                try (OpenDatabase database = OpenDatabase.alone(data, out)) {
                    restore(backup, data, database, log);
                }
                return taken.isOpen() ? ExitCode.DONE : ExitCode.UNEXPECTED;
            }
        }
    }

    /** Everything any log knows: the installation's own, the one beside the backup, the one that was named. */
    private void collect(ErasureLog log, Path beside) throws IOException {
        boolean any = Files.exists(log.file()) || noErasures;
        for (Path path : Stream.concat(erasures.stream(), Stream.of(beside))
                .filter(Files::exists)
                .toList()) {
            log.addAll(new ErasureLog(path).read());
            any = true;
        }
        if (!any) {
            throw new LaunchException(
                    ExitCode.USAGE,
                    "There is no log of erasures: neither " + log.file() + " nor " + beside + ". People who were erased"
                            + " after the backup would come back. Name a copy with --erasures, or say --no-erasures if"
                            + " nobody was erased. Nothing was changed.");
        }
    }

    private void restore(BackupFile backup, DataDirectory data, OpenDatabase database, ErasureLog log)
            throws SQLException, IOException {
        Restore restore = new Restore(database.address());
        if (!replace && !restore.isEmpty()) {
            throw new LaunchException(
                    ExitCode.USAGE,
                    "The installation in " + data.root() + " is not empty. Say --replace to put the backup in the place"
                            + " of what it holds. Nothing was changed.");
        }
        if (database.isExternal()) {
            requireNoNode(database.address());
        }
        int people;
        try (ProgressBar progress =
                ProgressBar.onScreen("Restoring", backup.manifest().rows())) {
            people = restore.run(
                    backup,
                    log.read(),
                    installation -> installation.keys(data.keys(), System.getenv(), new SecureRandom()),
                    progress::advance);
        }
        out.printf(
                Locale.ROOT,
                "%,d rows as of %s are back; %d erased people in them were erased again. The next start builds the"
                        + " index.%n",
                backup.manifest().rows(),
                backup.manifest().takenAt(),
                people);
    }

    private static void requireNoNode(DatabaseAddress database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("show tables like 'outbox_reader'")) {
                if (!table.next()) {
                    return;
                }
            }
            try (ResultSet node = statement.executeQuery("select node from outbox_reader where seen_at >"
                    + " date_sub(utc_timestamp(3), interval " + NODE_SEEN_SECONDS + " second)")) {
                if (node.next()) {
                    throw new LaunchException(
                            ExitCode.DATA_IN_USE,
                            "The node " + node.getString(1) + " was running a moment ago. Stop all nodes, wait "
                                    + NODE_SEEN_SECONDS + " seconds and try again.");
                }
            }
        }
    }
}
