package org.mifeng.kiosk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.mifeng.kiosk.session.Picture;
import org.mifeng.kiosk.session.SessionEvent.Touch;
import org.mifeng.kiosk.session.State;

/**
 * The page's server.
 *
 * <ul>
 *   <li>It listens on 127.0.0.1 and nowhere else.
 *   <li>It answers only to its own name: a page of another site whose host name was pointed at 127.0.0.1 sends that name
 *       as {@code Host} and is refused; so is a touch whose {@code Origin} is another page.
 *   <li>The page may load nothing but these files, run nothing inline and send nothing elsewhere.
 *   <li>A touch names the screen it was made on; one made on a screen that has gone is no touch.
 * </ul>
 */
public final class KioskServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(KioskServer.class.getName());
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MAX_TOUCH_BYTES = 1_024;
    private static final int MAX_WATCHERS = 16;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Every file of the page, with its type: no other path leads to a file. */
    private static final Map<String, String> FILES = Map.of(
            "/", "text/html; charset=utf-8",
            "/kiosk.css", "text/css; charset=utf-8",
            "/kiosk.js", "text/javascript; charset=utf-8",
            "/icon.svg", "image/svg+xml",
            "/fonts/noto-sans-sc-regular.woff2", "font/woff2",
            "/fonts/noto-sans-sc-bold.woff2", "font/woff2");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LatestScreen latest = new LatestScreen();
    private final Semaphore watchers = new Semaphore(MAX_WATCHERS);
    private final Set<String> ownHosts;
    private final Supplier<AgentHealth> health;
    private final InstantSource clock;
    private final Consumer<Touch> onTouch;
    private final IntConsumer onFit;

    private State state = new State.Idle(false);

    private KioskServer(
            HttpServer server,
            Supplier<AgentHealth> health,
            InstantSource clock,
            Consumer<Touch> onTouch,
            IntConsumer onFit) {
        this.server = server;
        this.health = health;
        this.clock = clock;
        this.onTouch = onTouch;
        this.onFit = onFit;
        int port = server.getAddress().getPort();
        this.ownHosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /**
     * Opens the port; {@link #start} begins to answer.
     *
     * @param port 0 for any
     * @throws IOException if the port is taken
     */
    public static KioskServer bind(
            int port, Supplier<AgentHealth> health, InstantSource clock, Consumer<Touch> onTouch, IntConsumer onFit)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 32);
        return new KioskServer(server, health, clock, onTouch, onFit);
    }

    /** Begins to answer. */
    public void start() {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Puts a state on the screen. */
    public synchronized void show(State next) {
        state = next;
        refresh();
    }

    /** Puts the same state on the screen again, for the health may have changed. */
    public synchronized void refresh() {
        try {
            latest.show(JSON.writeValueAsString(ScreenView.of(state, health.get(), clock.instant())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a screen is always JSON", e);
        }
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            Headers answer = exchange.getResponseHeaders();
            answer.set("Content-Security-Policy", POLICY);
            answer.set("X-Content-Type-Options", "nosniff");
            answer.set("Referrer-Policy", "no-referrer");
            answer.set("Cross-Origin-Resource-Policy", "same-origin");
            answer.set("Cross-Origin-Opener-Policy", "same-origin");
            answer.set("Cache-Control", "no-store");
            if (!isOwn(exchange)) {
                send(exchange, 403, "text/plain", "not for you\n".getBytes(StandardCharsets.UTF_8));
                return;
            }
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            if (path.equals("/touch")) {
                if (method.equals("POST")) {
                    touch(exchange);
                } else {
                    refuse(exchange, "POST");
                }
            } else if (!method.equals("GET")) {
                refuse(exchange, "GET");
            } else if (path.equals("/events")) {
                watch(exchange);
            } else if (path.equals("/health")) {
                health(exchange);
            } else {
                file(exchange, path);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a browser went away", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a request failed", e);
        }
    }

    private boolean isOwn(HttpExchange exchange) {
        Headers asked = exchange.getRequestHeaders();
        String host = Optional.ofNullable(asked.getFirst("Host")).orElse("");
        String origin = asked.getFirst("Origin");
        return ownHosts.contains(host) && (origin == null || origin.equals("http://" + host));
    }

    private static void refuse(HttpExchange exchange, String allowed) throws IOException {
        exchange.getResponseHeaders().set("Allow", allowed);
        send(exchange, 405, "text/plain", new byte[0]);
    }

    private void file(HttpExchange exchange, String path) throws IOException {
        String type = FILES.get(path);
        if (type == null) {
            send(exchange, 404, "text/plain", "no such page\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        String name = path.equals("/") ? "index.html" : path.substring(1);
        try (InputStream in = KioskServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + name);
            }
            if (path.startsWith("/fonts/")) {
                exchange.getResponseHeaders().set("Cache-Control", "max-age=86400");
            }
            send(exchange, 200, type, in.readAllBytes());
        }
    }

    private void health(HttpExchange exchange) throws IOException {
        AgentHealth now = health.get();
        ObjectNode answer = JSON.createObjectNode().put("status", "UP");
        answer.putObject("reader")
                .put("kind", now.readerKind())
                .put("name", now.reader())
                .put("ready", now.readerReady());
        answer.putObject("enrolment").put("enrolled", now.enrolled()).put("kioskId", now.kioskId());
        send(exchange, 200, "application/json", JSON.writeValueAsBytes(answer));
    }

    private void touch(HttpExchange exchange) throws IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        byte[] body = exchange.getRequestBody().readNBytes(MAX_TOUCH_BYTES + 1);
        // a form of another page cannot send this type without asking first, and is never answered
        if (!type.startsWith("application/json") || body.length > MAX_TOUCH_BYTES) {
            send(exchange, 415, "text/plain", new byte[0]);
            return;
        }
        JsonNode touch;
        try {
            touch = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            send(exchange, 400, "text/plain", new byte[0]);
            return;
        }
        if (touch.path("revision").asLong(-1) == latest.revision()) {
            if (touch.path("action").asText().equals("fit")) {
                onFit.accept(touch.path("place").asInt());
            } else {
                parse(touch).ifPresent(onTouch);
            }
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private static Optional<Touch> parse(JsonNode touch) {
        return switch (touch.path("action").asText()) {
            case "no-card" -> Optional.of(new Touch.NoCard());
            case "choose" -> Picture.ofKey(touch.path("kind").asText()).map(Touch.Choose::new);
            case "next" -> Optional.of(new Touch.Next());
            case "previous" -> Optional.of(new Touch.Previous());
            case "open" -> Optional.of(new Touch.Open(touch.path("place").asInt(-1)));
            case "show-phone" -> Optional.of(new Touch.ShowPhone());
            case "relax" -> Optional.of(new Touch.Relax());
            case "similar" -> Optional.of(new Touch.Similar());
            case "back" -> Optional.of(new Touch.Back());
            case "end" -> Optional.of(new Touch.End());
            case "still-here" -> Optional.of(new Touch.StillHere());
            default -> Optional.empty();
        };
    }

    private void watch(HttpExchange exchange) throws IOException {
        if (!watchers.tryAcquire()) {
            send(exchange, 503, "text/plain", new byte[0]);
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            long seen = 0;
            while (!latest.isClosed()) {
                Optional<LatestScreen.Numbered> screen = latest.newerThan(seen, HEARTBEAT);
                String text = screen.map(s -> "data: {\"revision\":" + s.revision() + ",\"view\":" + s.json() + "}\n\n")
                        .orElse(": here\n\n");
                seen = screen.map(LatestScreen.Numbered::revision).orElse(seen);
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watchers.release();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        latest.close();
        // a second for the watchers to end their streams
        server.stop(1);
        threads.shutdownNow();
    }
}
