package org.mifeng.api.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The balancer in front of two small servers that say who they are. */
class BalancerTest {
    /** A server that can be unready, or take requests and die without an answer. */
    private static final class Backend {
        private final HttpServer server;
        private final AtomicBoolean ready = new AtomicBoolean(true);
        private final AtomicBoolean mute = new AtomicBoolean();
        private final AtomicInteger asked = new AtomicInteger();

        Backend(String name) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/q/health/ready", exchange -> answer(exchange, ready.get() ? 200 : 503, ""));
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                if (mute.get()) {
                    exchange.close();
                    return;
                }
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                answer(
                        exchange,
                        200,
                        name + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            });
            server.start();
        }

        private static void answer(HttpExchange exchange, int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        String address() {
            return "127.0.0.1:" + server.getAddress().getPort();
        }
    }

    private Backend one;
    private Backend two;
    private Balancer balancer;
    private int port;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        one = new Backend("one");
        two = new Backend("two");
        balancer = new Balancer(List.of(one.address(), two.address()));
        port = balancer.start("127.0.0.1", 0);
        await().untilAsserted(() -> assertThat(answersOf(8)).containsExactlyInAnyOrder("one", "two"));
    }

    @AfterEach
    void stop() {
        balancer.close();
        one.server.stop(0);
        two.server.stop(0);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static String who(HttpResponse<String> answer) {
        int space = answer.body().indexOf(' ');
        return space < 0 ? answer.body() : answer.body().substring(0, space);
    }

    private Set<String> answersOf(int requests) throws Exception {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < requests; i++) {
            names.add(who(send(to("/api/v1/job-posts?q=" + i))));
        }
        return names;
    }

    private String answerTo(String kiosk) throws Exception {
        return who(send(to("/api/v1/kiosk/sessions/x/jobs").header("Mifeng-Kiosk", kiosk)));
    }

    @Test
    void requestsArriveAsTheyWereSent() throws Exception {
        HttpResponse<String> answer =
                send(to("/api/v1/job-posts?q=%E8%A3%85").POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).endsWith(" POST /api/v1/job-posts?q=%E8%A3%85 {\"a\":1}");
        assertThat(send(to("/x").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[70_000])))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void nobodyIsSentToANodeThatIsNotReady() throws Exception {
        one.ready.set(false);
        await().untilAsserted(() -> assertThat(answersOf(6)).containsExactly("two"));
        two.ready.set(false);
        await().untilAsserted(() ->
                assertThat(answersOf(6)).as("rather a late list than none").containsExactlyInAnyOrder("one", "two"));
    }

    @Test
    void aNodeThatDiesIsMissedByNobodyWhoOnlyReads() throws Exception {
        one.server.stop(0);
        for (int i = 0; i < 20; i++) {
            assertThat(who(send(to("/api/v1/job-posts")))).isEqualTo("two");
        }
        two.server.stop(0);
        HttpResponse<String> none = send(to("/api/v1/job-posts"));
        assertThat(none.statusCode()).isEqualTo(503);
        assertThat(none.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void whatMayHaveHappenedIsNotSentTwice() throws Exception {
        one.mute.set(true);
        two.mute.set(true);
        HttpRequest.Builder posting = to("/api/v1/job-posts").POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(send(posting).statusCode()).isEqualTo(503);
        assertThat(one.asked.get() + two.asked.get()).as("eight or more before").isPositive();
        int before = one.asked.get() + two.asked.get();
        send(posting);
        assertThat(one.asked.get() + two.asked.get()).isEqualTo(before + 1);
        send(posting.copy().header("Idempotency-Key", "k"));
        assertThat(one.asked.get() + two.asked.get()).as("a repeat is harmless").isEqualTo(before + 3);
    }

    @Test
    void aKioskStaysWithItsNodeUntilThatIsGone() throws Exception {
        Set<String> nodes = new HashSet<>();
        for (int kiosk = 0; kiosk < 20; kiosk++) {
            String first = answerTo("kiosk" + kiosk);
            assertThat(answerTo("kiosk" + kiosk)).isEqualTo(first);
            nodes.add(first);
        }
        assertThat(nodes).as("kiosks are spread").containsExactlyInAnyOrder("one", "two");
        one.server.stop(0);
        for (int kiosk = 0; kiosk < 20; kiosk++) {
            String name = "kiosk" + kiosk;
            // what was delivered to the dying node gets no answer: the kiosk signs anew
            await().ignoreExceptions().until(() -> answerTo(name).equals("two"));
        }
    }
}
