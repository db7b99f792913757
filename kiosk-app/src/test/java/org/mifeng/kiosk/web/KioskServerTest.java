package org.mifeng.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mifeng.kiosk.session.SessionEvent.Touch;
import org.mifeng.kiosk.session.State;

class KioskServerTest {
    private final List<Touch> touches = new CopyOnWriteArrayList<>();
    private KioskServer server;
    private String host;

    @BeforeEach
    void start() throws IOException {
        server = KioskServer.bind(
                0,
                () -> new AgentHealth("virtual", "reader", true, true, "k"),
                InstantSource.system(),
                touches::add,
                _ -> {});
        server.start();
        server.show(new State.Idle(false));
        host = "127.0.0.1:" + server.port();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Speaks plain HTTP, for the JDK's client would not send a wrong Host. */
    private String ask(String request, String... headers) throws IOException {
        return askWith("", request, headers);
    }

    private String askWith(String body, String request, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
            String text = request + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n"
                    + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String touch(String origin, String type, String body) throws IOException {
        return askWith(body, "POST /touch", "Host: " + host, "Origin: " + origin, "Content-Type: " + type);
    }

    @Test
    void thePageComesWithAPolicyThatAllowsNothingElse() throws IOException {
        String page = ask("GET /", "Host: " + host);
        assertThat(page)
                .startsWith("HTTP/1.1 200")
                .contains("default-src 'none'", "frame-ancestors 'none'", "nosniff", "蜜蜂零工");
        assertThat(page).doesNotContain("http://www", "https://", "<style", "onclick");
    }

    @Test
    void anotherSiteThatPointsItsNameHereIsRefused() throws IOException {
        assertThat(ask("GET /", "Host: evil.example:" + server.port())).startsWith("HTTP/1.1 403");
        assertThat(ask("GET /events", "Host: evil.example")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET /health", "Host: localhost:" + server.port())).startsWith("HTTP/1.1 200");
    }

    @Test
    void onlyThePagesOwnFilesAreGiven() throws IOException {
        for (String path :
                List.of("/KioskServer.class", "/../web/kiosk.js", "/fonts/", "/fonts/OFL.txt", "/%2e%2e/x")) {
            assertThat(ask("GET " + path, "Host: " + host)).startsWith("HTTP/1.1 404");
        }
        assertThat(ask("GET /kiosk.js", "Host: " + host)).startsWith("HTTP/1.1 200");
        assertThat(ask("DELETE /", "Host: " + host)).startsWith("HTTP/1.1 405");
    }

    @Test
    void aTouchCountsOnlyFromTheOwnPageAndOnTheScreenThatStands() throws IOException {
        String own = "http://" + host;
        String touch = "{\"revision\":1,\"action\":\"no-card\"}";
        assertThat(touch("http://evil.example", "application/json", touch)).startsWith("HTTP/1.1 403");
        assertThat(touch(own, "text/plain", touch)).startsWith("HTTP/1.1 415");
        assertThat(touch(own, "application/json", "{\"revision\":1,")).startsWith("HTTP/1.1 400");
        assertThat(touch(own, "application/json", "{\"revision\":0,\"action\":\"no-card\"}"))
                .startsWith("HTTP/1.1 204");
        assertThat(touch(own, "application/json", "{\"revision\":1,\"action\":\"dance\"}"))
                .startsWith("HTTP/1.1 204");
        assertThat(touches).isEmpty();
        assertThat(touch(own, "application/json", touch)).startsWith("HTTP/1.1 204");
        assertThat(touches).containsExactly(new Touch.NoCard());
    }

    @Test
    void aWatcherGetsTheScreenThatStandsAndEachNewOne() throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET /events HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(nextScreen(in)).contains("\"screen\":\"idle\"", "\"revision\":1");
            server.show(new State.Idle(true));
            assertThat(nextScreen(in)).contains("\"cardLeft\":true", "\"revision\":2");
        }
    }

    private static String nextScreen(BufferedReader in) throws IOException {
        String line = String.valueOf(in.readLine());
        while (!line.startsWith("data: ")) {
            line = String.valueOf(in.readLine());
        }
        return line;
    }
}
