package org.mifeng.api.operations;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.api.privacy.PrivateFile;
import org.mifeng.indexdata.bulk.BulkFormat;
import org.mifeng.indexdata.bulk.BulkSchema;
import org.mifeng.indexdata.bulk.BulkWriter;

/**
 * Writes employers, job posts and seekers to files that {@link ImportCommand} reads. Whatever is sealed in the database
 * (names, phones, ID and credit numbers) or tells of disability or need (help groups) is left out, column and all, unless it is asked for; such files are readable by
 * their owner alone. All three files show one moment: they are read in one transaction.
 *
 * @param data the data directory
 * @param directory where the files go
 * @param format how they are written
 * @param withPersonalData whether what is sealed is opened
 * @param out for messages
 */
record ExportCommand(DataDirectory data, Path directory, BulkFormat format, boolean withPersonalData, PrintStream out) {
    private static final Set<String> EMPLOYER_SEALED = Set.of("creditCode", "contactName", "phone");
    private static final Set<String> JOB_POST_SEALED = Set.of("phone");
    private static final Set<String> SEEKER_SEALED = Set.of("idNumber", "name", "phone", "helpGroups");

    static ExportCommand of(List<String> arguments, PrintStream out) {
        Arguments line = Arguments.parse(
                        arguments, Set.of("--data", "--dir", "--format"), Set.of("--with-personal-data"))
                .nothingElse();
        if (line.value("--dir").isEmpty()) {
            throw new UsageException("--dir names the directory for the files and must be given");
        }
        BulkFormat format = line.choice("--format", BulkFormat.class, BulkFormat.NDJSON);
        return new ExportCommand(
                DataDirectory.open(line.path("--data", "data")),
                line.path("--dir", ""),
                format,
                line.has("--with-personal-data"),
                out);
    }

    ExitCode run() throws IOException, SQLException {
        PrivateFile.createDirectory(directory.toAbsolutePath());
        try (OpenMarket market = OpenMarket.open(data, out);
                Connection connection = market.database().connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            RowRecords records = new RowRecords(market.keys(), withPersonalData);
            write(connection, BulkSchema.EMPLOYERS, EMPLOYER_SEALED, "employer", records::employer);
            write(connection, BulkSchema.JOB_POSTS, JOB_POST_SEALED, "job_post", records::jobPost);
            write(connection, BulkSchema.SEEKERS, SEEKER_SEALED, "seeker", records::seeker);
            connection.rollback();
        }
        if (withPersonalData) {
            out.println(
                    "These files hold personal data. Keep them as carefully as the keys, and delete them after use.");
        }
        return ExitCode.DONE;
    }

    private interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }

    private <R> void write(
            Connection connection, BulkSchema<R> full, Set<String> sealed, String table, RowReader<R> reader)
            throws IOException, SQLException {
        BulkSchema<R> schema = withPersonalData ? full : full.without(sealed);
        Path file = directory.resolve(schema.fileName(format));
        Path unfinished = directory.resolve(schema.fileName(format) + ".new");
        PrivateFile.write(unfinished, "");
        long total = count(connection, table);
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16);
                BulkWriter<R> writer = schema.writer(bytes, format);
                ProgressBar progress = ProgressBar.onScreen("Exporting " + schema.name(), total);
                Statement statement =
                        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery("select * from " + table + " order by id")) {
                while (rows.next()) {
                    writer.write(reader.read(rows));
                    progress.advance(1);
                }
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
