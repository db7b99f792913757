package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.event.Event;
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
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.Outbox;
import org.mifeng.api.outbox.OutboxChange;

@QuarkusTest
@ServiceTest
class MatchResourceTest {
    @Inject
    Market market;

    @Inject
    TestClock clock;

    @Inject
    Event<Outbox.Recorded> recorded;

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
        market.change(before.getFirst(), "openings_left = 0");
        await().untilAsserted(() -> Market.match(profile)
                .then()
                .body("jobs", hasSize(3))
                .body("jobs.id", org.hamcrest.Matchers.not(hasItem(before.getFirst()))));
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
    void whatCannotBeAProfileIsNamedFieldByField() {
        Map<String, Object> profile = Market.profile();
        profile.put("occupations", Collections.nCopies(200, Market.LOADING));
        Market.match(profile)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("occupations")))
                .body("errors[0].message", equalTo("最多 16 项"));
        Market.match(Map.of()).then().statusCode(400).body("errors.field", equalTo(List.of("near")));
        Market.match(Map.of("near", Map.of("latitude", 51.5, "longitude", 0.1)))
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("near")))
                .body("errors[0].message", startsWith("应在"));
        profile = Market.profile();
        profile.put("helpGroups", List.of("RICH"));
        Market.match(profile)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("helpGroups[0]"))
                .body("errors[0].message", startsWith("应为OLDER"));
        profile = Market.profile();
        profile.put("spreadSeed", -1);
        Market.match(profile).then().statusCode(400).body("errors.field", equalTo(List.of("spreadSeed")));
    }

    @Test
    void aCommitThatIsHeardOfAfterItsRowWasReadHidesNothing() {
        String id = visiblePost(Market.loadingWork());
        int number = given().get("/api/v1/job-posts/" + id).path("postNumber");
        recorded.fire(new Outbox.Recorded(new OutboxChange.Key(IndexSubject.JOB_POST, number), 0));
        assertThat(Market.matchedIds(Market.profile())).contains(id);
    }

    @Test
    void unknownIdsAreNamedAndTooManyAreTooMany() {
        String post = visiblePost(Market.loadingWork());
        Map<String, Object> profile = Market.profile();
        profile.put("blockedEmployers", List.of(post));
        profile.put("wantedEmployers", List.of("no id at all"));
        profile.put("dismissedPosts", List.of(post, "AAAAAAAAAAAAAAAAAAAAAA"));
        Market.match(profile)
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        equalTo(List.of("wantedEmployers[0]", "blockedEmployers[0]", "dismissedPosts[1]")))
                .body("errors[1].message", equalTo("没有这个用人单位"));
        profile = Market.profile();
        profile.put("dismissedPosts", Collections.nCopies(501, post));
        Market.match(profile)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("dismissedPosts")))
                .body("errors[0].message", equalTo("最多 500 项"));
    }

    private static double part(JsonPath answer, String post, String part) {
        return answer.getDouble("jobs.find { it.id == '" + post + "' }.parts.find { it.part == '" + part + "' }.value");
    }

    @Test
    void aBlockedEmployerIsHiddenAWantedOneComesFirstAndADismissedPostLast() {
        Map<String, Object> nearby = Map.of("latitude", Market.LATITUDE + 0.05, "longitude", Market.LONGITUDE);
        Map<String, Object> there = Market.loadingWork();
        there.put(
                "place",
                Map.of("latitude", Market.LATITUDE + 0.05, "longitude", Market.LONGITUDE, "address", "车站西路 12 号"));
        Map<String, Object> profile = Market.profile();
        profile.put("near", nearby);
        profile.put("maxDistanceMetres", 1_000);
        String one = Market.posted(market.employerToken(), there);
        String other = Market.posted(market.employerToken(), there);
        await().until(() -> Market.matchedIds(profile).containsAll(List.of(one, other)));
        JsonPath plain = Market.match(profile).then().statusCode(200).extract().jsonPath();
        String employer = plain.getString("jobs.find { it.id == '" + other + "' }.employer.id");
        assertThat(employer).hasSize(22);

        profile.put("wantedEmployers", List.of(employer));
        assertThat(Market.matchedIds(profile)).containsExactly(other, one);
        profile.remove("wantedEmployers");
        profile.put("dismissedPosts", List.of(other));
        assertThat(Market.matchedIds(profile)).containsExactly(one, other);
        profile.put("dismissedPosts", List.of(one));
        assertThat(Market.matchedIds(profile)).containsExactly(other, one);
        profile.put("blockedEmployers", List.of(employer));
        assertThat(Market.matchedIds(profile)).containsExactly(one);
    }

    @Test
    void whoIsHelpedFirstIsHelpedWhereTheyAreWelcome() {
        String post = visiblePost(Market.loadingWork());
        market.change(post, "welcomes = 2");
        Map<String, Object> helped = Market.profile();
        helped.put("limit", 50);
        helped.put("helpGroups", List.of("DISABLED"));
        await().until(() -> {
            JsonPath answer =
                    Market.match(helped).then().statusCode(200).extract().jsonPath();
            return answer.getList("jobs.id").contains(post) && part(answer, post, "HELP_FIRST") == 1.0;
        });
        Map<String, Object> profile = Market.profile();
        profile.put("limit", 50);
        assertThat(part(Market.match(profile).jsonPath(), post, "HELP_FIRST")).isLessThan(1.0);
    }

    private static Map<String, Object> farAway() {
        Map<String, Object> profile = Market.profile();
        profile.put("near", Map.of("latitude", Market.LATITUDE + 0.6, "longitude", Market.LONGITUDE));
        profile.put("maxDistanceMetres", 3_000);
        return profile;
    }

    @Test
    void whereNothingIsNearTheDistanceIsGivenUpAndThatIsSaidOnEveryPage() {
        String token = market.employerToken();
        String first = Market.posted(token, Market.loadingWork());
        String second = Market.posted(token, Market.loadingWork());
        await().until(() -> Market.matchedIds(Market.profile()).containsAll(List.of(first, second)));
        Map<String, Object> profile = farAway();
        profile.put("limit", 1);
        JsonPath page = Market.match(profile)
                .then()
                .statusCode(200)
                .body("jobs", hasSize(1))
                .body("relaxed.wishes", equalTo(List.of("DISTANCE")))
                .body("relaxed.sentence", equalTo("附近没有合适的，已放宽：距离"))
                .extract()
                .jsonPath();
        profile.put("cursor", page.getString("nextCursor"));
        Market.match(profile)
                .then()
                .statusCode(200)
                .body("jobs", hasSize(1))
                .body("jobs.id", org.hamcrest.Matchers.not(hasItem(page.getString("jobs[0].id"))))
                .body("relaxed.sentence", equalTo("已放宽：距离"));
        Market.match(Market.profile()).then().body("relaxed", org.hamcrest.Matchers.nullValue());
    }

    private static io.restassured.response.Response shortage(Map<String, Object> profile) {
        return io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(profile)
                .post("/api/v1/matches/shortage");
    }

    @Test
    void theShortageSaysWhichWishKeepsMostJobsOut() {
        visiblePost(Market.loadingWork());
        JsonPath answer = shortage(farAway())
                .then()
                .statusCode(200)
                .body("suiting", equalTo(0))
                .body("best", equalTo("DISTANCE"))
                .body("more[0].relaxation", equalTo("DISTANCE"))
                .body("more[0].hidden", equalTo(true))
                .extract()
                .jsonPath();
        int jobs = answer.getInt("more[0].jobs");
        assertThat(jobs).isPositive();
        assertThat(answer.getString("more[0].label")).isEqualTo("放宽距离，能再多 " + jobs + " 个");
        assertThat(answer.getList("more.jobs", Integer.class)).allMatch(count -> count > 0);
        Map<String, Object> child = farAway();
        child.put("ageYears", 15);
        shortage(child)
                .then()
                .statusCode(200)
                .body("guidance", equalTo("UNDER_16"))
                .body("more", hasSize(0));
        shortage(Map.of()).then().statusCode(400).body("errors.field", equalTo(List.of("near")));
    }

    @Test
    void aMissingEntryOfAListIsTheClientsFault() {
        for (String field : List.of("occupations", "settlements", "certificates", "helpGroups", "dismissedPosts")) {
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
