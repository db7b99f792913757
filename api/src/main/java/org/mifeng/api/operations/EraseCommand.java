package org.mifeng.api.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.erasure.Erasure;
import org.mifeng.api.erasure.ErasureLog;
import org.mifeng.api.erasure.Erasures;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.indexdata.bulk.IdNumber;
import org.mifeng.matcher.InvalidFieldException;

/**
 * Erases what is kept of a person who asked for it (P33). The ID number comes by the standard input: what is on a command
 * line stays in histories and lists of processes.
 *
 * @param data the data directory
 * @param in gives the ID number
 * @param out for messages
 */
record EraseCommand(DataDirectory data, InputStream in, PrintStream out) {
    static EraseCommand of(List<String> arguments, InputStream in, PrintStream out) {
        Arguments line = Arguments.parse(arguments, Set.of("--data"), Set.of());
        if (!line.rest().isEmpty()) {
            throw new UsageException("the ID number comes by the standard input, never on the command line");
        }
        return new EraseCommand(DataDirectory.open(line.path("--data", "data")), in, out);
    }

    ExitCode run() throws IOException, SQLException {
        out.println("ID number:");
        @Nullable String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        IdNumber number;
        try {
            number = new IdNumber(line == null ? "" : line.strip().toUpperCase(Locale.ROOT));
        } catch (InvalidFieldException e) {
            out.println("This is no ID number: " + e.getMessage() + ". Nothing was changed.");
            return ExitCode.INPUT_REFUSED;
        }
        try (OpenMarket market = OpenMarket.open(data, out);
                Connection connection = market.database().connect()) {
            byte[] key = market.keys().lookup().of(LookupPurpose.ID_NUMBER, number.value());
            boolean known =
                    new Erasures(new ErasureLog(data.erasures())).erase(connection, Erasure.of(key, Instant.now()));
            out.println(
                    known
                            ? "The person was erased, and does not come back from a backup."
                            : "Nothing is kept of this person; a backup will not bring anything back.");
            return ExitCode.DONE;
        }
    }
}
