package org.mifeng.api.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mifeng.indexdata.bulk.EmployerState;

@QuarkusTest
@ServiceTest
class PostReadingResourceTest {
    @Inject
    Market market;

    private ValidatableResponse read(Map<String, String> draft) {
        return read(market.employerToken(), draft);
    }

    private static ValidatableResponse read(String token, Map<String, String> draft) {
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/api/v1/job-posts/readings")
                .then();
    }

    @Test
    void whatTheWordsSayIsSuggested() {
        read(Map.of("title", "急招！日结260 装卸工/打包工5名 包吃住", "body", "在物流园装车，要有健康证。工作餐免费。"))
                .statusCode(200)
                .body("title", equalTo("装卸工 打包工"))
                .body("occupations[0].code", equalTo("4-02-05-01"))
                .body("occupations[0].officialName", equalTo("装卸搬运工"))
                .body("occupations[0].confidence", greaterThan(0.3f))
                .body("occupations[1].code", equalTo("6-31-05-00"))
                .body("pay", equalTo(Map.of("leastFen", 26_000, "mostFen", 26_000, "unit", "DAY")))
                .body("settlement", equalTo("DAILY"))
                .body("benefits", containsInAnyOrder("MEALS", "LODGING"))
                .body("openings", equalTo(5))
                .body("certificates", contains("health"))
                .body("urgent", equalTo(true));
    }

    @Test
    void theBodySpeaksWhereTheTitleIsSilent() {
        read(Map.of("title", "急招！！！", "body", "招小区保安3名\n工资4500元/月"))
                .statusCode(200)
                .body("occupations[0].code", equalTo("4-07-05-01"))
                .body("openings", equalTo(3))
                .body("pay.unit", equalTo("MONTH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀🔥👍", "！！！……、、", "1234567890123456789012345678901234567890"})
    void wordsThatSayNothingGiveNoSuggestion(String title) {
        read(Map.of("title", title))
                .statusCode(200)
                .body("title", equalTo(""))
                .body("occupations", empty())
                .body("$", not(hasKey("pay")))
                .body("$", not(hasKey("openings")));
    }

    @Test
    void aBodyOfTenThousandCharactersIsRead() {
        read(Map.of("title", "保安", "body", "巡逻。".repeat(3_333) + "。")).statusCode(200);
    }

    @Test
    void tooLongOrMissingWordsAreNamed() {
        String answer = read(Map.of("title", "焊工".repeat(5_000), "body", "焊".repeat(10_001)))
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors.field", containsInAnyOrder("title", "body"))
                .body("errors.rule", contains("length", "length"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("焊工焊工");
        read(Map.of("body", "巡逻")).statusCode(400).body("errors.field", contains("title"));
        read(Map.of("title", "  ")).statusCode(400).body("errors.field", contains("title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"保安\u202e急招", "保安\u0000", "保安\u0007"})
    void controlAndDirectionCharactersAreRefused(String title) {
        read(Map.of("title", title))
                .statusCode(400)
                .body("errors.field", contains("title"))
                .body("errors.rule", contains("characters"));
    }

    @Test
    void aPhoneIsNotGivenBackInTheCleanedTitle() {
        read(Map.of("title", "保安 联系13800138000")).statusCode(200).body("title", not(containsString("138")));
    }

    @Test
    void onlyEmployersWhoMayPostAreAnswered() {
        Map<String, String> draft = Map.of("title", "保安");
        given().contentType(ContentType.JSON)
                .body(draft)
                .post("/api/v1/job-posts/readings")
                .then()
                .statusCode(401)
                .body("code", equalTo("token-required"));
        read(market.employerToken(EmployerState.SUSPENDED, Instant.now().plus(1, ChronoUnit.DAYS)), draft)
                .statusCode(403)
                .body("code", equalTo("employer-not-allowed"));
    }

    @Test
    void anUnknownPropertyIsRefused() {
        read(Map.of("title", "保安", "occupation", "4-07-05-01"))
                .statusCode(400)
                .body("code", equalTo("unknown-property"));
    }
}
