package org.mifeng.api.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the server wrote during one start, read for the reason why it ended.
 *
 * @param file the log
 * @param text what was written since
 */
record ServerLog(Path file, String text) {
    private static final int MOST_BYTES = 1 << 20;

    private record Sign(Pattern words, ExitCode exitCode, String message) {}

    /** In order of weight: a full disk also makes the server complain about its tables. */
    private static final List<Sign> SIGNS = List.of(
            sign(
                    "No space left on device|errno: 28\\b|Errcode: 28\\b|error number 28",
                    ExitCode.DISK_FULL,
                    "The disk of %s is full; the database cannot start."),
            sign(
                    "error while loading shared libraries|not found \\(required by",
                    ExitCode.DATABASE_UNAVAILABLE,
                    "The embedded database for %s misses a library of the system; the log names it."),
            sign(
                    "Permission denied|Errcode: 13\\b|errno: 13\\b",
                    ExitCode.DATA_DAMAGED,
                    "The database has no permission to its files in %s."),
            sign("Unable to lock|Can't lock aria control file", ExitCode.DATA_IN_USE, "Another server works on %s."),
            sign(
                    "Address already in use",
                    ExitCode.PORT_IN_USE,
                    "The port of the database for %s was taken by another program; try again."),
            sign(
                    "newer version|Unsupported redo log format|was created with a later",
                    ExitCode.DATA_DAMAGED,
                    "The database in %s was made by another version of the server."));

    private static Sign sign(String words, ExitCode exitCode, String message) {
        return new Sign(Pattern.compile(words), exitCode, message);
    }

    static ServerLog since(Path file, long position) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(position, log.length() - MOST_BYTES);
            byte[] bytes = new byte[(int) Math.max(0, log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            return new ServerLog(file, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** Why the server ended. A reason that is none of the others is most often damage to its files. */
    LaunchException diagnose(Path data) {
        for (Sign sign : SIGNS) {
            if (sign.words().matcher(text).find()) {
                return new LaunchException(sign.exitCode(), sign.message().formatted(data) + " Details: " + file + ".");
            }
        }
        return new LaunchException(
                ExitCode.DATA_DAMAGED,
                "The database in " + data + " is damaged and does not start. Restore a backup, or move the directory"
                        + " away to start anew. Details: " + file + ".");
    }
}
