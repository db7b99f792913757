package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mifeng.api.DatabaseResource;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.indexdata.bulk.IdNumber;

/** Files of the index go bad under the running service. */
@QuarkusTest
@TestProfile(ReadsFilesOften.class)
@WithTestResource(DatabaseResource.class)
@WithTestResource(IndexResource.class)
class DamageInUseTest {
    @Inject
    Market market;

    @ConfigProperty(name = "mifeng.index.directory")
    Path directory = Path.of("target");

    @ParameterizedTest
    @EnumSource
    void theIndexIsBuiltAnewBesideWithoutAStartAndListsGoOn(DamagedFiles damage) throws Exception {
        String token = market.employerToken();
        market.seekerWantsLoading(IdNumber.synthetic(LocalDate.of(1970, 2, 3), 700 + damage.ordinal()));
        String before = posted(token);
        Path build = new IndexDirectories(directory).current().orElseThrow();
        damage.in(build);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Health.state().equals("DAMAGED"));
        given().get("/q/health/ready").then().statusCode(503);
        Market.match(Market.profile()).then().statusCode(200).body("jobs.id", hasItem(before));
        String meanwhile = Market.posted(token, Market.loadingWork());
        Market.close(token, before);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Market.match(Market.profile()).then().statusCode(200);
            return Health.isReady();
        });
        assertThat(Health.state()).isEqualTo("FOLLOWING");
        Market.match(Market.profile()).then().body("jobs.id", hasItem(meanwhile));
        assertThat(Market.matchedIds(Market.profile())).doesNotContain(before);
        assertThat(new IndexDirectories(directory).current()).isPresent().get().isNotEqualTo(build);
        assertThat(build).doesNotExist();
    }

    private static String posted(String token) {
        String id = Market.posted(token, Market.loadingWork());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Market.matchedIds(Market.profile()).contains(id));
        return id;
    }
}
