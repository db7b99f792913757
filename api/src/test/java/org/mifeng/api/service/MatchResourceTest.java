package org.mifeng.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mifeng.api.environment.MarketCalendar;

@QuarkusTest
@ServiceTest
class MatchResourceTest {
    @Inject
    Market market;

    @Inject
    TestClock clock;

    @AfterEach
    void backToNow() {
        clock.setAhead(Duration.ZERO);
    }

    private String visiblePost(Map<String, Object> post) {
        String id = Market.posted(market.employerToken(), post);
        await().until(() -> Market.matchedIds(Market.profile()).contains(id));
        return id;
    }

    @Test
    void everyJobSaysWhereHowMuchAndWhy() {
        visiblePost(Market.loadingWork());
        JsonPath answer =
                Market.match(Market.profile()).then().statusCode(200).extract().jsonPath();
        assertThat(answer.getString("modelVersion")).isNotBlank();
        assertThat(answer.getString("indexGeneration")).isNotBlank();
        Map<String, Object> job = answer.getMap("jobs[0]");
        assertThat(job)
                .containsKeys("id", "postNumber", "title", "pay", "settlement", "place", "distanceMetres", "direction");
        assertThat(answer.getList("jobs[0].parts.part")).contains("OCCUPATION", "PROXIMITY", "PAY");
        double sum = answer.getList("jobs[0].parts.contribution", Float.class).stream()
                .mapToDouble(Float::doubleValue)
                .sum();
        assertThat(sum).isCloseTo(answer.getDouble("jobs[0].score"), org.assertj.core.api.Assertions.within(1e-4));
        assertThat(answer.getList("jobs[0].reasons")).isNotEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutRepeatOrGap() {
        String token = market.employerToken();
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            posted.add(Market.posted(token, Market.loadingWork()));
        }
        await().until(() -> Market.matchedIds(Market.profile()).containsAll(posted));
        List<String> all = Market.matchedIds(Market.profile());
        List<String> paged = new ArrayList<>();
        Map<String, Object> profile = Market.profile();
        profile.put("limit", 3);
        while (paged.size() < all.size()) {
            JsonPath page =
                    Market.match(profile).then().statusCode(200).extract().jsonPath();
            paged.addAll(page.getList("jobs.id"));
            profile.put("cursor", page.getString("nextCursor"));
        }
        assertThat(new HashSet<>(paged)).hasSameSizeAs(paged).containsAll(posted);
        assertThat(paged).startsWith(all.toArray(String[]::new));
    }

    @Test
    void pageIsFilledUpWhenARowHidesAJobThatTheIndexStillHas() {
        String token = market.employerToken();
        for (int i = 0; i < 4; i++) {
            Market.posted(token, Market.loadingWork());
        }
        await().until(() -> Market.matchedIds(Market.profile()).size() >= 4);
        Map<String, Object> profile = Market.profile();
        profile.put("limit", 3);
        List<String> before = Market.match(profile).then().extract().path("jobs.id");
        market.write("update job_post set openings_left = 0 where public_id = ?", before.getFirst());
        Market.match(profile)
                .then()
                .body("jobs", hasSize(3))
                .body("jobs.id", org.hamcrest.Matchers.not(hasItem(before.getFirst())));
    }

    @Test
    void cursorServesOnlyTheQuestionItWasGivenFor() {
        String token = market.employerToken();
        Market.posted(token, Market.loadingWork());
        String last = Market.posted(token, Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).contains(last));
        Map<String, Object> profile = Market.profile();
        profile.put("limit", 1);
        String cursor = Market.match(profile).then().extract().path("nextCursor");
        profile.put("cursor", cursor);
        profile.put("ageYears", 46);
        Market.match(profile).then().statusCode(400).body("code", equalTo("invalid-cursor"));
        profile.put("ageYears", 45);
        profile.put("cursor", (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1));
        Market.match(profile).then().statusCode(400).body("code", equalTo("invalid-cursor"));
        profile.put("cursor", "手");
        Market.match(profile).then().statusCode(400).body("code", equalTo("invalid-cursor"));
        profile.put("cursor", cursor);
        clock.setAhead(Duration.ofHours(1));
        Market.match(profile).then().statusCode(400).body("code", equalTo("invalid-cursor"));
    }

    @Test
    void underSixteenSeesGuidanceAndNoJob() {
        visiblePost(Market.loadingWork());
        Map<String, Object> profile = Market.profile();
        profile.remove("ageYears");
        LocalDate today = LocalDate.now(MarketCalendar.ZONE);
        profile.put("birthDate", today.minusYears(16).plusDays(1).toString());
        Market.match(profile)
                .then()
                .statusCode(200)
                .body("guidance", equalTo("UNDER_16"))
                .body("jobs", hasSize(0));
        profile.put("birthDate", today.minusYears(16).toString());
        Market.match(profile).then().statusCode(200).body("guidance", equalTo("NONE"));
    }

    @Test
    void expiredPostIsNeverReturned() {
        String id = visiblePost(Market.loadingWork());
        clock.setAhead(Duration.ofDays(8));
        assertThat(Market.matchedIds(Market.profile())).doesNotContain(id);
    }

    @Test
    void postWithUndeclaredHazardsIsHiddenFromTheYoung() {
        Map<String, Object> post = Market.loadingWork();
        post.remove("hazards");
        String id = visiblePost(post);
        Map<String, Object> young = Market.profile();
        young.put("ageYears", 17);
        assertThat(Market.matchedIds(young)).doesNotContain(id);
        young.remove("ageYears");
        assertThat(Market.matchedIds(young))
                .as("without an age the strictest rules hold")
                .doesNotContain(id);
    }

    @Test
    void everyWrongFieldIsNamed() {
        Map<String, Object> profile = Market.profile();
        profile.put("occupations", List.of("4-02-05-99", "装卸"));
        profile.put("near", Map.of("latitude", 116.58, "longitude", 35.41));
        profile.put("maxDistanceMetres", 5);
        profile.put("certificates", List.of("no-such"));
        Market.match(profile)
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        hasItems("occupations[0]", "occupations[1]", "near", "maxDistanceMetres", "certificates[0]"))
                .body("errors[0].message", startsWith("本市场没有这个职业"));
        profile = Market.profile();
        profile.remove("near");
        Market.match(profile).then().statusCode(400).body("errors.field", hasItem("near"));
    }

    @Test
    void aMissingEntryOfAListIsTheClientsFault() {
        for (String field : List.of("occupations", "settlements", "certificates")) {
            Map<String, Object> profile = Market.profile();
            profile.put(field, Collections.singletonList(null));
            Market.match(profile).then().statusCode(400).body("errors.field", hasItem(field));
        }
    }

    @Test
    void unknownPropertyIsRefusedByName() {
        Map<String, Object> profile = Market.profile();
        profile.put("sex", "F");
        Market.match(profile)
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-property"))
                .body("errors[0].field", equalTo("sex"));
    }
}
