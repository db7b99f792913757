package org.mifeng.api.operations;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.mifeng.api.problem.Incident;

/**
 * Keeps the trace of a failed command in the data directory, where it helps and does not frighten: types and places, no
 * messages, for those of a database may quote rows (P30).
 */
final class FailureLog {
    private static final String DATA_OPTION = "--data";

    private FailureLog() {}

    /**
     * Appends it, if the command line names a data directory that has a folder for logs.
     *
     * @return a sentence that says where to look
     */
    static String append(List<String> arguments, Exception failure) {
        int option = arguments.indexOf(DATA_OPTION);
        Path logs = Path.of(option >= 0 && option + 1 < arguments.size() ? arguments.get(option + 1) : "data")
                .resolve("logs");
        if (!Files.isDirectory(logs)) {
            return "Nothing was logged.";
        }
        Path file = logs.resolve("commands.log");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            out.println(Instant.now());
            out.println(Incident.describe(failure));
            return "Details are in " + file + ".";
        } catch (IOException e) {
            return "The log could not be written either.";
        }
    }
}
