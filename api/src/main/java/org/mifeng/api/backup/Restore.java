package org.mifeng.api.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.mifeng.api.bulkload.LoadData;
import org.mifeng.api.erasure.Erasure;
import org.mifeng.api.erasure.Erasures;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.Installation;
import org.mifeng.api.launch.LaunchException;
import org.mifeng.api.launch.Migrations;

/**
 * Fills a database from a backup. The tables are made beside the present ones, filled, compared with the manifest, and rid
 * of the people who were erased since; only then all take their places in one statement. Whatever fails before leaves the
 * database as it was.
 */
public final class Restore {
    /** Begins the names of tables that are being filled. */
    static final String INCOMING = "restoring_";

    /** Begins the names of tables that gave way. */
    static final String REPLACED = "replaced_";

    private static final List<String> MARKET = List.of("employer", "job_post", "seeker");

    private final DatabaseAddress database;

    /** @param database that nobody works with now */
    public Restore(DatabaseAddress database) {
        this.database = database;
    }

    /** Looks at the restored installation before it takes its place; what it throws ends the restore. */
    public interface Inspection {
        /**
         * Looks.
         *
         * @param installation what the backup says of itself
         */
        void look(Installation installation);
    }

    /** Deletes what a restore that was cut short left behind: it may hold people who were erased. */
    public static void clean(DatabaseAddress database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            dropBegun(connection, statement);
        }
    }

    /** Whether the database holds no market. */
    public boolean isEmpty() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> present = Backup.tables(connection);
            for (String table : MARKET) {
                if (present.contains(table)) {
                    try (ResultSet row = statement.executeQuery("select 1 from " + table + " limit 1")) {
                        if (row.next()) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }
    }

    /**
     * Restores.
     *
     * @param backup that was verified
     * @param erasures to be done again
     * @param inspection of keys
     * @param progress told the number of rows that were loaded just now
     * @return how many people were erased again
     * @throws LaunchException if the backup comes from a later version or the database did not take it as it is
     */
    public int run(BackupFile backup, List<Erasure> erasures, Inspection inspection, LongConsumer progress)
            throws SQLException, IOException {
        BackupManifest manifest = backup.manifest();
        for (String version : manifest.migrations()) {
            if (!Migrations.knows(database, version)) {
                throw new LaunchException(
                        ExitCode.DATA_DAMAGED,
                        "The backup comes from a later version of this product. Use that version.");
            }
        }
        int people;
        try (Connection connection = database.connectForBulkLoad();
                Statement statement = connection.createStatement()) {
            dropBegun(connection, statement);
            try {
                for (BackupManifest.Table table : manifest.tables()) {
                    statement.execute(table.definition(INCOMING + table.name()));
                    load(connection, backup, table, progress);
                }
                Installation incoming = new Installation(database, INCOMING + Installation.TABLE);
                inspection.look(incoming);
                incoming.renew(); // every index of the past is another database's now
                people = Erasures.repeat(connection, INCOMING, erasures);
                swap(connection, statement, manifest);
            } catch (SQLException | IOException | RuntimeException e) {
                dropAfter(e, connection, statement);
                throw e;
            }
            Migrations.apply(database);
            dropBegun(connection, statement);
        }
        return people;
    }

    private static void load(
            Connection connection, BackupFile backup, BackupManifest.Table table, LongConsumer progress)
            throws SQLException, IOException {
        String name = INCOMING + table.name();
        try (DigestInputStream rows = backup.rows(table)) {
            connection.setAutoCommit(false);
            LoadData.Loaded loaded = LoadData.run(connection, name, table.columns(), rows);
            connection.commit();
            connection.setAutoCommit(true);
            if (loaded.rows() != table.rows() || loaded.warning() != 0 || !BackupFile.isWhole(table, rows)) {
                throw notTaken(table);
            }
        }
        TableRows.Read kept =
                TableRows.read(connection, name, table.columns(), OutputStream.nullOutputStream(), progress);
        if (!kept.sha256().equals(table.sha256())) {
            throw notTaken(table);
        }
    }

    private static LaunchException notTaken(BackupManifest.Table table) {
        return new LaunchException(
                ExitCode.DATABASE_UNAVAILABLE,
                "The database did not take the rows of " + table.name() + " as they are. Nothing was changed.");
    }

    private static void swap(Connection connection, Statement statement, BackupManifest manifest) throws SQLException {
        List<String> renames = new ArrayList<>();
        for (String present : Backup.tables(connection)) {
            renames.add("`" + present + "` to `" + REPLACED + present + "`");
        }
        for (BackupManifest.Table table : manifest.tables()) {
            renames.add("`" + INCOMING + table.name() + "` to `" + table.name() + "`");
        }
        statement.execute("rename table " + String.join(", ", renames));
    }

    private static void dropAfter(Exception failure, Connection connection, Statement statement) {
        try {
            connection.setAutoCommit(true);
            dropBegun(connection, statement);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static void dropBegun(Connection connection, Statement statement) throws SQLException {
        List<String> begun = new ArrayList<>();
        for (String prefix : List.of(INCOMING, REPLACED)) {
            try (ResultSet rows = connection
                    .getMetaData()
                    .getTables(
                            connection.getCatalog(), null, prefix.replace("_", "\\_") + "%", new String[] {"TABLE"})) {
                while (rows.next()) {
                    begun.add("`" + rows.getString(3) + "`");
                }
            }
        }
        if (!begun.isEmpty()) {
            statement.execute("drop table " + String.join(", ", begun));
        }
    }
}
