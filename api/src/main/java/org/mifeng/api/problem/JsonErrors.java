package org.mifeng.api.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.InvalidFieldException;

/** Says where a JSON body went wrong, without repeating what stood there. */
final class JsonErrors {
    private JsonErrors() {}

    static Response response(JacksonException failure) {
        Optional<InvalidFieldException> refused = Causes.find(failure, InvalidFieldException.class);
        if (refused.isPresent()) {
            return Problem.response(
                    ProblemType.INVALID_FIELD,
                    List.of(new FieldError(refused.get().field(), "range", FieldMessages.of(refused.get()))));
        }
        return switch (failure) {
            case UnrecognizedPropertyException e ->
                Problem.response(
                        ProblemType.UNKNOWN_PROPERTY, List.of(new FieldError(path(e), "known-property", "没有这个字段")));
            case InvalidFormatException e -> wrongType(path(e), e.getTargetType());
            case MismatchedInputException e -> wrongType(path(e), e.getTargetType());
            case StreamReadException e -> Problem.response(ProblemType.MALFORMED_JSON);
            default -> Problem.response(ProblemType.MALFORMED_JSON);
        };
    }

    private static Response wrongType(String path, @Nullable Class<?> wanted) {
        if (path.isEmpty()) {
            return Problem.response(ProblemType.MALFORMED_JSON);
        }
        return Problem.response(
                ProblemType.INVALID_FIELD, List.of(new FieldError(path, "type", "应为" + describe(wanted))));
    }

    private static String describe(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "另一种类型";
        }
        if (wanted.isEnum()) {
            return Arrays.stream(wanted.getEnumConstants()).map(String::valueOf).collect(Collectors.joining("、"))
                    + " 之一";
        }
        if (wanted == LocalDate.class) {
            return "日期，如 2026-11-21";
        }
        if (wanted == Instant.class) {
            return "时间，如 2026-11-21T08:00:00Z";
        }
        if (wanted == Boolean.class || wanted == boolean.class) {
            return " true 或 false";
        }
        if (Number.class.isAssignableFrom(wanted) || wanted.isPrimitive()) {
            return "数字";
        }
        return wanted == String.class ? "文字" : "另一种类型";
    }

    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
