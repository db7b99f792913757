package org.mifeng.api.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.privacy.PrivateFile;

/**
 * A MariaDB server of our own: its program from the class path, its data in our data directory, loopback only, real
 * accounts, durable commits. The policy:
 *
 * <ul>
 *   <li>One process owns the directory, by a file lock that the system gives back however the process ends.
 *   <li>A server that outlived its owner ({@code kill -9}) is recognised by its program and its data directory. It is
 *       taken over if it answers and its program is ours, otherwise stopped first.
 *   <li>A server that dies under its owner is started again on the same port, up to {@value #RESTARTS} times.
 *   <li>The data directory is made beside its final name and moved into place when complete, so that a first start that
 *       was cut short starts over.
 *   <li>TLS is off on loopback: a server that makes its own certificate at each start takes 8 seconds for it.
 *   <li>What the server writes goes to a log file; of it, only a diagnosis reaches the operator.
 * </ul>
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final String SCHEMA = "mifeng";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int RESTARTS = 5;

    /** Room for the program (330 MB), empty system tables, logs. */
    private static final long FIRST_START_BYTES = 900L << 20;

    private final Settings settings;
    private final FileChannel lockFile;
    private final ServerBinaries binaries;
    private final DatabaseCredentials credentials;
    private final int port;
    private ProcessHandle server;
    private int restarts;
    private boolean closing;

    /**
     * Where and how big.
     *
     * @param directory for data, passwords and temporary files; never below {@code java.io.tmpdir}
     * @param binaries where the server's program is unpacked to and kept
     * @param log what the server writes
     * @param memoryMebibytes the buffer pool, 32 to 65,536 MiB
     * @param redoMebibytes the redo log, 16 to 8,192 MiB
     */
    public record Settings(Path directory, Path binaries, Path log, int memoryMebibytes, int redoMebibytes) {
        /** @throws IllegalArgumentException if a size is out of range */
        public Settings {
            if (memoryMebibytes < 32 || memoryMebibytes > 65_536) {
                throw new IllegalArgumentException("memoryMebibytes must be 32 to 65536 but is " + memoryMebibytes);
            }
            if (redoMebibytes < 16 || redoMebibytes > 8_192) {
                throw new IllegalArgumentException("redoMebibytes must be 16 to 8192 but is " + redoMebibytes);
            }
        }

        Path data() {
            return directory.resolve("data");
        }

        Path temporary() {
            return directory.resolve("tmp");
        }

        Path credentials() {
            return directory.resolve("credentials.properties");
        }

        Path port() {
            return directory.resolve("port");
        }

        Path lock() {
            return directory.resolve("lock");
        }
    }

    private EmbeddedDatabase(
            Settings settings,
            FileChannel lockFile,
            ServerBinaries binaries,
            DatabaseCredentials credentials,
            ProcessHandle server,
            int port) {
        this.settings = settings;
        this.lockFile = lockFile;
        this.binaries = binaries;
        this.credentials = credentials;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the server, or takes over the one a killed owner left behind, and waits until it answers.
     *
     * @throws LaunchException if the directory is in use, damaged, not ours or full
     */
    public static EmbeddedDatabase start(Settings settings) {
        try {
            Files.createDirectories(settings.directory());
            Files.createDirectories(settings.temporary());
            Path logDirectory = settings.log().toAbsolutePath().getParent();
            if (logDirectory != null) {
                Files.createDirectories(logDirectory);
            }
            FileChannel lock = lock(settings);
            try {
                return startLocked(settings, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw DiskRoom.explain(settings.directory(), e);
        }
    }

    /**
     * The address of the server that somebody owns right now, most often another process.
     *
     * @param directory as in {@link Settings#directory()}
     */
    public static Optional<DatabaseAddress> ownedByAnother(Path directory) {
        Settings settings = new Settings(directory, directory, directory, 32, 16);
        if (!Files.exists(settings.lock())) {
            return Optional.empty();
        }
        try {
            if (isFree(settings)) {
                return Optional.empty();
            }
            int port = Integer.parseInt(Files.readString(settings.port()).strip());
            return Optional.of(address(
                    port,
                    DatabaseCredentials.APPLICATION_USER,
                    DatabaseCredentials.read(settings.credentials()).application()));
        } catch (IOException | NumberFormatException e) {
            throw new LaunchException(
                    ExitCode.DATA_IN_USE,
                    "Another process is just starting or stopping in " + directory + ". Try again in a moment.",
                    e);
        }
    }

    private static boolean isFree(Settings settings) throws IOException {
        try (FileChannel channel = FileChannel.open(settings.lock(), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another part of this process
        }
    }

    private static FileChannel lock(Settings settings) throws IOException {
        FileChannel channel = FileChannel.open(settings.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("this process holds the lock already", e);
        }
        channel.close();
        throw new LaunchException(
                ExitCode.DATA_IN_USE,
                "Another process works on " + settings.directory() + ". Stop it, or choose another directory.");
    }

    private static EmbeddedDatabase startLocked(Settings settings, FileChannel lock) throws IOException {
        boolean first = !Files.exists(settings.data());
        if (first) {
            DiskRoom.require(settings.directory(), FIRST_START_BYTES, "to set up the database");
        }
        ServerBinaries binaries = ServerBinaries.unpack(settings.binaries());
        if (first) {
            createData(settings, binaries);
        } else if (!Files.exists(settings.credentials())
                || !Files.isDirectory(settings.data().resolve("mysql"))
                || !Files.exists(settings.data().resolve("ibdata1"))) {
            throw new LaunchException(
                    ExitCode.DATA_DAMAGED,
                    "The database in " + settings.data() + " is not complete: files are missing that it cannot do"
                            + " without. Restore a backup, or move the directory away to start anew.");
        }
        DatabaseCredentials credentials = DatabaseCredentials.read(settings.credentials());
        EmbeddedDatabase database = takeOver(settings, lock, binaries, credentials)
                .orElseGet(() -> startServer(settings, lock, binaries, credentials));
        PrivateFile.write(settings.port(), Integer.toString(database.port));
        database.watch(database.server);
        return database;
    }

    private static void createData(Settings settings, ServerBinaries binaries) throws IOException {
        Path unfinished = settings.directory().resolve("data.new");
        if (Files.exists(unfinished)) {
            deleteTree(unfinished);
        }
        Files.createDirectories(unfinished);
        DatabaseCredentials credentials = DatabaseCredentials.random(new SecureRandom());
        Path script = settings.temporary().resolve("create.sql");
        PrivateFile.write(script, creationScript(binaries, credentials));
        try {
            List<String> command = command(settings, binaries, unfinished);
            command.add("--bootstrap");
            command.add("--innodb-buffer-pool-size=64M");
            long logged = size(settings.log());
            Process process = new ProcessBuilder(command)
                    .redirectInput(script.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                    .start();
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw ServerLog.since(settings.log(), logged).diagnose(settings.data());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException(ExitCode.UNEXPECTED, "Interrupted while setting up the database.", e);
        } finally {
            Files.deleteIfExists(script);
        }
        credentials.write(settings.credentials());
        Files.move(unfinished, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * System tables as the server's own scripts make them, then our schema and our two accounts instead of the
     * accounts without password that those scripts create.
     */
    private static String creationScript(ServerBinaries binaries, DatabaseCredentials credentials) throws IOException {
        StringBuilder script = new StringBuilder("create database mysql;\nuse mysql;\n");
        for (String part : List.of(
                "mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql")) {
            script.append(Files.readString(binaries.share().resolve(part), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return script.append("delete from mysql.global_priv where user in ('root', '');\n")
                .append("delete from mysql.proxies_priv;\n")
                .append("flush privileges;\n")
                .append("create database %s character set utf8mb4 collate utf8mb4_unicode_ci;\n".formatted(SCHEMA))
                .append(account(DatabaseCredentials.APPLICATION_USER, credentials.application()))
                .append("grant all on %s.* to '%s'@'%s';\n"
                        .formatted(SCHEMA, DatabaseCredentials.APPLICATION_USER, LOOPBACK))
                .append(account(DatabaseCredentials.ADMINISTRATOR_USER, credentials.administrator()))
                .append("grant all on *.* to '%s'@'%s' with grant option;\n"
                        .formatted(DatabaseCredentials.ADMINISTRATOR_USER, LOOPBACK))
                .toString();
    }

    private static String account(String user, String password) {
        return "create user '%s'@'%s' identified by '%s';\n".formatted(user, LOOPBACK, password);
    }

    private static Optional<EmbeddedDatabase> takeOver(
            Settings settings, FileChannel lock, ServerBinaries binaries, DatabaseCredentials credentials)
            throws IOException {
        for (RunningServer left : RunningServer.on(settings.data().toRealPath())) {
            if (left.program().equals(binaries.program())
                    && left.port() > 0
                    && answers(address(left.port(), DatabaseCredentials.APPLICATION_USER, credentials.application()))) {
                LOG.infof(
                        "taking over the database server %d that its owner left behind",
                        left.process().pid());
                return Optional.of(
                        new EmbeddedDatabase(settings, lock, binaries, credentials, left.process(), left.port()));
            }
            LOG.infof(
                    "stopping the database server %d that its owner left behind",
                    left.process().pid());
            stop(left.process());
        }
        return Optional.empty();
    }

    private static EmbeddedDatabase startServer(
            Settings settings, FileChannel lock, ServerBinaries binaries, DatabaseCredentials credentials) {
        try {
            int port = port(settings);
            ProcessHandle server = launch(settings, binaries, credentials, port);
            return new EmbeddedDatabase(settings, lock, binaries, credentials, server, port);
        } catch (IOException e) {
            throw DiskRoom.explain(settings.directory(), e);
        }
    }

    private static ProcessHandle launch(
            Settings settings, ServerBinaries binaries, DatabaseCredentials credentials, int port) throws IOException {
        List<String> command = new ArrayList<>();
        // an own session, or Ctrl-C in the terminal would stop the server before those who write to it
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            command.add(setsid.toString());
        }
        command.addAll(command(settings, binaries, settings.data()));
        command.add("--bind-address=" + LOOPBACK);
        command.add("--port=" + port);
        command.add(
                "--socket=server.sock"); // relative to the data directory: a socket's full path is at most 107 bytes
        command.add("--pid-file=server.pid");
        command.add("--skip-name-resolve");
        command.add("--innodb-flush-log-at-trx-commit=1");
        command.add("--innodb-buffer-pool-size=" + settings.memoryMebibytes() + "M");
        command.add("--innodb-log-file-size=" + settings.redoMebibytes() + "M");
        command.add("--max-connections=200");
        command.add("--table-open-cache=400");
        command.add("--open-files-limit=4096");
        command.add("--max-allowed-packet=64M");
        command.add("--local-infile=1");
        long logged = size(settings.log());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                .start();
        DatabaseAddress address = address(port, DatabaseCredentials.APPLICATION_USER, credentials.application());
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (!answers(address)) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw ServerLog.since(settings.log(), logged).diagnose(settings.data());
                }
                if (System.nanoTime() > deadline) {
                    stop(process.toHandle());
                    throw new LaunchException(
                            ExitCode.DATABASE_UNAVAILABLE,
                            "The database did not answer within " + START_LIMIT.toMinutes() + " minutes; see "
                                    + settings.log() + ".");
                }
            }
            return process.toHandle();
        } catch (InterruptedException e) {
            stop(process.toHandle());
            Thread.currentThread().interrupt();
            throw new LaunchException(ExitCode.UNEXPECTED, "Interrupted while starting the database.", e);
        }
    }

    private static List<String> command(Settings settings, ServerBinaries binaries, Path data) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(binaries.program().toString());
        command.add("--no-defaults");
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.add("--basedir=" + binaries.home());
        command.add("--lc-messages-dir=" + binaries.share());
        command.add(RunningServer.DATA_OPTION + data.toRealPath());
        command.add("--tmpdir=" + settings.temporary().toRealPath());
        command.add("--character-set-server=utf8mb4");
        command.add("--collation-server=utf8mb4_unicode_ci");
        command.add("--default-time-zone=+00:00");
        command.add("--skip-log-bin");
        command.add("--skip-ssl");
        return command;
    }

    private static boolean answers(DatabaseAddress address) {
        try (Connection connection = address.connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            LOG.debug("not yet", e);
            return false;
        }
    }

    private static DatabaseAddress address(int port, String user, String password) {
        return new DatabaseAddress(
                "jdbc:mysql://" + LOOPBACK + ":" + port + "/" + SCHEMA + "?sslMode=DISABLED", user, password);
    }

    /** Where it listened last, if nobody else does now: other nodes know it by that. */
    private static int port(Settings settings) throws IOException {
        if (Files.exists(settings.port())) {
            try {
                return boundTo(
                        Integer.parseInt(Files.readString(settings.port()).strip()));
            } catch (IOException | IllegalArgumentException e) {
                LOG.debug("another port has to do", e);
            }
        }
        return boundTo(0);
    }

    private static int boundTo(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the server does
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return socket.getLocalPort();
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void watch(ProcessHandle watched) {
        Thread.ofPlatform().name("database-watch").daemon().start(() -> {
            watched.onExit().join();
            restart(watched);
        });
    }

    private synchronized void restart(ProcessHandle ended) {
        if (closing) {
            return;
        }
        restarts++;
        if (restarts > RESTARTS) {
            LOG.errorf("the database server ended %d times; it stays down, see %s", restarts, settings.log());
            return;
        }
        LOG.warnf("the database server %d ended; starting it again", ended.pid());
        try {
            server = launch(settings, binaries, credentials, port);
            watch(server);
        } catch (IOException | LaunchException e) {
            LOG.error("the database server could not be started again", e);
        }
    }

    /** The account the service works with. */
    public DatabaseAddress application() {
        return address(port, DatabaseCredentials.APPLICATION_USER, credentials.application());
    }

    /** The account that may do everything. */
    public DatabaseAddress administrator() {
        return address(port, DatabaseCredentials.ADMINISTRATOR_USER, credentials.administrator());
    }

    /** The server's process now; another after a restart. */
    synchronized ProcessHandle server() {
        return server;
    }

    /** Stops the server in good order and gives the directory free. */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        try {
            stop(server);
            Files.deleteIfExists(settings.port());
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release " + settings.lock(), e);
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!ended(process, STOP_LIMIT)) {
            LOG.warnf("the database server %d did not stop within %s; killing it", process.pid(), STOP_LIMIT);
            process.destroyForcibly();
            ended(process, STOP_LIMIT);
        }
    }

    private static boolean ended(ProcessHandle process, Duration limit) {
        // not onExit().get(): a shutdown hook may run this while the calling thread is interrupted
        long deadline = System.nanoTime() + limit.toNanos();
        @Nullable InterruptedException interrupted = null;
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                interrupted = e;
            }
        }
        if (interrupted != null) {
            Thread.currentThread().interrupt();
        }
        return !process.isAlive();
    }
}
