package org.mifeng.api.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.mifeng.api.numbering.PublicId;
import org.mifeng.matcher.InvalidFieldException;

/**
 * The one place that turns failures into answers. Whatever went wrong, the answer is a problem detail; it never holds
 * a stack trace, a message of a library, or a value from the request.
 */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

    private final SecureRandom random;

    ProblemMappers(SecureRandom random) {
        this.random = random;
    }

    @ServerExceptionMapper
    Response invalidInput(InvalidInputException failure) {
        return Problem.response(failure.type(), failure.errors());
    }

    @ServerExceptionMapper
    Response invalidField(InvalidFieldException failure) {
        return Problem.response(
                ProblemType.INVALID_FIELD,
                List.of(new FieldError(failure.field(), "range", FieldMessages.of(failure))));
    }

    @ServerExceptionMapper
    Response constraintViolation(ConstraintViolationException failure) {
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), rule(violation), message(violation)))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::rule))
                .toList();
        return Problem.response(ProblemType.INVALID_FIELD, errors);
    }

    /** The path without the method and its parameter, which clients do not know. */
    private static String field(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        String parameter = "body";
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, RETURN_VALUE, CROSS_PARAMETER -> {}
                case PARAMETER -> parameter = node.getName();
                default ->
                    names.add(node.getIndex() == null ? node.getName() : node.getName() + "[" + node.getIndex() + "]");
            }
        }
        return names.isEmpty() ? parameter : String.join(".", names);
    }

    private static String rule(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }

    private static String message(ConstraintViolation<?> violation) {
        return FieldMessages.translate(violation.getMessage());
    }

    @ServerExceptionMapper
    Response json(JacksonException failure) {
        return JsonErrors.response(failure);
    }

    /** Takes the place of the framework's own mapper, which would repeat what stood in the body. */
    @ServerExceptionMapper
    Response json(MismatchedInputException failure) {
        return JsonErrors.response(failure);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        Optional<JacksonException> json = Causes.find(failure, JacksonException.class);
        if (json.isPresent()) {
            return JsonErrors.response(json.get());
        }
        Response given = failure.getResponse();
        if (given.getStatus() < 400) {
            return given;
        }
        if (given.getStatus() >= 500) {
            return anything(failure);
        }
        Response.ResponseBuilder answer = Problem.builder(ProblemType.ofStatus(given.getStatus()), List.of(), "");
        List<Object> allowed = given.getHeaders().get(HttpHeaders.ALLOW);
        if (allowed != null) {
            allowed.forEach(method -> answer.header(HttpHeaders.ALLOW, method));
        }
        return answer.build();
    }

    /** A request that breaks off before it has come whole: the client left. */
    @ServerExceptionMapper
    Response reading(IOException failure, RoutingContext context) {
        return context.request().isEnded() ? anything(failure) : Problem.response(ProblemType.BAD_REQUEST);
    }

    @ServerExceptionMapper
    Response conflict(OptimisticLockException failure) {
        return Problem.response(ProblemType.CONFLICT);
    }

    @ServerExceptionMapper
    Response anything(Throwable failure) {
        if (DatabaseSilence.isCauseOf(failure)) {
            LOG.warn("the database does not answer");
            return Problem.retryLater(ProblemType.UNAVAILABLE, DATABASE_RETRY);
        }
        if (Causes.find(failure, OptimisticLockException.class).isPresent()) {
            return Problem.response(ProblemType.CONFLICT);
        }
        String incident = PublicId.random(random).value();
        LOG.errorf("incident %s: %s", incident, Incident.describe(failure));
        return Problem.builder(ProblemType.INTERNAL, List.of(), incident).build();
    }
}
