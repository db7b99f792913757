package org.mifeng.api.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The generator against a server whose behaviour is known. */
class LoadTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    LoadTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    private Answers ask(double rate, int connections) throws IOException {
        return new Load(
                        server.getAddress().getPort(),
                        number -> Requests.post("/", "{\"number\": " + number + "}", ""),
                        rate,
                        1,
                        connections)
                .call();
    }

    private void answer(int status, int bytes, boolean chunked, long millis) {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (status == 503) {
                exchange.getResponseHeaders().add("Retry-After", "1");
            }
            exchange.sendResponseHeaders(status, chunked ? 0 : bytes);
            exchange.getResponseBody().write(new byte[bytes]);
            exchange.close();
        });
    }

    @Test
    void everyRequestIsSentOnceAndItsAnswerCounted() throws IOException {
        answer(200, 50_000, false, 0);
        Answers answers = ask(200, 8);
        assertThat(answers.good()).isEqualTo(200);
        assertThat(answers.lost()).isZero();
        assertThat(asked).hasValue(200);
    }

    @Test
    void chunkedAnswersEndWhereTheyEnd() throws IOException {
        answer(200, 50_000, true, 0);
        assertThat(ask(100, 8).good()).isEqualTo(100);
    }

    @Test
    void timeRunsFromTheMomentARequestWasDueNotFromItsSending() throws IOException {
        answer(200, 10, false, 50);
        Answers answers = ask(100, 1); // twenty a second is all one connection can do
        assertThat(answers.millisAt(0.5)).isGreaterThan(1_000);
        assertThat(answers.keptUp()).isFalse();
    }

    @Test
    void refusalsAreNoGoodAnswers() throws IOException {
        answer(503, 10, false, 0);
        Answers answers = ask(50, 4);
        assertThat(answers.good()).isZero();
        assertThat(answers.comeBack()).isEqualTo(50);
        assertThat(answers.statuses()).containsEntry(503, 50);
    }
}
