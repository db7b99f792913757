package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.bulk.IdNumber;

/** What people see while the index is late, and while the database is gone, frozen, exhausted or cut off in a commit. */
@QuarkusTest
@TestProfile(HardTimes.class)
@WithTestResource(RelayedDatabaseResource.class)
@WithTestResource(IndexResource.class)
class DatabaseDownTest {
    private static final Duration TAKEDOWN = Duration.ofSeconds(2);
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    @Inject
    Market market;

    @Inject
    AgroalDataSource pool;

    @Inject
    MeterRegistry meters;

    private String server = "";

    @AfterEach
    void databaseIsBack() throws Exception {
        DatabaseRelay.set(DatabaseRelay.Mode.PASS);
        signal("CONT");
        await().atMost(RECOVERY)
                .until(() -> meters.get("mifeng.database.answers").gauge().value() == 1);
    }

    @BeforeEach
    void findServer() throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select @@datadir, @@pid_file")) {
            row.next();
            server = Files.readString(Path.of(row.getString(1)).resolve(row.getString(2)))
                    .strip();
        }
    }

    private void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, server).start().waitFor())
                .isZero();
    }

    private String visiblePost() {
        String id = Market.posted(market.employerToken(), Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(id));
        return id;
    }

    private static Response search() {
        return given().queryParam("near", Market.LATITUDE + "," + Market.LONGITUDE)
                .queryParam("limit", 50)
                .get("/api/v1/job-posts");
    }

    private static String card(IdNumber number) {
        return "{\"card\": {\"kind\": \"RESIDENT\", \"number\": \"%s\", \"birthDate\": \"%s\"}}"
                .formatted(number.value(), number.birthDate());
    }

    /** The same to the last letter each time, as a repeat must be. */
    private final Map<String, Object> work = Market.loadingWork();

    private Response post(String token, String key) {
        return given().header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(work)
                .post("/api/v1/job-posts");
    }

    private static void isAskedToComeBack(Response response) {
        response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"));
    }

    private IdNumber knownSeeker(int serial) {
        IdNumber number = IdNumber.synthetic(LocalDate.of(1971, 3, 7), serial);
        double before = meters.get("mifeng.live.seekers").gauge().value();
        market.seekerWantsLoading(number);
        await().until(() -> meters.get("mifeng.live.seekers").gauge().value() > before);
        return number;
    }

    private static long indexPosition() {
        return Market.match(Market.profile()).then().extract().jsonPath().getLong("indexPosition");
    }

    @Test
    void whatIsGoneIsGoneFromEveryListWithinTwoSecondsHoweverLateTheIndexIs() {
        for (String gone : List.of(
                "state = 'TAKEN_DOWN'",
                "state = 'PAUSED'",
                "state = 'FILLED'",
                "openings_left = 0",
                "valid_until = '2026-01-01'")) {
            String id = visiblePost();
            long position = indexPosition();
            market.change(id, gone);
            await(gone)
                    .atMost(TAKEDOWN)
                    .until(() -> !Market.matchedIds(Market.profile()).contains(id));
            assertThat(search().jsonPath().getList("jobs.id")).as(gone).doesNotContain(id);
            assertThat(indexPosition()).as("the index is late").isEqualTo(position);
        }
        String id = visiblePost();
        market.suspendEmployerOf(id);
        await("suspended")
                .atMost(TAKEDOWN)
                .until(() -> !Market.matchedIds(Market.profile()).contains(id));
    }

    @Test
    void aPostThatTheIndexHasInAnOlderVersionIsHiddenNotShownWithOldFacts() {
        String id = visiblePost();
        market.change(id, "pay_amount_fen = 99900");
        await().atMost(TAKEDOWN)
                .until(() -> !Market.matchedIds(Market.profile()).contains(id));
        visiblePost(); // wakes the index
        await().until(() -> Market.matchedIds(Market.profile()).contains(id));
        assertThat(search().jsonPath().getInt("jobs.find { it.id == '" + id + "' }.pay.amountFen"))
                .isEqualTo(99_900);
    }

    @Test
    void whileTheDatabaseIsGoneListsGoOnFromMemoryAndWritesAreAskedToComeBack() {
        String id = visiblePost();
        TestKiosk kiosk = TestKiosk.enrolled(market);
        IdNumber known = knownSeeker(11);
        String token = market.employerToken();
        String session = kiosk.begin(card(known)).path("sessionId");
        DatabaseRelay.set(DatabaseRelay.Mode.REFUSE);
        Market.match(Market.profile()).then().statusCode(200).body("jobs.id", hasItem(id));
        search().then().statusCode(200).body("jobs.id", hasItem(id));
        kiosk.begin(card(known))
                .then()
                .statusCode(201)
                .body("firstVisit", equalTo(false))
                .body("jobs.id", hasItem(id));
        kiosk.begin(card(IdNumber.synthetic(LocalDate.of(1980, 1, 1), 12)))
                .then()
                .statusCode(201)
                .body("firstVisit", equalTo(true))
                .body("jobs.id", hasItem(id));
        kiosk.without(session, "DISTANCE").then().statusCode(200).body("jobs.id", hasItem(id));
        isAskedToComeBack(post(token, "while-down"));
        isAskedToComeBack(given().get("/api/v1/job-posts/" + id));
        await().untilAsserted(() ->
                Market.match(Market.profile()).then().statusCode(200).body("asOf", notNullValue()));
        TestKiosk.Signed once = kiosk.sign("POST", "/api/v1/kiosk/sessions", card(known), Instant.now());
        kiosk.send(once, "").then().statusCode(201).body("asOf", notNullValue());
        kiosk.send(once, "").then().statusCode(401);

        DatabaseRelay.set(DatabaseRelay.Mode.PASS);
        await().atMost(RECOVERY).until(() -> post(token, "while-down").statusCode() == 201);
        String posted = post(token, "while-down").path("id");
        await().untilAsserted(() -> Market.match(many())
                .then()
                .statusCode(200)
                .body("asOf", nullValue())
                .body("jobs.id", hasItem(posted)));
        given().get("/api/v1/job-posts/" + id).then().statusCode(200);
    }

    private static Map<String, Object> many() {
        Map<String, Object> profile = Market.profile();
        profile.put("limit", 50);
        return profile;
    }

    @Test
    void whileTheDatabaseIsFrozenNoListHangs() throws Exception {
        String id = visiblePost();
        TestKiosk kiosk = TestKiosk.enrolled(market);
        IdNumber known = knownSeeker(13);
        String token = market.employerToken();
        kiosk.begin(card(known)).then().statusCode(201);
        signal("STOP");
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            Market.match(Market.profile()).then().statusCode(200).body("jobs.id", hasItem(id));
        }
        kiosk.begin(card(known)).then().statusCode(201).body("firstVisit", equalTo(false));
        await().until(() -> meters.get("mifeng.database.answers").gauge().value() == 0);
        isAskedToComeBack(post(token, "frozen"));
        for (int i = 0; i < 10; i++) {
            kiosk.begin(card(known)).then().statusCode(201).body("jobs.id", hasItem(id));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        signal("CONT");
        await().atMost(RECOVERY).until(() -> post(token, "frozen").statusCode() == 201);
    }

    /** Takes connections until nobody gets any. */
    private void takeAll(List<Connection> taken) {
        try {
            while (true) {
                taken.add(pool.getConnection());
            }
        } catch (SQLException e) {
            assertThat(taken).isNotEmpty();
        }
    }

    @Test
    void whileConnectionsAreUsedUpListsGoOn() throws SQLException {
        String id = visiblePost();
        TestKiosk kiosk = TestKiosk.enrolled(market);
        IdNumber known = knownSeeker(14);
        String token = market.employerToken();
        kiosk.begin(card(known)).then().statusCode(201);
        List<Connection> taken = new ArrayList<>();
        try {
            takeAll(taken);
            Market.match(Market.profile())
                    .then()
                    .statusCode(200)
                    .body("jobs.id", hasItem(id))
                    .body("asOf", nullValue());
            kiosk.begin(card(known)).then().statusCode(201).body("firstVisit", equalTo(false));
            isAskedToComeBack(post(token, "exhausted"));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        await().atMost(RECOVERY).until(() -> post(token, "exhausted").statusCode() == 201);
    }

    @Test
    void aRepeatWithTheSameKeyTellsTheOutcomeOfACommitWhoseAnswerWasLost() {
        String token = market.employerToken();
        long before = market.count("job_post");
        DatabaseRelay.set(DatabaseRelay.Mode.LOSE_NEXT_COMMIT);
        List<Integer> statuses = new ArrayList<>();
        await().atMost(RECOVERY).until(() -> {
            statuses.add(post(token, "lost").statusCode());
            return statuses.getLast() == 201;
        });
        assertThat(statuses.getFirst()).isEqualTo(503);
        String id = post(token, "lost").path("id");
        assertThat(market.count("job_post")).isEqualTo(before + 1);
        await().until(() -> Market.matchedIds(Market.profile()).contains(id));
    }
}
