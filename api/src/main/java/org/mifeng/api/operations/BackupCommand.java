package org.mifeng.api.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mifeng.api.backup.Backup;
import org.mifeng.api.backup.BackupManifest;
import org.mifeng.api.erasure.ErasureLog;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DiskRoom;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.LaunchException;
import org.mifeng.api.launch.ProgressBar;

/**
 * Writes all tables to one file, as they are at one moment, and copies the log of erasures beside it. Changes nothing in the
 * database, not even an old schema.
 *
 * @param data the data directory
 * @param file that does not exist yet
 * @param out for messages
 */
record BackupCommand(DataDirectory data, Path file, PrintStream out) {
    /** What the log of erasures is called beside a backup. */
    static final String ERASURES = "erasures";

    static BackupCommand of(List<String> arguments, PrintStream out) {
        Arguments line = Arguments.parse(arguments, Set.of("--data"), Set.of());
        Path file = line.onlyFile("the backup").toAbsolutePath();
        if (Files.exists(file)) {
            throw new UsageException(file + " exists already; a backup never overwrites another");
        }
        if (!Files.isDirectory(file.resolveSibling("."))) {
            throw new UsageException("there is no directory for " + file);
        }
        return new BackupCommand(DataDirectory.open(line.path("--data", "data")), file, out);
    }

    ExitCode run() throws SQLException {
        try (OpenDatabase database = OpenDatabase.shared(data, out)) {
            Backup backup = new Backup(database.address(), InstantSource.system());
            BackupManifest manifest;
            try (ProgressBar progress = ProgressBar.onScreen("Backing up", backup.rows())) {
                manifest = backup.write(file, progress::advance);
            }
            new ErasureLog(file.resolveSibling(ERASURES)).addAll(new ErasureLog(data.erasures()).read());
            out.printf(
                    Locale.ROOT,
                    "%,d rows of %d tables as of %s, %d MB: %s%n",
                    manifest.rows(),
                    manifest.tables().size(),
                    manifest.takenAt(),
                    Files.size(file) >> 20,
                    file);
            out.println("Keys are not in it. Keep them elsewhere: without them no name and no number can be read.");
            return ExitCode.DONE;
        } catch (IOException e) {
            LaunchException explained = DiskRoom.explain(file, e);
            throw explained.exitCode() == ExitCode.DISK_FULL
                    ? explained
                    : new LaunchException(ExitCode.UNEXPECTED, "Cannot write " + file + ".", e);
        }
    }
}
