package org.mifeng.api.operations;

import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.EmbeddedDatabase;

/**
 * The database of a data directory, for a command that works on it: an external one, the one of the running service, or the
 * embedded one started for as long as the command takes.
 */
final class OpenDatabase implements AutoCloseable {
    private final DatabaseAddress address;
    private final @Nullable EmbeddedDatabase started;

    private OpenDatabase(DatabaseAddress address, @Nullable EmbeddedDatabase started) {
        this.address = address;
        this.started = started;
    }

    /** Beside whoever else works with it. */
    static OpenDatabase shared(DataDirectory data, PrintStream out) {
        Optional<DatabaseAddress> elsewhere = external().or(() -> EmbeddedDatabase.ownedByAnother(data.database()));
        return elsewhere.isPresent() ? new OpenDatabase(elsewhere.get(), null) : start(data, out);
    }

    /** Alone, as far as that can be seen from here: an external server may serve others too. */
    static OpenDatabase alone(DataDirectory data, PrintStream out) {
        Optional<DatabaseAddress> external = external();
        return external.isPresent() ? new OpenDatabase(external.get(), null) : start(data, out);
    }

    private static Optional<DatabaseAddress> external() {
        return DatabaseAddress.fromEnvironment(System.getenv());
    }

    private static OpenDatabase start(DataDirectory data, PrintStream out) {
        out.println("Starting the database");
        EmbeddedDatabase started = EmbeddedDatabase.start(data.databaseSettings(false));
        return new OpenDatabase(started.application(), started);
    }

    DatabaseAddress address() {
        return address;
    }

    /** Whether somebody else runs the server. */
    boolean isExternal() {
        return started == null;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
