package org.mifeng.api.balance;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address in front of several nodes. It asks each four times a second whether it is ready, and sends requests to those
 * that are; if none is, to those that answer at all, for lists from memory are better than none.
 *
 * <ul>
 *   <li>A kiosk is sent to the same node as long as that one is ready, for its sessions and its limits are kept there. If
 *       the node dies, its sessions are over: the kiosk is told 404 {@code session-unknown} and asks for the card again.
 *   <li>Other requests go round.
 *   <li>A request that could not be delivered goes to the next node. One that was delivered and got no answer does so only
 *       if a repeat is harmless; a signed one is used up, so its connection is closed and the kiosk signs anew.
 * </ul>
 */
public final class Balancer implements AutoCloseable {
    private static final String KIOSK = "Mifeng-Kiosk";
    private static final long CHECK_MILLIS = 250;
    private static final long CHECK_TIMEOUT_MILLIS = 2_000;
    private static final long ANSWER_TIMEOUT_MILLIS = 30_000;
    private static final int MOST_BODY_BYTES = 64 << 10;

    /** RFC 9110, 7.6.1: these speak of one connection. */
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade");

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final HttpClient client;
    private final List<Node> nodes = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** @param addresses host and port of each node, such as {@code 127.0.0.1:8081} */
    public Balancer(List<String> addresses) {
        for (String address : addresses) {
            int colon = address.lastIndexOf(':');
            nodes.add(new Node(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
        }
        client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(1_000).setKeepAliveTimeout(30),
                new PoolOptions().setHttp1MaxSize(64));
    }

    /**
     * Begins to serve.
     *
     * @param port 0 for any
     * @return the port
     * @throws Exception if the port is taken
     */
    public int start(String host, int port) throws Exception {
        nodes.forEach(this::check);
        vertx.setPeriodic(CHECK_MILLIS, timer -> nodes.forEach(this::check));
        return vertx.createHttpServer(new HttpServerOptions().setHost(host).setPort(port))
                .requestHandler(this::handle)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    private void check(Node node) {
        RequestOptions ready = to(node).setURI("/q/health/ready").setTimeout(CHECK_TIMEOUT_MILLIS);
        client.request(ready)
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> response.statusCode()))
                .onSuccess(status -> node.answered(status == 200))
                .onFailure(failure -> node.silent());
    }

    private static RequestOptions to(Node node) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(node.port(), node.host()))
                .setHost(node.host())
                .setPort(node.port());
    }

    private void handle(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= MOST_BODY_BYTES) {
                body.appendBuffer(part);
            } else if (!request.response().ended()) {
                problem(request, 413, "Payload Too Large");
            }
        });
        request.endHandler(end -> {
            if (!request.response().ended()) {
                attempt(request, body, order(request), 0);
            }
        });
        request.exceptionHandler(failure -> request.connection().close());
    }

    /** The nodes to try, best first. */
    private List<Node> order(HttpServerRequest request) {
        List<Node> order = new ArrayList<>(nodes);
        String kiosk = request.getHeader(KIOSK);
        if (kiosk == null) {
            Collections.rotate(order, Math.floorMod(turn.getAndIncrement(), order.size()));
        } else {
            order.sort(Comparator.comparingLong((Node node) -> node.preferenceOf(kiosk)));
        }
        order.sort(Comparator.comparingInt(node -> node.isReady() ? 0 : node.isAlive() ? 1 : 2));
        return order;
    }

    private void attempt(HttpServerRequest request, Buffer body, List<Node> order, int place) {
        if (place == order.size()) {
            request.response().putHeader("Retry-After", "1");
            problem(request, 503, "Service Unavailable");
            return;
        }
        Node node = order.get(place);
        RequestOptions options = to(node).setMethod(request.method())
                .setURI(request.uri())
                .setIdleTimeout(ANSWER_TIMEOUT_MILLIS)
                .setHeaders(headers(request));
        client.request(options)
                .onFailure(failure -> {
                    node.silent();
                    attempt(request, body, order, place + 1);
                })
                .onSuccess(out -> out.send(body)
                        .onSuccess(answer -> answer(request, answer))
                        .onFailure(failure -> {
                            node.silent();
                            unanswered(request, body, order, place);
                        }));
    }

    private void unanswered(HttpServerRequest request, Buffer body, List<Node> order, int place) {
        if (isHarmlessToRepeat(request)) {
            attempt(request, body, order, place + 1);
        } else if (request.getHeader(KIOSK) != null) {
            request.connection().close();
        } else {
            request.response().putHeader("Retry-After", "1");
            problem(request, 503, "Service Unavailable");
        }
    }

    private static boolean isHarmlessToRepeat(HttpServerRequest request) {
        if (request.getHeader(KIOSK) != null) {
            return false;
        }
        return request.method().equals(HttpMethod.GET)
                || request.method().equals(HttpMethod.HEAD)
                || request.uri().startsWith("/api/v1/matches")
                || request.getHeader("Idempotency-Key") != null;
    }

    private static MultiMap headers(HttpServerRequest request) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        copy(request.headers(), headers);
        headers.remove("Content-Length");
        headers.set("X-Forwarded-For", request.remoteAddress().host());
        return headers;
    }

    private static void copy(MultiMap from, MultiMap to) {
        for (Map.Entry<String, String> header : from) {
            if (!OF_ONE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    private static void answer(HttpServerRequest request, HttpClientResponse answer) {
        request.response().setStatusCode(answer.statusCode());
        copy(answer.headers(), request.response().headers());
        if (answer.getHeader("Content-Length") == null) {
            request.response().setChunked(true);
        }
        Future<Void> sent = answer.pipeTo(request.response());
        sent.onFailure(failure -> request.connection().close());
    }

    private static void problem(HttpServerRequest request, int status, String title) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status
                        + ",\"code\":\"no-node-ready\"}");
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the balancer did not stop", e);
        }
    }
}
