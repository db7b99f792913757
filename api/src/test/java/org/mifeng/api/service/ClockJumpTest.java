package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mifeng.indexdata.bulk.IdNumber;

/** The clock of the machine is set while the service runs. */
@QuarkusTest
@ServiceTest
class ClockJumpTest {
    @Inject
    Market market;

    @Inject
    TestClock clock;

    @AfterEach
    void rightTime() {
        clock.setAhead(Duration.ZERO);
    }

    private static String card(int serial) {
        IdNumber number = IdNumber.synthetic(LocalDate.of(1979, 5, 1), serial);
        return "{\"card\": {\"kind\": \"RESIDENT\", \"number\": \"%s\", \"birthDate\": \"%s\"}}"
                .formatted(number.value(), number.birthDate());
    }

    private static String until(String token, Instant validUntil) {
        Map<String, Object> post = Market.loadingWork();
        post.put("validUntil", validUntil.toString());
        String id = Market.posted(token, post);
        untilFound(id);
        return id;
    }

    private static void untilFound(String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Market.matchedIds(Market.profile()).contains(id));
    }

    private Response jobsOf(TestKiosk kiosk, String session) {
        return kiosk.send(kiosk.sign("GET", "/api/v1/kiosk/sessions/" + session + "/jobs", null, clock.instant()), "");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void anHourBackOrAheadAndBackToTheRightTimeStopsNothing(int hours) {
        String token = market.employerToken();
        TestKiosk kiosk = TestKiosk.enrolled(market);
        String expiring = until(token, Instant.now().plus(Duration.ofMinutes(30)));
        String session =
                kiosk.begin(card(40 + hours)).then().statusCode(201).extract().path("sessionId");

        clock.setAhead(Duration.ofHours(hours));
        jobsOf(kiosk, session).then().statusCode(404).body("code", equalTo("session-unknown"));
        kiosk.begin(card(50 + hours)).then().statusCode(401).body("code", equalTo("kiosk-clock-off"));
        TestKiosk.Signed right = kiosk.sign("POST", "/api/v1/kiosk/sessions", card(50 + hours), clock.instant());
        String meanwhile =
                kiosk.send(right, "").then().statusCode(201).extract().path("sessionId");
        assertThat(Market.matchedIds(Market.profile()).contains(expiring)).isEqualTo(hours < 0);
        given().get("/api/v1/job-posts/" + expiring).then().statusCode(hours < 0 ? 200 : 410);
        String posted = until(token, clock.instant().plus(Duration.ofDays(3)));
        Market.close(token, until(token, clock.instant().plus(Duration.ofDays(3))));
        await().until(Health::isReady);

        clock.setAhead(Duration.ZERO);
        jobsOf(kiosk, meanwhile).then().statusCode(404);
        untilFound(until(token, Instant.now().plus(Duration.ofDays(1))));
        untilFound(posted);
        untilFound(expiring);
        kiosk.begin(card(60 + hours)).then().statusCode(201);
        await().until(Health::isReady);
        assertThat(Health.number("changesSetAside")).isZero();
    }
}
