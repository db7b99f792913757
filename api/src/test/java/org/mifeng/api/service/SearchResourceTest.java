package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search as a page or a phone sees it. Each test looks at its own corner of the map. */
@QuarkusTest
@ServiceTest
class SearchResourceTest {
    private static final String CLEANING = "4-09-08-01";
    private static final int NIGHTS = 0x888_8888;

    @Inject
    Market market;

    /** A post at a corner that no other test uses, changed by the caller. */
    private String posted(double latitude, Consumer<Map<String, Object>> change) {
        Map<String, Object> post = Market.loadingWork();
        post.put("place", Map.of("latitude", latitude, "longitude", Market.LONGITUDE, "address", "蜂鸣路 7 号"));
        post.put("benefits", new ArrayList<>(List.of("MEALS")));
        change.accept(post);
        return Market.posted(market.employerToken(), post);
    }

    private static ValidatableResponse found(double latitude, Object... parameters) {
        var request =
                given().queryParam("near", latitude + "," + Market.LONGITUDE).queryParam("radius", 1_000);
        if (!List.of(parameters).contains("limit")) {
            request = request.queryParam("limit", 50);
        }
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.queryParam((String) parameters[i], parameters[i + 1]);
        }
        return request.get("/api/v1/job-posts").then().statusCode(200);
    }

    private static List<String> ids(double latitude, Object... parameters) {
        return found(latitude, parameters).extract().path("jobs.id");
    }

    private static void awaitAll(double latitude, String... posts) {
        await().until(() -> ids(latitude).containsAll(List.of(posts)));
    }

    @Test
    void everyFilterKeepsWhatItNamesAndItsNegationTheRest() {
        double here = 35.21;
        String daily = posted(here, post -> {});
        String monthly = posted(here, post -> {
            post.put("settlement", "MONTHLY");
            post.put("slots", NIGHTS);
            post.put("hazards", List.of("NIGHT"));
            post.put("benefits", List.of("LODGING"));
            post.put("occupation", CLEANING);
            post.put("title", "夜间保洁");
            post.put("body", "夜里打扫商场卫生，夜班有补贴。");
            post.put("pay", Map.of("amountFen", 17_600, "unit", "DAY", "hoursPerDay", 8));
        });
        awaitAll(here, daily, monthly);
        Object[][] cases = {
            {"settlement", "DAILY", "-DAILY"},
            {"occupation", "4-02-05", "-4-02-05"},
            {"occupation", "4-02-05-01", "-4-02"},
            {"slot", "MORNING", "-MORNING"},
            {"slot", "-NIGHT", "NIGHT"},
            {"benefit", "MEALS", "-MEALS"},
            {"hazard", "-NIGHT", "NIGHT"},
            {"leastFenPerHour", 3_000, null},
            {"word", "-夜班", null},
        };
        for (Object[] one : cases) {
            boolean slots = one[0].equals("slot");
            if (!slots) {
                assertThat(ids(here, one[0], one[1]))
                        .as("%s=%s", one[0], one[1])
                        .contains(daily)
                        .doesNotContain(monthly);
            }
            if (one[2] != null && !slots) {
                assertThat(ids(here, one[0], one[2]))
                        .as("%s=%s", one[0], one[2])
                        .contains(monthly)
                        .doesNotContain(daily);
            }
        }
        assertThat(ids(here, "slot", "MORNING")).contains(daily).doesNotContain(monthly);
        assertThat(ids(here, "slot", "-MORNING")).contains(monthly).doesNotContain(daily);
        assertThat(ids(here, "belowFenPerHour", 3_000)).contains(monthly).doesNotContain(daily);
        String employer =
                found(here, "settlement", "DAILY").extract().path("jobs.find { it.id == '" + daily + "' }.employer.id");
        assertThat(ids(here, "employer", employer)).containsExactly(daily);
        assertThat(ids(here, "employer", "-" + employer)).contains(monthly).doesNotContain(daily);
        String town = found(here).extract().path("jobs[0].place.townCode");
        assertThat(ids(here, "town", town)).contains(daily, monthly);
        assertThat(ids(here, "town", "-" + town)).doesNotContain(daily, monthly);
    }

    @Test
    void whatTheWordsAskForIsAFilterShownAsAChipThatCanBeSwitchedOff() {
        double here = 35.23;
        String daily = posted(here, post -> {});
        String monthly = posted(here, post -> post.put("settlement", "MONTHLY"));
        awaitAll(here, daily, monthly);
        ValidatableResponse page = found(here, "q", "日结 装卸工");
        page.body("jobs.id", hasItem(daily)).body("jobs.id", not(hasItem(monthly)));
        page.body("chips.kind", hasItems("SETTLEMENT", "TRADE"));
        page.body("jobs[0].reasons", hasItem("正是您找的活"));
        String key = page.extract().path("chips.find { it.kind == 'SETTLEMENT' }.key");
        ValidatableResponse without = found(here, "q", "日结 装卸工", "off", key);
        without.body("jobs.id", hasItems(daily, monthly)).body("switchedOff.key", hasItem(key));
        found(here, "q", "装卸工 不要月结").body("jobs.id", hasItem(daily)).body("jobs.id", not(hasItem(monthly)));
    }

    @Test
    void whoHoldsACertificateWhoHasNoneAndWhoWantsWorkThatAsksForItFindDifferentWork() {
        double here = 35.65;
        String electrician = posted(here, post -> {
            post.put("occupation", "6-31-01-03");
            post.put("title", "维修电工");
            post.put("body", "厂里设备维修，两人一组。");
            post.put("certificates", List.of("electrician"));
        });
        String forklift = posted(here, post -> post.put("certificates", List.of("forklift")));
        String plain = posted(here, post -> {});
        awaitAll(here, electrician, forklift, plain);
        found(here, "q", "有电工证")
                .body("chips.label", is(List.of("有电工证")))
                .body("jobs[0].id", is(electrician))
                .body("jobs[0].reasons", hasItem("您的证用得上"));
        Map<String, List<String>> expected = Map.of(
                "有电工证", List.of(electrician, plain),
                "有电工证 有叉车证", List.of(electrician, forklift, plain),
                "要电工证的活", List.of(electrician),
                "装卸工 有电工证", List.of(plain),
                "不要证", List.of(plain),
                "无证", List.of(plain),
                "没有证", List.of(plain),
                "不需要证", List.of(plain),
                "没有电工证", List.of(forklift, plain));
        expected.forEach((words, posts) -> assertThat(ids(here, "q", words))
                .as(words)
                // what picks up is found from everywhere
                .filteredOn(List.of(electrician, forklift, plain)::contains)
                .containsExactlyInAnyOrderElementsOf(posts));
        assertThat(ids(here, "q", "有电工证", "certificate", "forklift"))
                .as("the parameter wins")
                .contains(forklift)
                .doesNotContain(electrician, plain);
    }

    @Test
    void aPostOfTheWantedTradeIsFoundThoughItsTitleSharesNoCharacter() {
        double here = 35.25;
        String odd = posted(here, post -> {
            post.put("title", "物流园日结");
            post.put("body", "货到站台，上车下车，按件搬。");
        });
        awaitAll(here, odd);
        assertThat(ids(here, "q", "装卸")).contains(odd);
    }

    @Test
    void ordersAreExactAndPagesHaveNoGapAndNoRepeat() {
        double here = 35.27;
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            int pay = 20_000 + 1_000 * (i % 4);
            posts.add(posted(
                    here + 0.0003 * (i % 5),
                    post -> post.put("pay", Map.of("amountFen", pay, "unit", "DAY", "hoursPerDay", 8))));
        }
        awaitAll(here, posts.toArray(String[]::new));
        for (String sort : List.of("FIT", "DISTANCE", "PAY", "NEWNESS")) {
            List<String> whole = ids(here, "sort", sort);
            assertThat(whole).as(sort).containsAll(posts);
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                var request = given().queryParam("near", here + "," + Market.LONGITUDE)
                        .queryParam("radius", 1_000)
                        .queryParam("sort", sort)
                        .queryParam("limit", 5);
                ValidatableResponse page = (cursor.isEmpty() ? request : request.queryParam("cursor", cursor))
                        .get("/api/v1/job-posts")
                        .then()
                        .statusCode(200);
                seen.addAll(page.extract().<List<String>>path("jobs.id"));
                cursor = page.extract().path("nextCursor");
            } while (cursor != null);
            assertThat(seen).as(sort).isEqualTo(whole);
        }
        assertThat(found(here, "sort", "PAY").extract().<List<Integer>>path("jobs.pay.fenPerHour"))
                .isSortedAccordingTo((a, b) -> b - a);
        assertThat(found(here, "sort", "DISTANCE").extract().<List<Integer>>path("jobs.distanceMetres"))
                .isSorted();
    }

    @Test
    void whatWordsMeanBesidesIsFoundOnLaterPagesIfItWasOnTheFirst() {
        double here = 35.63;
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            posts.add(posted(here, SearchResourceTest::helpingAtHome));
            posts.add(posted(here, SearchResourceTest::helpingInAFactory));
        }
        awaitAll(here, posts.toArray(String[]::new));
        ValidatableResponse first = found(here, "q", "小时工", "limit", 10);
        List<String> seen = new ArrayList<>(first.extract().<List<String>>path("jobs.id"));
        String cursor = first.extract().path("nextCursor");
        // now the surest meaning fills a page by itself
        List<String> more = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            more.add(posted(here, SearchResourceTest::helpingAtHome));
        }
        awaitAll(here, more.toArray(String[]::new));
        assertThat(ids(here, "q", "小时工")).as("asked anew").hasSize(23);
        while (cursor != null) {
            ValidatableResponse next = found(here, "q", "小时工", "limit", 10, "cursor", cursor);
            seen.addAll(next.extract().<List<String>>path("jobs.id"));
            cursor = next.extract().path("nextCursor");
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(posts);
    }

    private static void helpingAtHome(Map<String, Object> post) {
        post.put("occupation", "4-10-01-06");
        post.put("title", "家政帮工");
        post.put("body", "到雇主家里收拾屋子，按次算钱。");
    }

    private static void helpingInAFactory(Map<String, Object> post) {
        post.put("occupation", "6-31-99-00");
        post.put("title", "车间普工");
        post.put("body", "在车间里打下手，听班长安排。");
    }

    @Test
    void countsSayWhatEachValueWouldFindWithoutItsOwnFilter() {
        double here = 35.29;
        String daily = posted(here, post -> {});
        String weekly = posted(here, post -> post.put("settlement", "WEEKLY"));
        awaitAll(here, daily, weekly);
        given().queryParam("near", here + "," + Market.LONGITUDE)
                .queryParam("radius", 1_000)
                .queryParam("settlement", "DAILY")
                .get("/api/v1/job-posts/facets")
                .then()
                .statusCode(200)
                .body("posts", equalTo(1))
                .body("openings", equalTo(5))
                .body("atLeast", is(false))
                .body("settlements.value", hasItems("DAILY", "WEEKLY"))
                .body("occupations.find { it.value == '" + Market.LOADING + "' }.posts", equalTo(1))
                .body("occupationGroups.value", hasItem("4-02-05"))
                .body("rings.find { it.value == '1000' }.posts", equalTo(1))
                .body("rings.find { it.value == '5000' }.posts", greaterThanOrEqualTo(1))
                .body("benefits.value", hasItem("MEALS"))
                .body("slots.value", hasItem("MORNING"))
                .body("pay.posts.sum()", equalTo(1));
    }

    @Test
    void suggestionsFindSomethingUnderTheFiltersAlreadySet() {
        double here = 35.31;
        awaitAll(here, posted(here, post -> {}));
        for (String typed : List.of("装", "zhuang", "zx")) {
            given().queryParam("q", typed)
                    .queryParam("near", here + "," + Market.LONGITUDE)
                    .queryParam("radius", 1_000)
                    .get("/api/v1/job-posts/suggest")
                    .then()
                    .statusCode(200)
                    .body("suggestions.text.findAll { it.contains('装卸') }", not(empty()));
        }
        given().queryParam("q", "装")
                .queryParam("near", here + "," + Market.LONGITUDE)
                .queryParam("radius", 1_000)
                .queryParam("settlement", "MONTHLY")
                .get("/api/v1/job-posts/suggest")
                .then()
                .statusCode(200)
                .body("suggestions", empty());
    }

    @Test
    void anEmptyListSaysWhichSingleFilterHidesMost() {
        double here = 35.33;
        awaitAll(here, posted(here, post -> {}));
        given().queryParam("near", here + "," + Market.LONGITUDE)
                .queryParam("town", "370811002", "-370811002")
                .queryParam("settlement", "DAILY")
                .get("/api/v1/job-posts")
                .then()
                .statusCode(200)
                .body("jobs", empty())
                .body("hiding.criterion", equalTo("TOWN"))
                .body("hiding.posts", greaterThanOrEqualTo(1))
                .body("hiding.label", containsString("地方"));
    }

    @Test
    void anAddressFallsBackFromTheHouseToTheStreetTheTownAndTheCounty() {
        posted(
                35.35,
                post -> post.put(
                        "place", Map.of("latitude", 35.35, "longitude", Market.LONGITUDE, "address", "金蜂巷 21 号")));
        await().until(() -> levelOf("金蜂巷21号").equals("HOUSE"));
        for (String[] one : new String[][] {
            {"金蜂巷 9 号", "STREET"},
            {"金城街道没有这条胡同", "TOWN"},
            {"任城", "COUNTY"},
        }) {
            given().queryParam("address", one[0])
                    .get("/api/v1/job-posts")
                    .then()
                    .statusCode(200)
                    .body("place.level", equalTo(one[1]));
        }
        given().queryParam("address", "仙应街道")
                .get("/api/v1/job-posts")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("address"))
                .body("errors[0].message", containsString("仙营街道"));
    }

    private static String levelOf(String address) {
        String level =
                given().queryParam("address", address).get("/api/v1/job-posts").path("place.level");
        return Objects.requireNonNullElse(level, "NONE");
    }

    private void postedAt(String address) {
        posted(
                35.36,
                post -> post.put(
                        "place", Map.of("latitude", 35.36, "longitude", Market.LONGITUDE, "address", address)));
    }

    @Test
    void theHouseOfANewPostIsFoundThoughItsStreetWasKnownBefore() {
        postedAt("银蜂路 3 号");
        await().until(() -> levelOf("银蜂路3号").equals("HOUSE"));
        assertThat(levelOf("银蜂路5号")).isEqualTo("STREET");
        postedAt("银蜂路 5 号");
        await().until(() -> levelOf("银蜂路5号").equals("HOUSE"));
    }

    @Test
    void aWrongValueIsNamedWithTheOneThatWasPerhapsMeant() {
        for (String[] one : new String[][] {
            {"settlement", "DAYLY", "DAILY"},
            {"settlement", "-MONTLY", "MONTHLY"},
            {"slot", "NIHGT", "NIGHT"},
            {"benefit", "MEAL", "MEALS"},
            {"hazard", "HIGHT", "HEIGHT"},
            {"certificate", "forklit", "forklift"},
            {"occupation", "4-02-05-1", "4-02-05"},
            {"occupation", "刮大白", "6-"},
            {"town", "金城街道", "370811002"},
            {"sort", "DISTANSE", "DISTANCE"},
        }) {
            given().queryParam(one[0], one[1])
                    .get("/api/v1/job-posts")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("invalid-field"))
                    .body("errors.field", everyItem(equalTo(one[0])))
                    .body("errors[0].message", containsString(one[2]));
        }
        given().queryParam("setlement", "DAILY")
                .get("/api/v1/job-posts")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-parameter"))
                .body("errors[0].message", containsString("settlement"));
        given().queryParam("leastFenPerHour", 3_000)
                .queryParam("belowFenPerHour", 2_000)
                .queryParam("postedWithinDays", 0)
                .queryParam("startsWithinDays", 400)
                .queryParam("leastTrust", 101)
                .queryParam("word", "夜班")
                .queryParam("employer", "nobody")
                .get("/api/v1/job-posts")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        hasItems(
                                "belowFenPerHour",
                                "postedWithinDays",
                                "startsWithinDays",
                                "leastTrust",
                                "word",
                                "employer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"！！！", "。，、", "😀🎉👍", "\u202E\u200F", "\u0001\u0002", "　"})
    void whatHoldsNoWordIsAClearErrorOrAnyJob(String words) {
        int status = given().queryParam("q", words)
                .get("/api/v1/job-posts")
                .then()
                .extract()
                .statusCode();
        assertThat(status).isEqualTo(words.isBlank() ? 200 : 400);
    }

    @Test
    void oddTextIsReadAsFarAsItCanBe() {
        given().queryParam("q", "保洁".repeat(5_000))
                .get("/api/v1/job-posts")
                .then()
                .statusCode(200)
                .body("remarks", hasItem("CUT"));
        given().queryParam("q", "100000199001011234")
                .get("/api/v1/job-posts")
                .then()
                .statusCode(200)
                .body("remarks", hasItem("LONG_NUMBER"));
        given().queryParam("q", "保\u202E洁\u0000 员")
                .get("/api/v1/job-posts")
                .then()
                .statusCode(200)
                .body("chips.kind", hasItem("TRADE"));
        given().queryParam("q", "10101".repeat(100))
                .get("/api/v1/job-posts")
                .then()
                .statusCode(200);
        given().queryParam("q", "修理擦洗补漏".repeat(100))
                .get("/api/v1/job-posts")
                .then()
                .statusCode(200);
    }
}
