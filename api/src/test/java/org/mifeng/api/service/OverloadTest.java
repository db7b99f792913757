package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.bulk.IdNumber;

/** More ask than can be served. */
@QuarkusTest
@TestProfile(HardTimes.class)
@WithTestResource(RelayedDatabaseResource.class)
@WithTestResource(IndexResource.class)
class OverloadTest {
    private static final int FLOOD = 300;

    @Inject
    Market market;

    private static List<CompletableFuture<HttpResponse<String>>> flood(HttpClient client) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/matches"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(Market.profile())))
                .build();
        return IntStream.range(0, FLOOD)
                .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList();
    }

    @Test
    void aFloodOfListsIsAskedToComeBackWhileKiosksAreServedAndThenAllIsWell() throws Exception {
        String id = Market.posted(market.employerToken(), Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(id));
        TestKiosk kiosk = TestKiosk.enrolled(market);
        IdNumber visitor = IdNumber.synthetic(LocalDate.of(1975, 5, 5), 31);
        String card = "{\"card\": {\"kind\": \"RESIDENT\", \"number\": \"%s\", \"birthDate\": \"%s\"}}"
                .formatted(visitor.value(), visitor.birthDate());
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<HttpResponse<String>>> answers = flood(client);
            for (int i = 0; i < 5; i++) {
                kiosk.begin(card).then().statusCode(201).body("jobs.id", hasItem(id));
            }
            List<HttpResponse<String>> all =
                    answers.stream().map(CompletableFuture::join).toList();
            assertThat(all.stream().map(HttpResponse::statusCode).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(200, 503);
            for (HttpResponse<String> answer : all) {
                if (answer.statusCode() == 503) {
                    assertThat(answer.body()).contains("\"code\":\"overloaded\"");
                    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                } else {
                    assertThat(answer.body()).as("who waited kept its question").contains(id);
                }
            }
        }
        Market.match(Market.profile()).then().statusCode(200).body("jobs.id", hasItem(id));
    }

    @Test
    void clientsThatLeaveWithoutWaitingForTheirAnswerTakeUpNoRoom() throws Exception {
        String body = new ObjectMapper().writeValueAsString(Market.profile());
        byte[] request = ("POST /api/v1/matches HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < FLOOD; i++) {
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(request);
            }
        }
        await().untilAsserted(() -> Market.match(Market.profile()).then().statusCode(200));
    }

    @Test
    void whoAsksTooOftenIsAskedToWaitAndOthersAreNot() {
        for (int i = 0; i < HardTimes.BURST; i++) {
            given().header("X-Forwarded-For", "203.0.113.9")
                    .get("/api/v1/job-posts")
                    .then()
                    .statusCode(200);
        }
        given().header("X-Forwarded-For", "203.0.113.9")
                .get("/api/v1/job-posts")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", not(equalTo("0")))
                .body("code", equalTo("too-many-requests"));
        given().header("X-Forwarded-For", "203.0.113.10")
                .get("/api/v1/job-posts")
                .then()
                .statusCode(200);
        given().header("X-Forwarded-For", "203.0.113.9")
                .get("/q/health/live")
                .then()
                .statusCode(200);
    }
}
