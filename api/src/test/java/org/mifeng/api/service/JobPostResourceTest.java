package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.bulk.EmployerState;

@QuarkusTest
@ServiceTest
class JobPostResourceTest {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    @Inject
    Market market;

    @Test
    void postedJobAppearsInAMatchWithinASecond() {
        String id = Market.posted(market.employerToken(), Market.loadingWork());
        await().atMost(ONE_SECOND)
                .until(() -> Market.matchedIds(Market.profile()).contains(id));
    }

    @Test
    void closedJobIsInNoListAnyMoreAtOnce() {
        String token = market.employerToken();
        String id = Market.posted(token, Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(id));
        close(token, id, "FILLED").then().statusCode(200).body("state", equalTo("FILLED"));
        assertThat(Market.matchedIds(Market.profile())).doesNotContain(id);
        given().get("/api/v1/job-posts/" + id).then().statusCode(410).body("code", equalTo("job-post-closed"));
        close(token, id, "WITHDRAWN").then().statusCode(200).body("state", equalTo("FILLED"));
    }

    private static io.restassured.response.Response close(String token, String id, String reason) {
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/api/v1/job-posts/" + id + "/close");
    }

    @Test
    void anotherEmployersPostDoesNotExistForOne() {
        String id = Market.posted(market.employerToken(), Market.loadingWork());
        close(market.employerToken(), id, "FILLED").then().statusCode(404).body("code", equalTo("job-post-unknown"));
        given().get("/api/v1/job-posts/" + id).then().statusCode(200);
    }

    @Test
    void openPostShowsTextPhoneAndPayPerHour() {
        String id = Market.posted(market.employerToken(), Market.loadingWork());
        given().get("/api/v1/job-posts/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("rawTitle", equalTo("装卸工 日结"))
                .body("body", startsWith("在物流园"))
                .body("phone", equalTo("0537-2000001"))
                .body("occupation.code", equalTo(Market.LOADING))
                .body("pay.fenPerHour", equalTo(3250))
                .body("place.town", not(equalTo("")))
                .body("employer.verified", equalTo(true))
                .body("openingsLeft", equalTo(5))
                .body("$", not(hasKey("score")));
    }

    @Test
    void unknownPostIs404() {
        given().get("/api/v1/job-posts/AAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("job-post-unknown"));
    }

    @Test
    void everyBrokenRuleIsNamedWithItsField() {
        Map<String, Object> post = Market.loadingWork();
        post.remove("settlement");
        post.remove("openings");
        post.remove("validUntil");
        post.put("pay", Map.of("unit", "DAY"));
        post.put("title", "招男小工，本地户口优先");
        post.put("maxAge", 50);
        Market.post(market.employerToken(), post)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-field"))
                .body(
                        "errors.field",
                        hasItems("settlement", "openings", "validUntil", "pay.amountFen", "title", "maxAge"))
                .body("errors.find { it.field == 'settlement' }.rule", equalTo("P17"))
                .body("errors.find { it.field == 'openings' }.rule", equalTo("P10"))
                .body("errors.find { it.field == 'pay.amountFen' }.rule", equalTo("P10"))
                .body("errors.find { it.field == 'maxAge' }.rule", equalTo("P13"))
                .body("errors.findAll { it.field == 'title' }.rule", hasItems("P11", "P12"))
                .body("errors.find { it.rule == 'P12' }.message", org.hamcrest.Matchers.containsString("小工"));
    }

    @Test
    void payToBeAgreedIsNoPay() {
        Map<String, Object> post = Market.loadingWork();
        post.put("pay", Map.of("amountFen", "面议", "unit", "DAY"));
        Market.post(market.employerToken(), post).then().statusCode(400).body("errors.field", hasItem("pay.amountFen"));
        post = Market.loadingWork();
        post.put("body", "装卸货物，工资面议");
        Market.post(market.employerToken(), post).then().statusCode(400).body("errors.rule", hasItem("P10"));
    }

    @Test
    void workByTheHourPaysTheMinimumAndIsNotSettledMonthly() {
        Map<String, Object> post = Market.loadingWork();
        post.put("pay", Map.of("amountFen", 1_500, "unit", "HOUR"));
        post.put("settlement", "MONTHLY");
        Market.post(market.employerToken(), post)
                .then()
                .statusCode(400)
                .body("errors.findAll { it.rule == 'P18' }.field", hasItems("pay.amountFen", "settlement"));
    }

    @Test
    void postThatAsksForMoneyIsKeptForReviewAndShownToNobody() {
        Map<String, Object> post = Market.loadingWork();
        post.put("body", "装卸货物，入职先交服装费 200 元。");
        String id = Market.post(market.employerToken(), post)
                .then()
                .statusCode(201)
                .body("state", equalTo("IN_REVIEW"))
                .body("review.rule", hasItem("P01"))
                .extract()
                .path("id");
        String later = Market.posted(market.employerToken(), Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(later));
        assertThat(Market.matchedIds(Market.profile())).doesNotContain(id);
        given().get("/api/v1/job-posts/" + id).then().statusCode(404);
    }

    @Test
    void repeatedRequestGetsTheSamePostNotASecondOne() {
        String token = market.employerToken();
        Map<String, Object> post = Market.loadingWork();
        List<String> ids = java.util.stream.Stream.of(1, 2)
                .map(time -> given().header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", "morning-1")
                        .contentType(ContentType.JSON)
                        .body(post)
                        .post("/api/v1/job-posts")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        post.put("openings", 6);
        given().header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", "morning-1")
                .contentType(ContentType.JSON)
                .body(post)
                .post("/api/v1/job-posts")
                .then()
                .statusCode(409)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void onlyEmployersInGoodStandingPost() {
        Market.post("nobodys-token", Market.loadingWork())
                .then()
                .statusCode(401)
                .body("code", equalTo("token-required"));
        given().contentType(ContentType.JSON)
                .body(Market.loadingWork())
                .post("/api/v1/job-posts")
                .then()
                .statusCode(401);
        String expired =
                market.employerToken(EmployerState.ACTIVE, Instant.now().minusSeconds(60));
        Market.post(expired, Market.loadingWork()).then().statusCode(403).body("code", equalTo("employer-not-allowed"));
    }

    @Test
    void postsOfASuspendedEmployerAreHiddenInAMoment() {
        String id = Market.posted(market.employerToken(), Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(id));
        market.suspendEmployerOf(id);
        await().atMost(Duration.ofSeconds(2))
                .until(() -> !Market.matchedIds(Market.profile()).contains(id));
        given().get("/api/v1/job-posts/" + id).then().statusCode(410);
    }

    @Test
    void textThatWouldMisleadTheEyeIsRefused() {
        Map<String, Object> post = Market.loadingWork();
        post.put("title", "装卸工\u202Eabc");
        Market.post(market.employerToken(), post).then().statusCode(400).body("errors.rule", hasItem("characters"));
    }

    @Test
    void aMissingEntryOfAListIsTheClientsFault() {
        for (String field : List.of("certificates", "benefits", "hazards")) {
            Map<String, Object> post = Market.loadingWork();
            post.put(field, Collections.singletonList(null));
            Market.post(market.employerToken(), post).then().statusCode(400).body("errors.field", hasItem(field));
        }
    }
}
