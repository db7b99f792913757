package org.mifeng.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemMappersTest {
    private final ProblemMappers mappers = new ProblemMappers(new SecureRandom());

    private static Problem problem(Response response) {
        return (Problem) response.getEntity();
    }

    static Stream<Throwable> waysADatabaseIsDown() {
        return Stream.of(
                new PersistenceException(new SQLException("link failure", "08S01")),
                new IllegalStateException(new PersistenceException(new SQLException("no connection in time"))),
                new SQLException("refused", "08001"));
    }

    @ParameterizedTest
    @MethodSource("waysADatabaseIsDown")
    void aDatabaseThatDoesNotAnswerIsToBeTriedAgain(Throwable failure) {
        Response response = mappers.anything(failure);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("5");
        assertThat(problem(response).code()).isEqualTo("unavailable");
    }

    @Test
    void anythingElseIsAnIncidentThatSaysNothing() {
        Response response = mappers.anything(new PersistenceException(
                "person 100000197103070112",
                new SQLIntegrityConstraintViolationException("Duplicate entry '100000197103070112'", "23000", 1062)));
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(problem(response).incident()).hasSize(22);
        assertThat(problem(response).toString()).doesNotContain("1000001971");
    }

    @Test
    void theLogOfAnIncidentNamesTypesAndPlacesButNoMessages() {
        String log = Incident.describe(new IllegalStateException(
                "person 100000197103070112", new SQLException("Duplicate entry '100000197103070112'", "23000", 1062)));
        assertThat(log)
                .contains("IllegalStateException", "SQLException [state 23000, code 1062]", "ProblemMappersTest")
                .doesNotContain("1000001971");
    }

    @Test
    void aLostRaceIsAConflict() {
        assertThat(mappers.anything(new IllegalStateException(new OptimisticLockException()))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void codesAreUniqueAndStatusesAreThoseOfProblems() {
        assertThat(ProblemType.values()).extracting(ProblemType::code).doesNotHaveDuplicates();
        assertThat(ProblemType.values()).allSatisfy(type -> {
            assertThat(type.status()).isBetween(400, 599);
            assertThat(type.code()).matches("[a-z]+(-[a-z]+)*");
        });
    }
}
