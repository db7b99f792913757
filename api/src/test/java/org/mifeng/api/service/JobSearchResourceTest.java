package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceTest
class JobSearchResourceTest {
    @Inject
    Market market;

    private static List<String> search(String words) {
        return given().queryParam("q", words)
                .queryParam("limit", 50)
                .get("/api/v1/job-posts")
                .then()
                .statusCode(200)
                .extract()
                .path("jobs.id");
    }

    @Test
    void wordsOfTitleAndTextFindAPostAndOthersDoNot() {
        Map<String, Object> post = Market.loadingWork();
        post.put("title", "葡萄园采摘 日结");
        post.put("body", "采摘葡萄，包午饭。");
        String id = Market.posted(market.employerToken(), post);
        await().until(() -> search("葡萄").contains(id));
        given().queryParam("q", "水泥搅拌")
                .get("/api/v1/job-posts")
                .then()
                .statusCode(200)
                .body("jobs.id", not(hasItem(id)));
    }

    private static io.restassured.response.ValidatableResponse searched(String query) {
        return given().queryParam("q", query).get("/api/v1/job-posts").then().statusCode(200);
    }

    @Test
    void aWordThatFindsNothingAsksForTheNameThatSoundsNearlySo() {
        searched("越扫").body("jobs", empty()).body("didYouMean", hasItem("月嫂"));
    }

    @Test
    void aWordThatNothingExplainsIsAskedAboutBesideJobsThatWereFound() {
        String id = Market.posted(market.employerToken(), Market.loadingWork());
        await().until(() -> search("装卸 越扫").contains(id));
        searched("装卸 越扫").body("jobs.id", hasItem(id)).body("didYouMean", hasItem("月嫂"));
        searched("装卸").body("jobs.id", hasItem(id)).body("didYouMean", empty());
    }

    @Test
    void nothingIsAskedWhereNoNameIsNear() {
        searched("魑魅魍魉").body("jobs", empty()).body("didYouMean", empty());
    }

    @Test
    void withoutWordsTheNearestJobsCome() {
        String id = Market.posted(market.employerToken(), Market.loadingWork());
        await().until(() -> given().queryParam("near", Market.LATITUDE + "," + Market.LONGITUDE)
                .queryParam("radius", 500)
                .queryParam("limit", 50)
                .get("/api/v1/job-posts")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("jobs.id")
                .contains(id));
    }

    private static io.restassured.response.Response similar(String post) {
        return given().queryParam("limit", 50).get("/api/v1/job-posts/" + post + "/similar");
    }

    @Test
    void jobsLikeOneAreOthersOfItsKindAlsoWhenItIsFull() {
        String token = market.employerToken();
        String liked = Market.posted(token, Market.loadingWork());
        String other = Market.posted(market.employerToken(), Market.loadingWork());
        await().until(() -> similar(liked)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("jobs.id")
                .contains(other));
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"reason\": \"FILLED\"}")
                .post("/api/v1/job-posts/" + liked + "/close")
                .then()
                .statusCode(200);
        similar(liked)
                .then()
                .statusCode(200)
                .body("jobs.id", hasItem(other))
                .body("jobs.id", not(hasItem(liked)))
                .body("jobs[0].occupation.code", equalTo(Market.LOADING))
                .body("jobs[0].reasons", hasItem("同样的活"))
                .body("nextCursor", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void jobsLikeNoneAreAProblemAndSoAreBadValues() {
        similar("AAAAAAAAAAAAAAAAAAAAAA")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("job-post-unknown"));
        String post = Market.posted(market.employerToken(), Market.loadingWork());
        market.write("update job_post set state = 'TAKEN_DOWN' where public_id = ?", post);
        similar(post).then().statusCode(404);
        given().queryParam("near", "1,2")
                .queryParam("limit", 0)
                .get("/api/v1/job-posts/" + post + "/similar")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("near", "limit"));
        given().queryParam("cursor", "x")
                .get("/api/v1/job-posts/" + post + "/similar")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-parameter"));
    }

    @Test
    void unknownParameterIsRefusedByName() {
        given().queryParam("radius_km", 3)
                .get("/api/v1/job-posts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("unknown-parameter"))
                .body("errors.field", hasItem("radius_km"));
    }

    @Test
    void everyBadValueIsNamed() {
        given().queryParam("near", "116.58,35.41")
                .queryParam("radius", "far")
                .queryParam("limit", 51)
                .get("/api/v1/job-posts")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors.field", hasItems("near", "radius", "limit"));
    }

    @Test
    void wordsWithoutAnyWordAreRefused() {
        given().queryParam("q", "！！！").get("/api/v1/job-posts").then().statusCode(400);
    }
}
