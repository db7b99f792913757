package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The contract is in git, so that a change of it is seen in review. */
@QuarkusTest
@ServiceTest
class OpenApiSnapshotTest {
    private static final Path SNAPSHOT = Path.of("src/main/resources/openapi.yaml");
    private static final String REFRESH = "mifeng.refresh-openapi";

    @Test
    void serviceDoesWhatTheContractInGitSays() throws IOException {
        String now = given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean(REFRESH)) {
            Files.writeString(SNAPSHOT, now);
        }
        assertThat(now)
                .as(
                        "The service's contract differs from %s. If that is meant, refresh it: mvn test -pl api -am"
                                + " -Dtest=OpenApiSnapshotTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
                        SNAPSHOT, REFRESH)
                .isEqualTo(Files.exists(SNAPSHOT) ? Files.readString(SNAPSHOT) : "");
    }
}
