package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.mifeng.api.generation.Generations;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.lucene.IndexSchema;

/** The index of a running service, as operators and those who ask meanwhile see it. */
@QuarkusTest
@ServiceTest
class IndexOperationTest {
    @Inject
    Market market;

    @Inject
    DataSource database;

    @ConfigProperty(name = "mifeng.index.directory")
    Path directory = Path.of("target");

    private static Map<String, Object> question(String words) {
        Map<String, Object> question = new LinkedHashMap<>(Market.profile());
        question.put("text", words);
        question.put("limit", 1);
        return question;
    }

    private static Response next(Map<String, Object> question, String cursor) {
        Map<String, Object> second = new LinkedHashMap<>(question);
        second.put("cursor", cursor);
        return Market.match(second);
    }

    private static void untilFound(String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Market.matchedIds(Market.profile()).contains(id));
    }

    @Test
    void aNewGenerationTakesOverWhileListsAreRead() throws Exception {
        String token = market.employerToken();
        for (int i = 0; i < 3; i++) {
            untilFound(Market.posted(token, Market.loadingWork()));
        }
        Response before = Market.match(question("装卸"));
        String generation = before.path("indexGeneration");
        String cursorOfWords = before.path("nextCursor");
        String cursorOfNone = Market.match(question("")).path("nextCursor");
        long wanted;
        try (Connection connection = database.getConnection()) {
            wanted = new Generations(IndexSchema.of(Occupations.tree()).toString()).want(connection, Instant.now());
        }
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    Response answer = Market.match(question("装卸"))
                            .then()
                            .statusCode(200)
                            .extract()
                            .response();
                    assertThat(answer.<List<?>>path("jobs")).hasSize(1);
                    return answer.<String>path("indexGeneration").endsWith("-" + wanted);
                });
        assertThat(Market.match(question("装卸")).<String>path("indexGeneration")).isNotEqualTo(generation);
        next(question(""), cursorOfNone).then().statusCode(200);
        next(question("装卸"), cursorOfWords).then().statusCode(400).body("code", equalTo("invalid-cursor"));
        String last = Market.posted(token, Market.loadingWork());
        untilFound(last);
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void damageThatIsFoundByWritingOnIsBuiltAnewByItselfToo() throws Exception {
        String token = market.employerToken();
        untilFound(Market.posted(token, Market.loadingWork()));
        Path build = new IndexDirectories(directory).current().orElseThrow();
        DamagedFiles.ZEROED.in(build);
        // small segments are merged sooner or later, and then Lucene reads this file
        List<String> posted = new ArrayList<>();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    posted.add(Market.posted(token, Market.loadingWork()));
                    return Files.notExists(build);
                });
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
        posted.forEach(id -> given().get("/api/v1/job-posts/" + id).then().statusCode(200));
        untilFound(posted.getLast());
    }

    @Test
    void aChangeThatWasNotNotedIsMendedByItselfAndSaidInHealth() {
        String id = Market.posted(market.employerToken(), Market.loadingWork());
        untilFound(id);
        int before = Health.number("rowsFoundDiffering");
        market.write("update job_post set version = version + 1 where public_id = ?", id);
        await().atMost(Duration.ofMinutes(1)).until(() -> Health.number("rowsFoundDiffering") > before);
        // also in the set in memory, which must know the version that is ranked
        untilFound(id);
    }
}
