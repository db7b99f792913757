package org.mifeng.api.operations;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.backup.Restore;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.api.generation.NodeBuild;
import org.mifeng.api.generation.NodeIndex;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.EmbeddedDatabase;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.Installation;
import org.mifeng.api.launch.LaunchException;
import org.mifeng.api.launch.Migrations;
import org.mifeng.api.privacy.Keys;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.occupation.OccupationTree;

/**
 * Runs the service with everything it stands on, in one process: database, schema, keys, first data, index, HTTP; and
 * takes it down in the opposite order.
 *
 * @param data where everything is kept
 * @param node its number from 1; the first runs the embedded database, others join it
 * @param dataSet what a new installation begins with
 * @param host the address to serve on
 * @param port the port to serve on
 * @param kiosk whether a kiosk of this machine is to be enrolled
 * @param out for messages and progress
 */
record RunCommand(
        DataDirectory data, int node, DataSet dataSet, String host, int port, boolean kiosk, PrintStream out) {
    static RunCommand of(List<String> arguments, PrintStream out) {
        Arguments line = Arguments.parse(
                        arguments, Set.of("--scale", "--port", "--host", "--data", "--node"), Set.of("--no-kiosk"))
                .nothingElse();
        DataSet dataSet = line.choice("--scale", DataSet.class, DataSet.FULL);
        int port = (int) line.number("--port", 8080, 1, 65_535);
        return new RunCommand(
                DataDirectory.open(line.path("--data", "data")),
                (int) line.number("--node", 1, 1, 9),
                dataSet,
                line.value("--host", "127.0.0.1"),
                port,
                !line.has("--no-kiosk"),
                out);
    }

    ExitCode run() throws Exception {
        requireFreePort();
        Map<String, String> environment = System.getenv();
        Optional<DatabaseAddress> external = DatabaseAddress.fromEnvironment(environment);
        try (Lifetime lifetime = new Lifetime()) {
            lifetime.closeAtEnd(data.take(node));
            DatabaseAddress database;
            if (external.isPresent()) {
                database = external.get();
                out.println("Using the database " + database);
            } else if (node > 1) {
                database = EmbeddedDatabase.ownedByAnother(data.database())
                        .orElseThrow(() -> new LaunchException(
                                ExitCode.DATABASE_UNAVAILABLE,
                                "The first node does not run, and its database neither; start it before node " + node
                                        + "."));
            } else {
                out.println("Starting the database");
                EmbeddedDatabase embedded = EmbeddedDatabase.start(data.databaseSettings(dataSet == DataSet.SMALL));
                lifetime.closeAtEnd(embedded);
                database = embedded.application();
            }
            try {
                prepare(database, environment);
            } catch (Exception e) {
                if (lifetime.isEnding()) {
                    return ExitCode.DONE; // told to stop while preparing: what failed then is no failure
                }
                throw e;
            }
            return serve(database, lifetime);
        }
    }

    private void requireFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
            throw portInUse(e);
        }
    }

    private LaunchException portInUse(Exception cause) {
        return new LaunchException(
                ExitCode.PORT_IN_USE,
                "Port " + port + " is used by another program. Stop it, or choose another with --port.",
                cause);
    }

    private void prepare(DatabaseAddress database, Map<String, String> environment) throws SQLException, IOException {
        SecureRandom random = new SecureRandom();
        Migrations.apply(database);
        Restore.clean(database);
        Installation installation = new Installation(database);
        Keys keys = installation.keys(data.keys(), environment, random);
        OccupationTree tree = Occupations.tree();
        FirstLoad firstLoad = new FirstLoad(database, keys, data.root(), out);
        firstLoad.run(dataSet.name().toLowerCase(Locale.ROOT), dataSet.market(InstantSource.system()));
        NodeBuild build = new NodeBuild(
                database, new IndexDirectories(data.index(node)), tree, MarketPlace.RENCHENG, InstantSource.system());
        new NodeIndex(build, installation.id(), DataDirectory.nodeName(node)).prepare();
        FirstVisitors visitors = new FirstVisitors(database, keys, InstantSource.system(), random);
        if (firstLoad.isMadeUp()) {
            visitors.demoEmployer(data.employerToken());
        }
        if (kiosk) {
            visitors.kiosk(data.kiosk());
        }
    }

    private ExitCode serve(DatabaseAddress database, Lifetime lifetime) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("quarkus.http.host", host);
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("quarkus.datasource.jdbc.url", database.url());
        settings.put("quarkus.datasource.username", database.user());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("mifeng.privacy.keys-directory", data.keys().toString());
        settings.put("mifeng.index.directory", data.index(node).toString());
        settings.put("mifeng.indexing.node", DataDirectory.nodeName(node));
        settings.put("quarkus.log.file.path", data.serviceLog(node).toString());
        settings.put("quarkus.log.file.enabled", "true");
        settings.put("quarkus.log.console.enabled", "false");
        settings.forEach(System::setProperty);
        out.println("Starting the service");
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        lifetime.serving();
        Quarkus.run(ServiceApplication.class, (code, cause) -> failure.set(cause));
        @Nullable Throwable cause = failure.get();
        if (cause == null || lifetime.isEnding()) {
            return ExitCode.DONE;
        }
        for (@Nullable Throwable link = cause; link != null; link = link.getCause()) {
            if (link instanceof BindException bind) {
                throw portInUse(bind);
            }
        }
        throw new IllegalStateException("the service did not start; see " + logFile(), cause);
    }

    private Path logFile() {
        return data.serviceLog(node);
    }
}
