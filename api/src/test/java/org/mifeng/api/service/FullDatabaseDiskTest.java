package org.mifeng.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The disk of the database fills up under the running service. */
@QuarkusTest
@WithTestResource(SmallDatabaseDiskResource.class)
@WithTestResource(IndexResource.class)
class FullDatabaseDiskTest {
    /** The server's numbers for a disk that is full, and for a table that cannot grow. */
    private static final List<Integer> NO_ROOM = List.of(1021, 1114);

    private static final AtomicLong FILLERS = new AtomicLong(1_000_000_000);
    private static final int MOST_POSTS = 500;

    /** A trade that nobody else here asks for. */
    private static final String BAGGING = "5-01-02-01";

    @Inject
    Market market;

    @Inject
    DataSource database;

    @ConfigProperty(name = SmallDatabaseDiskResource.DIRECTORY, defaultValue = "target")
    Path directory = Path.of("target");

    @ConfigProperty(name = SmallDisk.IS_SMALL, defaultValue = "false")
    boolean isSmall;

    @AfterEach
    void room() throws Exception {
        SmallDisk.free(directory);
    }

    @Test
    void writesAreAskedToComeBackListsGoOnAndAllIsWellWhenThereIsRoomAgain() throws Exception {
        assumeTrue(isSmall, "only root may mount the small file system that this test fills");
        String token = market.employerToken();
        String before = Market.posted(token, Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(before));

        SmallDisk.fill(directory);
        takeWhatRoomTheTableHas();
        Response answer = Market.post(token, Market.loadingWork());
        for (int i = 0; answer.statusCode() == 201; i++) { // into pages that had room
            assertThat(i).isLessThan(MOST_POSTS);
            answer = Market.post(token, Market.loadingWork());
        }
        answer.then().statusCode(503).header("Retry-After", notNullValue()).body("code", equalTo("unavailable"));
        Market.match(Market.profile()).then().statusCode(200).body("jobs", not(empty()));

        SmallDisk.free(directory);
        market.write("delete from job_post where title = 'filler'");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Market.post(token, Market.loadingWork()).statusCode() == 201);
        Map<String, Object> bagging = Market.loadingWork();
        bagging.put("occupation", BAGGING);
        String after = Market.posted(token, bagging);
        Map<String, Object> bagger = Market.profile();
        bagger.put("occupations", List.of(BAGGING));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Market.matchedIds(bagger).contains(after));
        await().until(Health::isReady);
    }

    private void takeWhatRoomTheTableHas() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (int rows = 1 << 12; rows > 0; ) {
                try {
                    statement.executeUpdate(copies(rows));
                } catch (SQLException e) {
                    assertThat(e.getErrorCode()).isIn(NO_ROOM);
                    rows /= 2;
                }
            }
        }
    }

    private static String copies(int rows) {
        String name = UUID.randomUUID().toString().substring(0, 12);
        return "insert into job_post (id, public_id, version, employer_id, state, occupation, title, body, latitude,"
                + " longitude, town_code, address, pay_amount_fen, pay_unit, hours_per_day, settlement, slots, shift_fixed,"
                + " openings, openings_left, certificates, benefits, hazards, hazards_known, min_age, max_age,"
                + " confirmed_at, valid_until, created_at, updated_at) select " + FILLERS.addAndGet(rows)
                + " + seq, concat('" + name + "', seq), 0,"
                + " employer_id, 'FILLED', occupation, 'filler', repeat('满', 500), latitude, longitude, town_code,"
                + " address, pay_amount_fen, pay_unit, hours_per_day, settlement, slots, shift_fixed, openings,"
                + " openings_left, certificates, benefits, hazards, hazards_known, min_age, max_age, confirmed_at,"
                + " valid_until, created_at, updated_at from (select * from job_post where title <> 'filler' limit 1)"
                + " one, seq_1_to_" + rows;
    }
}
