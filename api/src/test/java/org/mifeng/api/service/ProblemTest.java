package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceTest
class ProblemTest {
    private static void isProblem(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("urn:mifeng:problem:" + code))
                .body("title", not(emptyOrNullString()));
    }

    @Test
    void unknownAddressIsAProblem() {
        isProblem(given().get("/api/v1/no-such"), 404, "not-found");
        isProblem(given().get("/no-such"), 404, "not-found");
    }

    @Test
    void wrongMethodIsAProblem() {
        isProblem(given().get("/api/v1/matches"), 405, "method-not-allowed");
    }

    @Test
    void otherMediaTypeIsAProblem() {
        isProblem(given().contentType("text/plain").body("x").post("/api/v1/matches"), 415, "unsupported-media-type");
    }

    @Test
    void formatNobodyHasIsAProblem() {
        isProblem(given().accept("image/png").get("/api/v1/job-posts"), 406, "not-acceptable");
    }

    @Test
    void brokenJsonIsAProblem() {
        isProblem(
                given().contentType("application/json").body("{\"near\": ").post("/api/v1/matches"),
                400,
                "malformed-json");
        isProblem(given().contentType("application/json").body("[]").post("/api/v1/matches"), 400, "malformed-json");
    }

    @Test
    void missingBodyIsAProblem() {
        isProblem(given().contentType("application/json").post("/api/v1/matches"), 400, "invalid-field");
        isProblem(given().contentType("application/json").body("null").post("/api/v1/matches"), 400, "invalid-field");
    }

    @Test
    void wrongTypeNamesTheFieldAndWhatItShouldBe() {
        Response response = given().contentType("application/json")
                .body("{\"near\": {\"latitude\": \"north\", \"longitude\": 116.5}}")
                .post("/api/v1/matches");
        isProblem(response, 400, "invalid-field");
        response.then().body("errors.field", hasItem("near.latitude")).body("errors[0].message", equalTo("应为数字"));
        given().contentType("application/json")
                .body("{\"travel\": \"BY_PLANE\"}")
                .post("/api/v1/matches")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("travel"))
                .body("errors[0].message", equalTo("应为WALK、E_BIKE、CAR 之一"));
    }

    @Test
    void bodyThatIsTooLongIsRefused() {
        given().contentType("application/json")
                .body("{\"text\": \"" + "长".repeat(40_000) + "\"}")
                .post("/api/v1/matches")
                .then()
                .statusCode(413);
    }

    @Test
    void whoLeavesInTheMiddleOfTheQuestionIsNoIncident() throws Exception {
        byte[] half =
                "POST /api/v1/matches HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"
                        .getBytes(StandardCharsets.US_ASCII);
        try (WrittenLog log = new WrittenLog()) {
            for (int i = 0; i < 20; i++) {
                try (Socket socket = new Socket("localhost", RestAssured.port)) {
                    socket.getOutputStream().write(half);
                    socket.getOutputStream().flush();
                    Thread.sleep(20);
                    socket.setSoLinger(true, 0);
                }
            }
            for (int i = 0; i < 5; i++) {
                given().get("/api/v1/job-posts").then().statusCode(200);
            }
            assertThat(log.lines()).noneMatch(line -> line.contains("incident"));
        }
    }

    @Test
    void startPageSaysInChineseWhatThisIs() {
        given().get("/").then().statusCode(200).contentType("text/html").body(containsString("蜜蜂零工"));
    }

    @Test
    void healthAndMetricsAnswer() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("index"));
        given().get("/api/v1/job-posts").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("mifeng_match_engine_seconds_count"))
                .body(containsString("mifeng_outbox_set_aside"));
    }
}
