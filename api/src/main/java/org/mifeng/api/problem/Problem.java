package org.mifeng.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/**
 * A problem detail as it is sent (RFC 9457).
 *
 * @param type names the kind
 * @param title the kind for people
 * @param status HTTP status
 * @param code the kind for programs
 * @param errors what is wrong with which field; left out if empty
 * @param incident finds the failure in the log; left out if there is none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String code, List<FieldError> errors, String incident) {
    /** The media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the list. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem about which there is no more to say. */
    public static Response response(ProblemType type) {
        return builder(type, List.of(), "").build();
    }

    /** A problem with fields. */
    public static Response response(ProblemType type, List<FieldError> errors) {
        return builder(type, errors, "").build();
    }

    /** A problem that will pass; the client may come back after the given time, rounded up to seconds. */
    public static Response retryLater(ProblemType type, Duration after) {
        return builder(type, List.of(), "")
                .header(HttpHeaders.RETRY_AFTER, seconds(after))
                .build();
    }

    /** A time to wait as {@code Retry-After} says it: whole seconds, rounded up, at least one. */
    public static long seconds(Duration after) {
        return Math.max(1, after.plusMillis(999).toSeconds());
    }

    /** A problem about which there is no more to say, for who answers without the REST layer. */
    public static Problem of(ProblemType type) {
        return of(type, List.of(), "");
    }

    private static Problem of(ProblemType type, List<FieldError> errors, String incident) {
        return new Problem(type.uri(), type.title(), type.status(), type.code(), errors, incident);
    }

    static Response.ResponseBuilder builder(ProblemType type, List<FieldError> errors, String incident) {
        return Response.status(type.status())
                .type(new MediaType("application", "problem+json"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(of(type, errors, incident));
    }
}
