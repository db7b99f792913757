package org.mifeng.kiosk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.mifeng.kiosk.session.Timings;

/** An agent with a virtual reader in a directory of its own, enrolled with a {@link ContractService}. */
final class TestAgent implements AutoCloseable {
    private final Path data;
    private final KioskAgent agent;

    private TestAgent(Path data, KioskAgent agent) {
        this.data = data;
        this.agent = agent;
    }

    static TestAgent start(Path data, URI service, Timings timings) throws Exception {
        Files.writeString(data.resolve("enrolment-code"), ContractService.CODE + "\n");
        KioskOptions options = KioskOptions.parse(
                "--service", service.toString(), "--port", "0", "--data", data.toString(), "--reader", "virtual");
        TestAgent started = new TestAgent(data, KioskAgent.start(options, timings, InstantSource.system()));
        eventually(() -> started.health().contains("\"enrolled\":true")
                && started.health().contains("\"ready\":true"));
        return started;
    }

    String url() {
        return "http://127.0.0.1:" + agent.port() + "/";
    }

    Path data() {
        return data;
    }

    String health() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url() + "health")).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Waits for something that takes a while; how long says nothing, so it is no measure, only a bound. */
    static void eventually(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come to be within 20 s");
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    @Override
    public void close() {
        agent.close();
    }
}
