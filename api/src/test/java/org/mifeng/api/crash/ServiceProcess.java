package org.mifeng.api.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The service as {@code ./run} starts it, on a small market, with an index that is made durable three times a second. */
final class ServiceProcess {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and does not wait.
     *
     * @param jar of the built product
     * @param data directory of the installation
     * @param options more for its JVM
     */
    static ServiceProcess start(Path jar, Path data, List<String> options) throws IOException {
        return start(jar, data, 1, options);
    }

    /** The same for one of several nodes. */
    static ServiceProcess start(Path jar, Path data, int node, List<String> options) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmifeng.process=service",
                "-Xmx600m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dmifeng.indexing.commit-interval=PT0.3S"));
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "run",
                "--no-kiosk",
                "--scale",
                "small",
                "--node",
                Integer.toString(node),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString()));
        Path output = data.resolveSibling(data.getFileName() + ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        return new ServiceProcess(process, port);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it serves and its index follows. */
    void awaitReady() throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(address().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw new IOException("the service ended while it started, exit code " + process.exitValue());
                }
                try {
                    if (client.send(question, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // not yet
                }
                Thread.sleep(50);
            }
        }
        throw new IOException("the service did not become ready within " + LONGEST_START);
    }

    /** Whether it ended by itself in that time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As the operator stops it. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** {@code kill -9} of the installation's database, whoever owns it. */
    static void killDatabase(Path data) throws IOException {
        Path file = data.resolve("database/data/server.pid");
        if (!Files.exists(file)) {
            return;
        }
        Optional<ProcessHandle> server = ProcessHandle.of(
                        Long.parseLong(Files.readString(file).strip()))
                .filter(process -> process.info().command().orElse("").endsWith("mariadbd"));
        server.ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }
}
