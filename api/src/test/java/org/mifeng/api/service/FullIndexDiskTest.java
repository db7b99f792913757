package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mifeng.api.DatabaseResource;
import org.mifeng.api.generation.IndexDirectories;

/** The disk of the index fills up under the running service. */
@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(SmallIndexDiskResource.class)
class FullIndexDiskTest {
    @Inject
    Market market;

    @ConfigProperty(name = "mifeng.index.directory")
    Path directory = Path.of("target");

    @ConfigProperty(name = SmallDisk.IS_SMALL, defaultValue = "false")
    boolean isSmall;

    @AfterEach
    void room() throws Exception {
        SmallDisk.free(directory);
    }

    @Test
    void listsGoOnPostsAreTakenHealthSaysSoAndTheIndexHealsWhenThereIsRoomAgain() throws Exception {
        assumeTrue(isSmall, "only root may mount the small file system that this test fills");
        String token = market.employerToken();
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            before.add(Market.posted(token, Market.loadingWork()));
        }
        await().until(() -> Market.matchedIds(Market.profile()).containsAll(before));
        Path build = new IndexDirectories(directory).current().orElseThrow();

        SmallDisk.fill(directory);
        List<String> meanwhile = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            meanwhile.add(Market.posted(token, Market.loadingWork()));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> Health.state().equals("FAILING"));
        given().get("/q/health/ready").then().statusCode(503);
        Market.match(Market.profile()).then().statusCode(200).body("jobs.id", hasItem(before.getFirst()));
        meanwhile.forEach(id -> given().get("/api/v1/job-posts/" + id).then().statusCode(200));
        Market.close(token, before.getLast());
        await().atMost(Duration.ofSeconds(2))
                .until(() -> !Market.matchedIds(Market.profile()).contains(before.getLast()));

        SmallDisk.free(directory);
        await().atMost(Duration.ofSeconds(30)).until(() -> Health.isReady());
        assertThat(Market.matchedIds(Market.profile()))
                .containsAll(meanwhile)
                .contains(before.getFirst())
                .doesNotContain(before.getLast());
        assertThat(Health.number("changesSetAside")).isZero();
        assertThat(new IndexDirectories(directory).current())
                .as("nothing was built anew")
                .contains(build);
    }
}
