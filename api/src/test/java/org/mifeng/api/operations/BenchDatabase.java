package org.mifeng.api.operations;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.EmbeddedDatabase;
import org.mifeng.api.launch.Installation;
import org.mifeng.api.launch.Migrations;
import org.mifeng.api.privacy.Keys;
import org.mifeng.indexdata.generator.Generator;

/** The embedded server filled by the product's own load with the benchmark's market, kept from run to run. */
public final class BenchDatabase implements AutoCloseable {
    private final EmbeddedDatabase server;

    private BenchDatabase(EmbeddedDatabase server) {
        this.server = server;
    }

    /**
     * Starts it and loads the market unless that was done by an earlier run.
     *
     * @param directory of its own
     * @param name of the market
     */
    public static BenchDatabase start(Path directory, String name, Generator market, PrintStream out) throws Exception {
        DataDirectory data = DataDirectory.open(directory);
        EmbeddedDatabase server = EmbeddedDatabase.start(data.databaseSettings(false));
        try {
            DatabaseAddress database = server.application();
            Migrations.apply(database);
            Keys keys = new Installation(database).keys(data.keys(), Map.of(), new SecureRandom());
            new FirstLoad(database, keys, data.root(), out).run(name, Optional.of(market));
            return new BenchDatabase(server);
        } catch (Exception e) {
            server.close();
            throw e;
        }
    }

    /** Where it answers. */
    public DatabaseAddress address() {
        return server.application();
    }

    @Override
    public void close() {
        server.close();
    }
}
