package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.indexdata.bulk.IdNumber;

@QuarkusTest
@ServiceTest
class KioskResourceTest {
    private static final IdNumber WORKER = IdNumber.synthetic(LocalDate.of(1971, 3, 7), 11);

    @Inject
    Market market;

    @Inject
    TestClock clock;

    @AfterEach
    void backToNow() {
        clock.setAhead(Duration.ZERO);
    }

    private static String card(IdNumber number) {
        return card(number.value(), number.birthDate());
    }

    private static String card(String number, LocalDate birthDate) {
        return "{\"card\": {\"kind\": \"RESIDENT\", \"number\": \"%s\", \"birthDate\": \"%s\", \"validUntil\": \"2035-01-01\"}}"
                .formatted(number, birthDate);
    }

    @Test
    void enrolmentCodeWorksOnce() {
        String code = market.enrolmentCode(Instant.now().plusSeconds(600));
        TestKiosk.enrol(code, TestKiosk.newKeys())
                .then()
                .statusCode(201)
                .body("kioskId.length()", equalTo(22))
                .body("name", equalTo("测试求职机"))
                .body("latitude", notNullValue());
        TestKiosk.enrol(code, TestKiosk.newKeys()).then().statusCode(409).body("code", equalTo("enrolment-code-used"));
        TestKiosk.enrol("NO-SUCH", TestKiosk.newKeys())
                .then()
                .statusCode(404)
                .body("code", equalTo("enrolment-code-unknown"));
        TestKiosk.enrol(market.enrolmentCode(Instant.now().minusSeconds(1)), TestKiosk.newKeys())
                .then()
                .statusCode(404);
    }

    @Test
    void onlyAnEd25519KeyEnrols() {
        given().contentType("application/json")
                .body("{\"code\": \"X\", \"publicKey\": \"AAAA\"}")
                .post("/api/v1/kiosk/enrolments")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("publicKey"));
    }

    @Test
    void firstVisitShowsJobsNearTheKioskAndStoresNothing() {
        String post = Market.posted(market.employerToken(), Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(post));
        TestKiosk kiosk = TestKiosk.enrolled(market);
        long seekers = market.count("seeker");
        long outbox = market.count("outbox");
        kiosk.begin(card(IdNumber.synthetic(LocalDate.of(1962, 3, 7), 13)))
                .then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("firstVisit", equalTo(true))
                .body("guidance", equalTo("NONE"))
                .body("sessionId.length()", equalTo(22))
                .body("start.latitude", equalTo((float) Market.LATITUDE))
                .body("jobs.size()", greaterThan(0));
        assertThat(market.count("seeker")).isEqualTo(seekers);
        assertThat(market.count("outbox")).isLessThanOrEqualTo(outbox);
    }

    /** F1. */
    @Test
    void theDigitsOfTheNumberAndTheSexTheyShowChangeNothingInTheList() {
        String token = market.employerToken();
        for (int i = 0; i < 8; i++) {
            Market.posted(token, Market.loadingWork());
        }
        String last = Market.posted(token, Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(last));
        TestKiosk kiosk = TestKiosk.enrolled(market);
        Set<List<String>> lists = new HashSet<>();
        for (int sequence = 101; sequence < 113; sequence++) {
            lists.add(kiosk.begin(card(IdNumber.synthetic(LocalDate.of(1968, 8, 8), sequence)))
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath()
                    .getList("jobs.id"));
        }
        assertThat(lists).singleElement().asInstanceOf(LIST).isNotEmpty();
    }

    @Test
    void knownSeekerIsAnsweredByTheirOwnWish() {
        market.seekerWantsLoading(WORKER);
        TestKiosk.enrolled(market)
                .begin(card(WORKER))
                .then()
                .statusCode(201)
                .body("firstVisit", equalTo(false))
                .body("start.latitude", equalTo((float) (Market.LATITUDE + 0.02)));
    }

    @Test
    void seekerWhoDidNotAgreeToBeKeptIsNotRecognised() {
        IdNumber unwilling = IdNumber.synthetic(LocalDate.of(1971, 3, 7), 19);
        market.seekerWantsLoading(unwilling);
        market.takesConsentBack(unwilling);
        TestKiosk.enrolled(market).begin(card(unwilling)).then().statusCode(201).body("firstVisit", equalTo(true));
    }

    @Test
    void sessionPagesOnUntilItsEnd() {
        String token = market.employerToken();
        for (int i = 0; i < 22; i++) {
            Market.posted(token, Market.loadingWork());
        }
        await().until(() -> Market.matchedIds(Market.profile()).size() >= 22);
        TestKiosk kiosk = TestKiosk.enrolled(market);
        JsonPath session = kiosk.begin(card(IdNumber.synthetic(LocalDate.of(1965, 5, 1), 15)))
                .then()
                .statusCode(201)
                .body("jobs", hasSize(20))
                .extract()
                .jsonPath();
        String id = session.getString("sessionId");
        String cursor = session.getString("nextCursor");
        List<String> first = session.getList("jobs.id");
        kiosk.more(id, cursor)
                .then()
                .statusCode(200)
                .body("jobs.size()", greaterThan(0))
                .body("jobs.id", not(hasItem(first.getLast())));
        TestKiosk.enrolled(market).more(id, cursor).then().statusCode(404).body("code", equalTo("session-unknown"));
        kiosk.end(id).then().statusCode(204);
        kiosk.end(id).then().statusCode(204);
        kiosk.more(id, cursor).then().statusCode(404);
    }

    @Test
    void whatASeekerSaidOfEmployersCountsInTheSession() {
        IdNumber seeker = IdNumber.synthetic(LocalDate.of(1971, 3, 7), 23);
        market.seekerWantsLoading(seeker);
        String post = Market.posted(market.employerToken(), Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(post));
        TestKiosk kiosk = TestKiosk.enrolled(market);
        assertThat(allJobs(kiosk, seeker)).contains(post);
        market.blocksEmployerOf(seeker, post);
        assertThat(allJobs(kiosk, seeker)).doesNotContain(post);
    }

    /** Of all pages: among many posts as good as each other nobody knows which come first. */
    private static List<String> allJobs(TestKiosk kiosk, IdNumber seeker) {
        JsonPath page =
                kiosk.begin(card(seeker)).then().statusCode(201).extract().jsonPath();
        String session = page.getString("sessionId");
        List<String> jobs = new ArrayList<>(page.getList("jobs.id"));
        for (String next = page.getString("nextCursor"); next != null; next = page.getString("nextCursor")) {
            page = kiosk.more(session, next).then().statusCode(200).extract().jsonPath();
            jobs.addAll(page.getList("jobs.id"));
        }
        return jobs;
    }

    @Test
    void aSessionWithoutJobsNearbySaysSoAndGoesOnWithoutMoreWishes() {
        IdNumber far = IdNumber.synthetic(LocalDate.of(1971, 3, 7), 25);
        market.seekerWantsLoading(far);
        market.livesFarAway(far);
        String post = Market.posted(market.employerToken(), Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(post));
        TestKiosk kiosk = TestKiosk.enrolled(market);
        String session = kiosk.begin(card(far))
                .then()
                .statusCode(201)
                .body("jobs.size()", greaterThan(0))
                .body("relaxed.sentence", equalTo("附近没有合适的，已放宽：距离"))
                .extract()
                .path("sessionId");
        kiosk.shortage(session, "")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("best", equalTo("DISTANCE"));
        kiosk.shortage(session, "?without=DISTANCE")
                .then()
                .statusCode(200)
                .body("suiting", greaterThan(0))
                .body("more.relaxation", not(hasItem("DISTANCE")));
        kiosk.without(session, "DISTANCE", "SETTLEMENT")
                .then()
                .statusCode(200)
                .body("jobs.size()", greaterThan(0))
                .body("relaxed.wishes", equalTo(List.of("DISTANCE", "SETTLEMENT")))
                .body("relaxed.sentence", equalTo("已放宽：距离、结算方式"));
        kiosk.without(session, "RULES").then().statusCode(400).body("errors[0].field", equalTo("without"));
        TestKiosk.enrolled(market).shortage(session, "").then().statusCode(404);
    }

    @Test
    void jobsLikeOneKeepToWhatThePersonMayDo() {
        LocalDate birth = LocalDate.now(MarketCalendar.ZONE).minusYears(17);
        String token = market.employerToken();
        String liked = Market.posted(token, Market.loadingWork());
        Map<String, Object> hazardous = Market.loadingWork();
        hazardous.put("hazards", List.of("HEIGHT"));
        String forbidden = Market.posted(token, hazardous);
        String allowed = Market.posted(market.employerToken(), Market.loadingWork());
        Map<String, Object> everyone = Market.profile();
        await().until(() -> Market.matchedIds(everyone).containsAll(List.of(liked, forbidden, allowed)));
        TestKiosk kiosk = TestKiosk.enrolled(market);
        String session = kiosk.begin(card(IdNumber.synthetic(birth, 27)))
                .then()
                .statusCode(201)
                .extract()
                .path("sessionId");
        kiosk.similar(session, liked)
                .then()
                .statusCode(200)
                .body("jobs.size()", greaterThan(0))
                .body("jobs.id", not(hasItem(liked)))
                .body("jobs.id", not(hasItem(forbidden)));
        kiosk.similar(session, "AAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(404)
                .body("code", equalTo("job-post-unknown"));
        TestKiosk.enrolled(market)
                .similar(session, liked)
                .then()
                .statusCode(404)
                .body("code", equalTo("session-unknown"));
    }

    @Test
    void sessionIsGoneAfterTenMinutes() {
        TestKiosk kiosk = TestKiosk.enrolled(market);
        JsonPath session =
                kiosk.begin(card(WORKER)).then().statusCode(201).extract().jsonPath();
        clock.setAhead(Duration.ofMinutes(10));
        TestKiosk.Signed later = kiosk.sign(
                "GET", "/api/v1/kiosk/sessions/" + session.getString("sessionId") + "/jobs", null, clock.instant());
        kiosk.send(later, "").then().statusCode(404).body("code", equalTo("session-unknown"));
    }

    @Test
    void underSixteenSeesGuidanceAndNoJob() {
        LocalDate birth = LocalDate.now(MarketCalendar.ZONE).minusYears(16).plusDays(1);
        TestKiosk.enrolled(market)
                .begin(card(IdNumber.synthetic(birth, 17)))
                .then()
                .statusCode(201)
                .body("guidance", equalTo("UNDER_16"))
                .body("jobs", hasSize(0));
    }

    @Test
    void aRequestIsAcceptedOnce() {
        TestKiosk kiosk = TestKiosk.enrolled(market);
        TestKiosk.Signed request = kiosk.sign("POST", "/api/v1/kiosk/sessions", card(WORKER), Instant.now());
        kiosk.send(request, "").then().statusCode(201);
        kiosk.send(request, "").then().statusCode(401).body("code", equalTo("kiosk-not-trusted"));
    }

    @Test
    void anAlteredForeignOrUnsignedRequestIsNotTrusted() {
        TestKiosk kiosk = TestKiosk.enrolled(market);
        TestKiosk.Signed request = kiosk.sign("POST", "/api/v1/kiosk/sessions", card(WORKER), Instant.now());
        kiosk.send(request.withBody(card(WORKER) + " "), "")
                .then()
                .statusCode(401)
                .body("code", equalTo("kiosk-not-trusted"));
        TestKiosk.enrolled(market).send(request, "").then().statusCode(401);
        given().contentType("application/json")
                .body(card(WORKER))
                .post("/api/v1/kiosk/sessions")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("kiosk-not-trusted"));
    }

    @Test
    void aClockMoreThanAMinuteOffIsToldSoOnlyToWhoSignedRightly() {
        TestKiosk kiosk = TestKiosk.enrolled(market);
        TestKiosk.Signed old = kiosk.sign(
                "POST", "/api/v1/kiosk/sessions", card(WORKER), Instant.now().minusSeconds(63));
        kiosk.send(old, "").then().statusCode(401).body("code", equalTo("kiosk-clock-off"));
        kiosk.send(old.withBody("{}"), "").then().statusCode(401).body("code", equalTo("kiosk-not-trusted"));
        kiosk.send(
                        kiosk.sign(
                                "POST",
                                "/api/v1/kiosk/sessions",
                                card(WORKER),
                                Instant.now().plusSeconds(63)),
                        "")
                .then()
                .statusCode(401)
                .body("code", equalTo("kiosk-clock-off"));
        kiosk.send(
                        kiosk.sign(
                                "POST",
                                "/api/v1/kiosk/sessions",
                                card(WORKER),
                                Instant.now().minusSeconds(50)),
                        "")
                .then()
                .statusCode(201);
    }

    @Test
    void revokingWorksAtOnce() {
        TestKiosk kiosk = TestKiosk.enrolled(market);
        kiosk.begin(card(WORKER)).then().statusCode(201);
        market.revokeKiosk(kiosk.id());
        kiosk.begin(card(WORKER)).then().statusCode(401).body("code", equalTo("kiosk-not-trusted"));
    }

    @Test
    void moreThanTwentyPersonsAMinuteAreNoQueueOfPeople() {
        TestKiosk kiosk = TestKiosk.enrolled(market);
        for (int i = 0; i < 20; i++) {
            kiosk.begin(card(WORKER)).then().statusCode(201);
        }
        kiosk.begin(card(WORKER))
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("too-many-requests"));
    }

    @Test
    void wrongCheckCharacterIsNamedByItsStandard() {
        String number = WORKER.value();
        String wrong = number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
        String answer = TestKiosk.enrolled(market)
                .begin(card(wrong, WORKER.birthDate()))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors[0].field", equalTo("card.number"))
                .body("errors[0].rule", equalTo("GB 11643-1999"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain(wrong.substring(6));
    }

    @Test
    void birthDateMustBeTheOneInTheNumber() {
        TestKiosk.enrolled(market)
                .begin(card(WORKER.value(), WORKER.birthDate().plusDays(1)))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("card.birthDate"));
    }

    @Test
    void idNumberIsInNoAnswerAndNoLog() {
        try (WrittenLog log = new WrittenLog()) {
            TestKiosk kiosk = TestKiosk.enrolled(market);
            String number = WORKER.value();
            List<String> answers = List.of(
                    kiosk.begin(card(WORKER)).asString(),
                    kiosk.begin(card(number, WORKER.birthDate().plusDays(1))).asString(),
                    kiosk.begin("{\"card\": {\"kind\": \"" + number + "\"}}").asString(),
                    kiosk.begin("{\"card\": {\"" + number + "\": 1}}").asString(),
                    kiosk.begin("{\"card\": {\"birthDate\": \"" + number + "\"}}")
                            .asString(),
                    kiosk.begin("{\"card\": \"" + number + "\"}").asString(),
                    kiosk.begin("{\"card\": " + number + "X").asString());
            assertThat(answers.subList(0, 3)).noneMatch(answer -> answer.contains(number));
            assertThat(answers.subList(4, 7)).noneMatch(answer -> answer.contains(number));
            assertThat(log.lines()).noneMatch(line -> line.contains(number.substring(0, 17)));
        }
    }

    @Test
    void twoKiosksCannotShareACodeEvenAtTheSameMoment() throws Exception {
        String code = market.enrolmentCode(Instant.now().plusSeconds(600));
        KeyPair one = TestKiosk.newKeys();
        KeyPair other = TestKiosk.newKeys();
        try (var both = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            var first = both.submit(() -> TestKiosk.enrol(code, one).statusCode());
            var second = both.submit(() -> TestKiosk.enrol(code, other).statusCode());
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(201, 409);
        }
    }
}
