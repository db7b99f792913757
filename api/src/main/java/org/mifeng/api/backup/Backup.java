package org.mifeng.api.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.privacy.PrivateFile;

/**
 * Writes all tables of a database to one file, as they were at one moment, while others go on writing. What is sealed
 * stays sealed, and keys are not in the database: without them the file opens no name and no number.
 */
public final class Backup {
    private final DatabaseAddress database;
    private final InstantSource clock;

    /**
     * @param database with tables of ours, of whatever version
     * @param clock says when it was
     */
    public Backup(DatabaseAddress database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many rows there are about now, for showing progress. */
    public long rows() throws SQLException {
        try (Connection connection = database.connect()) {
            long rows = 0;
            for (String table : tables(connection)) {
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("select count(*) from `" + table + "`")) {
                    row.next();
                    rows += row.getLong(1);
                }
            }
            return rows;
        }
    }

    /**
     * Writes the file: beside it first, then in place when it is complete and durable.
     *
     * @param progress told the number of rows that were written just now
     */
    public BackupManifest write(Path file, LongConsumer progress) throws SQLException, IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try (Connection connection = database.connect()) {
            BackupManifest manifest;
            try (FileChannel channel = PrivateFile.create(unfinished);
                    OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                    ZipOutputStream zip = new ZipOutputStream(buffered)) {
                zip.setLevel(Deflater.BEST_SPEED);
                manifest = write(connection, zip, progress);
            }
            PrivateFile.putInPlace(unfinished, file);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private BackupManifest write(Connection connection, ZipOutputStream zip, LongConsumer progress)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session transaction isolation level repeatable read");
            statement.execute("start transaction with consistent snapshot, read only");
            Instant now = clock.instant();
            List<BackupManifest.Table> tables = new ArrayList<>();
            for (String name : tables(connection)) {
                List<String> columns = TableRows.columns(connection, name);
                String definition = definition(statement, name);
                zip.putNextEntry(new ZipEntry("tables/" + name));
                TableRows.Read read = TableRows.read(connection, name, columns, zip, progress);
                zip.closeEntry();
                tables.add(
                        new BackupManifest.Table(name, definition, columns, read.rows(), read.bytes(), read.sha256()));
            }
            BackupManifest manifest = new BackupManifest(BackupManifest.FORMAT, now, migrations(statement), tables);
            statement.execute("rollback");
            zip.putNextEntry(new ZipEntry(BackupFile.MANIFEST));
            zip.write(BackupFile.JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    /** All tables but those of a restore that was cut short. */
    static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show full tables where table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (!name.startsWith(Restore.INCOMING) && !name.startsWith(Restore.REPLACED)) {
                    tables.add(name);
                }
            }
        }
        tables.sort(null);
        return tables;
    }

    private static String definition(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("show create table `" + table + "`")) {
            row.next();
            return row.getString(2);
        }
    }

    private static List<String> migrations(Statement statement) throws SQLException {
        List<String> versions = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select version from flyway_schema_history where version is not null order by installed_rank")) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }
}
