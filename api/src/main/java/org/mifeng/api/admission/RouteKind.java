package org.mifeng.api.admission;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** Kinds of routes that are let in apart from each other, so that a flood of one leaves room for the others. */
enum RouteKind {
    /** Kiosks. */
    KIOSK(false),
    /** Lists by search or profile, and what leads to them. */
    LISTS(false),
    /** One post, pages, anything not named here. */
    SINGLE(false),
    /** Posting and closing; nothing of it can be done without the database. */
    WRITES(true),
    /** Health, metrics: always let in, or nobody sees what is wrong. */
    OPERATIONS(false);

    private static final String API = "/api/v1/";
    private static final Set<String> SEARCHES =
            Set.of(API + "job-posts", API + "job-posts/facets", API + "job-posts/suggest");

    private final boolean needsDatabase;

    RouteKind(boolean needsDatabase) {
        this.needsDatabase = needsDatabase;
    }

    boolean needsDatabase() {
        return needsDatabase;
    }

    static RouteKind of(HttpMethod method, String path) {
        if (path.startsWith("/q/")) {
            return OPERATIONS;
        }
        if (path.startsWith(API + "kiosk/")) {
            return KIOSK;
        }
        if (path.startsWith(API + "matches") || (SEARCHES.contains(path) && method.equals(HttpMethod.GET))) {
            return LISTS;
        }
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) ? SINGLE : WRITES;
    }
}
