package org.mifeng.api.bench.http;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.EmbeddedDatabase;

/** The packaged service with its database, as {@code ./run} starts it, on a data directory kept between runs. */
public final class RunningService implements AutoCloseable {
    private static final Path JAR = Path.of("api", "target", "quarkus-app", "quarkus-run.jar");
    private static final long LONGEST_START_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final DataDirectory data;
    private final int port;

    private RunningService(Process process, DataDirectory data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts it and waits until it is ready; the first time it fills its database, which takes minutes.
     *
     * @param directory of its data
     * @param scale as {@code ./run --scale} takes it
     */
    public static RunningService start(Path directory, String scale) throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IOException("the service is not built: " + JAR + " is missing");
        }
        DataDirectory data = DataDirectory.open(directory);
        int port = freePort();
        Path log = data.logs().resolve("bench-service.out");
        Files.createDirectories(data.logs());
        Process process = new ProcessBuilder(command(data, scale, port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        RunningService service = new RunningService(process, data, port);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        long deadline = System.nanoTime() + LONGEST_START_NANOS;
        while (!service.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IOException("the service did not start:\n" + Files.readString(log));
            }
            Thread.sleep(200);
        }
        return service;
    }

    private static List<String> command(DataDirectory data, String scale, int port) {
        List<String> command = java();
        for (String variable : List.of("MIFENG_SERVICE_OPTIONS", "MIFENG_JAVA_OPTIONS")) {
            String options = System.getenv().getOrDefault(variable, "").strip();
            command.addAll(options.isEmpty() ? List.of() : List.of(options.split("\\s+")));
        }
        command.addAll(List.of(
                // one kiosk stands for all
                "-Dmifeng.kiosk.persons-per-minute=1000000",
                "-jar",
                JAR.toString(),
                "run",
                "--scale",
                scale,
                "--port",
                Integer.toString(port),
                "--data",
                data.root().toString()));
        return command;
    }

    private static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(options));
        return command;
    }

    /** Asks for a new generation of the index, as {@code ./mifeng rebuild} does; the process ends when it is in force. */
    public Process rebuild() throws IOException {
        return new ProcessBuilder(java(
                        "-Dmifeng.process=command",
                        "-jar",
                        JAR.toString(),
                        "rebuild",
                        "--data",
                        data.root().toString()))
                .redirectErrorStream(true)
                .redirectOutput(data.logs().resolve("bench-rebuild.out").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Where it answers on this machine. */
    public int port() {
        return port;
    }

    /** Its database. */
    public DatabaseAddress database() {
        return EmbeddedDatabase.ownedByAnother(data.database()).orElseThrow();
    }

    /** What it keeps. */
    public DataDirectory data() {
        return data;
    }

    /** What a gauge of its metrics says, summed over its labels that hold the text. */
    public double metric(String name, String label) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** What its heap holds after a collection, bytes. */
    public double liveHeapBytes() throws IOException, InterruptedException {
        Process collect = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.run")
                .redirectErrorStream(true)
                .start();
        String said = new String(collect.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (collect.waitFor() != 0) {
            throw new IOException("no collection: " + said);
        }
        return metric("jvm_memory_used_bytes", "area=\"heap\"");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
