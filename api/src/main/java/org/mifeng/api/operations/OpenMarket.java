package org.mifeng.api.operations;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.EmbeddedDatabase;
import org.mifeng.api.launch.Installation;
import org.mifeng.api.launch.Migrations;
import org.mifeng.api.privacy.Keys;

/**
 * The database of a data directory, for a command that works on it: the one of the running service, or the embedded one
 * started for as long as the command takes, or an external one.
 */
final class OpenMarket implements AutoCloseable {
    private final DatabaseAddress database;
    private final Keys keys;
    private final @Nullable EmbeddedDatabase started;

    private OpenMarket(DatabaseAddress database, Keys keys, @Nullable EmbeddedDatabase started) {
        this.database = database;
        this.keys = keys;
        this.started = started;
    }

    static OpenMarket open(DataDirectory data, PrintStream out) {
        Optional<DatabaseAddress> elsewhere = DatabaseAddress.fromEnvironment(System.getenv())
                .or(() -> EmbeddedDatabase.ownedByAnother(data.database()));
        @Nullable EmbeddedDatabase started = null;
        try {
            DatabaseAddress database;
            if (elsewhere.isPresent()) {
                database = elsewhere.get();
            } else {
                out.println("Starting the database");
                started = EmbeddedDatabase.start(data.databaseSettings(false));
                database = started.application();
            }
            Migrations.apply(database);
            Keys keys = new Installation(database).keys(data.keys(), System.getenv(), new SecureRandom());
            return new OpenMarket(database, keys, started);
        } catch (RuntimeException e) {
            if (started != null) {
                started.close();
            }
            throw e;
        }
    }

    DatabaseAddress database() {
        return database;
    }

    Keys keys() {
        return keys;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
