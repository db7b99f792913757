package org.mifeng.api.problem;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A failure as the log may show it: types and places, never messages, for a message may repeat what a person typed
 * (P30). SQL failures keep their state and number.
 */
public final class Incident {
    private static final int FRAMES = 12;

    private Incident() {}

    /** The failure and its causes, several lines. */
    public static String describe(Throwable failure) {
        return Causes.of(failure).stream()
                .map(cause -> name(cause)
                        + Stream.of(cause.getStackTrace())
                                .limit(FRAMES)
                                .map(frame -> "\n    at " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n  caused by "));
    }

    private static String name(Throwable cause) {
        String type = cause.getClass().getName();
        return cause instanceof SQLException sql
                ? type + " [state " + sql.getSQLState() + ", code " + sql.getErrorCode() + "]"
                : type;
    }
}
