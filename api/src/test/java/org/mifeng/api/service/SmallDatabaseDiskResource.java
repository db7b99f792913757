package org.mifeng.api.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.EmbeddedDatabase;
import org.mifeng.api.launch.Migrations;
import org.mifeng.api.privacy.Keys;

/** Gives a test of the service a database server with its data on a {@link SmallDisk}. */
public final class SmallDatabaseDiskResource implements QuarkusTestResourceLifecycleManager {
    /** A setting that names the disk. */
    static final String DIRECTORY = "test.small-disk.directory";

    private static final int MEBIBYTES = 1_000; // a new server asks for 900

    private @Nullable SmallDisk disk;
    private @Nullable EmbeddedDatabase server;

    @Override
    public Map<String, String> start() {
        SmallDisk mounted = SmallDisk.mount("database-disk-", MEBIBYTES);
        disk = mounted;
        EmbeddedDatabase started = EmbeddedDatabase.start(TestDatabase.settings(mounted.directory()));
        server = started;
        DatabaseAddress address = started.application();
        Migrations.apply(address);
        try {
            Path keys = Files.createDirectory(mounted.directory().resolve("keys"));
            Keys.create(keys, new SecureRandom());
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    address.url(),
                    "quarkus.datasource.username",
                    address.user(),
                    "quarkus.datasource.password",
                    address.password(),
                    "mifeng.privacy.keys-directory",
                    keys.toString(),
                    DIRECTORY,
                    mounted.directory().toString(),
                    SmallDisk.IS_SMALL,
                    Boolean.toString(mounted.isSmall()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make keys for tests", e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
        if (disk != null) {
            disk.unmount();
        }
    }
}
