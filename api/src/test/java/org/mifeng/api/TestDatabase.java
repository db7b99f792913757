package org.mifeng.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.EmbeddedDatabase;
import org.mifeng.api.launch.Migrations;

/**
 * One real database server for all tests of a JVM, an own schema for each test class that asks. The server's program is
 * unpacked once below {@code target}; its data is deleted when the JVM ends.
 */
public final class TestDatabase {
    /** Prefix of system properties: Quarkus loads test resources by a class loader of its own, so a static field is not enough. */
    private static final String SERVER = "org.mifeng.api.test-server.";

    private TestDatabase() {}

    /** A new empty schema. */
    public static synchronized DatabaseAddress emptySchema() {
        start();
        int number = Integer.getInteger(SERVER + "schemas", 0) + 1;
        System.setProperty(SERVER + "schemas", Integer.toString(number));
        String schema = "test_" + number;
        try (var connection = remembered("administrator").connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + schema + " character set utf8mb4 collate utf8mb4_unicode_ci");
            statement.execute("grant all on " + schema + ".* to 'mifeng'@'127.0.0.1'");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a schema for tests", e);
        }
        DatabaseAddress application = remembered("application");
        return new DatabaseAddress(
                application.url().replace("/mifeng?", "/" + schema + "?"), application.user(), application.password());
    }

    /** A new schema with all tables and no rows. */
    public static DatabaseAddress migratedSchema() {
        DatabaseAddress schema = emptySchema();
        Migrations.apply(schema);
        return schema;
    }

    private static void start() {
        if (System.getProperty(SERVER + "application.url") != null) {
            return;
        }
        Path directory = Path.of(
                "target", "test-database", Long.toString(ProcessHandle.current().pid()));
        EmbeddedDatabase database = EmbeddedDatabase.start(settings(directory));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            delete(directory);
        }));
        remember("application", database.application());
        remember("administrator", database.administrator());
    }

    private static void remember(String account, DatabaseAddress address) {
        System.setProperty(SERVER + account + ".url", address.url());
        System.setProperty(SERVER + account + ".user", address.user());
        System.setProperty(SERVER + account + ".password", address.password());
    }

    private static DatabaseAddress remembered(String account) {
        return new DatabaseAddress(
                System.getProperty(SERVER + account + ".url", ""),
                System.getProperty(SERVER + account + ".user", ""),
                System.getProperty(SERVER + account + ".password", ""));
    }

    /** Settings of a small server with its data in the directory. */
    public static EmbeddedDatabase.Settings settings(Path directory) {
        return new EmbeddedDatabase.Settings(
                directory.resolve("database"),
                Path.of("target", "mariadb"),
                directory.resolve("database.log"),
                128,
                96);
    }

    /** Deletes a directory and all in it. */
    public static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
