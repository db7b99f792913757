package org.mifeng.api.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mifeng.api.live.DatabaseWatch;
import org.mifeng.api.problem.Problem;
import org.mifeng.api.problem.ProblemType;

/**
 * Looks at every request before anything is read or made for it, so that turning one away costs next to nothing: by the
 * rate of its address, by whether the database that it cannot do without answers, and by the room there is for its kind.
 */
@Singleton
final class FrontDoor {
    private static final int BEFORE_ALL_OTHERS = 1_000;
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final DatabaseWatch database;
    private final PerAddress addresses;
    private final MeterRegistry meters;
    private final Map<RouteKind, Room> rooms = new EnumMap<>(RouteKind.class);
    private final Map<ProblemType, Buffer> problems = new EnumMap<>(ProblemType.class);

    private record Room(Gate<Visit> gate, long longestWaitMillis) {}

    /** A request, touched only on the event loop it belongs to. */
    private static final class Visit {
        final RoutingContext request;
        final Context loop;
        boolean running;
        boolean over;

        Visit(RoutingContext request, Context loop) {
            this.request = request;
            this.loop = loop;
        }
    }

    FrontDoor(AdmissionConfig config, Vertx vertx, DatabaseWatch database, ObjectMapper json, MeterRegistry meters) {
        this.vertx = vertx;
        this.database = database;
        this.meters = meters;
        addresses = new PerAddress(config.perAddressRate(), config.perAddressBurst(), System::nanoTime);
        room(RouteKind.KIOSK, config.kiosk());
        room(RouteKind.LISTS, config.lists());
        room(RouteKind.SINGLE, config.single());
        room(RouteKind.WRITES, config.writes());
        for (ProblemType type :
                new ProblemType[] {ProblemType.TOO_MANY_REQUESTS, ProblemType.OVERLOADED, ProblemType.UNAVAILABLE}) {
            try {
                problems.put(type, Buffer.buffer(json.writeValueAsBytes(Problem.of(type))));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a problem cannot be written", e);
            }
        }
    }

    private void room(RouteKind kind, AdmissionConfig.Room room) {
        Gate<Visit> gate = new Gate<>(room.running(), room.waiting());
        rooms.put(kind, new Room(gate, room.longestWait().toMillis()));
        meters.gauge("mifeng.admission.waiting." + kind.name().toLowerCase(Locale.ROOT), gate, Gate::waiting);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_ALL_OTHERS);
    }

    private void admit(RoutingContext request) {
        RouteKind kind = RouteKind.of(
                request.request().method(),
                Objects.requireNonNullElse(request.request().path(), ""));
        if (kind == RouteKind.OPERATIONS) {
            request.next();
            return;
        }
        if (request.response().closed()) {
            return; // its client has left, and nothing would tell when to make room again
        }
        Optional<Duration> wait =
                addresses.count(request.request().remoteAddress().hostAddress());
        if (wait.isPresent()) {
            turnAway(request, kind, ProblemType.TOO_MANY_REQUESTS, wait.get());
            return;
        }
        if (kind.needsDatabase() && !database.answers()) {
            turnAway(request, kind, ProblemType.UNAVAILABLE, DATABASE_RETRY);
            return;
        }
        Room room = Objects.requireNonNull(rooms.get(kind));
        Visit visit = new Visit(request, vertx.getOrCreateContext());
        request.addEndHandler(answeredOrGone -> {
            visit.over = true;
            if (visit.running) {
                makeRoom(room);
            } else {
                room.gate().giveUp(visit);
            }
        });
        switch (room.gate().come(visit)) {
            case IN -> run(visit, room);
            case WAITS -> {
                if (!request.request().isEnded()) {
                    request.request().pause(); // or its body would be gone when it runs; who reads it resumes it
                }
                vertx.setTimer(room.longestWaitMillis(), timer -> {
                    if (room.gate().giveUp(visit)) {
                        request.request().resume();
                        turnAway(request, kind, ProblemType.OVERLOADED, COME_BACK);
                    }
                });
            }
            case TURNED_AWAY -> turnAway(request, kind, ProblemType.OVERLOADED, COME_BACK);
        }
    }

    private static void run(Visit visit, Room room) {
        if (visit.over) {
            makeRoom(room); // its client went away when its turn came
            return;
        }
        visit.running = true;
        visit.request.next();
    }

    private static void makeRoom(Room room) {
        room.gate().leave().ifPresent(next -> next.loop.runOnContext(now -> run(next, room)));
    }

    private void turnAway(RoutingContext request, RouteKind kind, ProblemType why, Duration after) {
        meters.counter("mifeng.admission.turned.away", "kind", kind.name(), "why", why.code())
                .increment();
        request.response()
                .setStatusCode(why.status())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaderNames.RETRY_AFTER, Long.toString(Problem.seconds(after)))
                .end(Objects.requireNonNull(problems.get(why)));
    }
}
