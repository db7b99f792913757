package org.mifeng.api.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks run, on markets too small to mean anything, so that they cannot rot. */
class BenchTest {
    @TempDir
    static Path data = Path.of("target");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int bench(String... arguments) throws Exception {
        return Bench.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private JsonNode json(String... arguments) throws Exception {
        Path file = data.resolve("result.json");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString(), "--json", file.toString()));
        assertThat(bench(all.toArray(String[]::new))).isEqualTo(Bench.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).isNotBlank();
        return new ObjectMapper().readTree(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "match --none 1",
                "match --posts",
                "match --posts many",
                "match --posts 1",
                "match --rounds 0",
                "fresh --questions 200 --no-sql",
                "scale --posts 45000,,450000",
                "cold --data",
                "morning --try 0.02"
            })
    void aWrongCommandLineIsRefusedBeforeAnythingRuns(String line) throws Exception {
        assertThat(bench(line.split(" ", -1))).isEqualTo(Bench.WRONG_USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith(" See ./bench --help.\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void everyBenchmarkIsInTheScriptsHelpAndExplainsItsOptions() throws Exception {
        String script = Files.readString(Path.of("..", "bench"));
        for (Benchmark benchmark : Bench.ALL) {
            assertThat(script).containsPattern("(?m)^  " + benchmark.name() + " ");
            assertThat(bench(benchmark.name(), "--help")).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("./bench " + benchmark.name(), "--json");
        }
    }

    @Test
    void aMatchComparesAllEnginesAndExactOnesAgree() throws Exception {
        JsonNode result = json("match", "--posts", "2000", "--questions", "100", "--rounds", "1", "--no-sql");
        assertThat(result.get("posts").intValue()).isEqualTo(2_000);
        assertThat(result.get("lists_equal").booleanValue()).isTrue();
        for (String engine : List.of("ours", "oracle", "function_score", "plain_lucene", "term_query")) {
            JsonNode times = result.get("engines").get(engine);
            assertThat(times.get("p50_ms").doubleValue()).as(engine).isPositive();
            assertThat(times.get("p99_ms").doubleValue())
                    .as(engine)
                    .isGreaterThanOrEqualTo(times.get("p50_ms").doubleValue());
            assertThat(times.get("per_second").doubleValue()).as(engine).isPositive();
        }
    }

    @Test
    void theSeekersForAPostAreTheBruteScans() throws Exception {
        JsonNode result = json(
                "reverse", "--posts", "2000", "--seekers", "3000", "--questions", "100", "--rounds", "1", "--no-sql");
        assertThat(result.get("seekers").intValue()).isEqualTo(3_000);
        assertThat(result.get("active_seekers").intValue()).isBetween(2_000, 3_000);
        assertThat(result.get("lists_equal").booleanValue()).isTrue();
        assertThat(result.get("engines").get("ours").get("p50_ms").doubleValue())
                .isPositive();
        assertThat(result.get("engines").get("oracle").get("same_lists").doubleValue())
                .isEqualTo(1);
    }

    @Test
    void changesBecomeVisibleWhileMatchesRun() throws Exception {
        JsonNode result = json("fresh", "--posts", "2000", "--questions", "100", "--seconds", "1", "--rounds", "1");
        assertThat(result.get("visible").get("samples").intValue()).isEqualTo(100);
        assertThat(result.get("visible").get("p99_ms").doubleValue()).isPositive();
        assertThat(result.get("idle").get("p50_ms").doubleValue()).isPositive();
        assertThat(result.get("segments").intValue()).isPositive();
        assertThat(result.get("lists_equal").booleanValue()).isTrue();
    }

    @Test
    void aFreshProcessAnswers() throws Exception {
        JsonNode result = json("cold", "--posts", "2000", "--rounds", "1");
        assertThat(result.get("open_ms").doubleValue()).isPositive();
        assertThat(result.get("first_match_ms").doubleValue()).isPositive();
    }

    @Test
    void sizesAreComparedPairwise() throws Exception {
        JsonNode result = json("scale", "--posts", "1000,2000", "--questions", "100", "--rounds", "1");
        assertThat(result.get("sizes")).hasSize(2);
        assertThat(result.get("growth").get(0).get("p50_factor").doubleValue()).isPositive();
        assertThat(result.get("lists_equal").booleanValue()).isTrue();
    }

    @Test
    void aMorningIsPlayedUnderEveryPolicyAndNoneBeatsTheOptimum() throws Exception {
        JsonNode result = json(
                "morning",
                "--posts",
                "40000",
                "--seekers",
                "150",
                "--mornings",
                "1",
                "--try",
                "0.05/0.1",
                "--seed",
                "7");
        int optimum = result.get("optimum_filled").get(0).intValue();
        for (String policy : List.of("none", "ours", "plan", "0.050/0.100")) {
            JsonNode numbers = result.get("policies").get(policy);
            assertThat(numbers.get("filled").get(0).intValue()).as(policy).isBetween(1, optimum);
            assertThat(numbers.get("gini").get(0).doubleValue()).as(policy).isBetween(0.0, 1.0);
        }
        JsonNode plan = result.get("policies").get("plan");
        assertThat(plan.get("share_of_plan_percent").get(0).doubleValue()).isEqualTo(100);
        assertThat(plan.get("share_of_optimum_percent").get(0).doubleValue())
                .isCloseTo(100.0 * plan.get("filled").get(0).intValue() / optimum, within(1e-9));
        JsonNode none = result.get("policies").get("none");
        // whoever comes has the whole way for it: only those who do not, one in twelve, let a hold run out
        assertThat(none.get("holds_run_out").get(0).intValue()).isLessThan(150 / 6);
        assertThat(none.get("worst_loss_of_20_percent").get(0).doubleValue()).isZero();
    }

    @Test
    void theSameSeedPlaysTheSameMorning() throws Exception {
        String[] arguments = {"morning", "--posts", "40000", "--seekers", "100", "--mornings", "1"};
        JsonNode first = json(arguments);
        assertThat(json(arguments)).isEqualTo(first);
    }
}
