package org.mifeng.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mifeng.api.launch.ExitCode;

/** What who measures searches and rankings sees. */
class EvaluateRankTest {
    private static final String QUERIES = "q_id\tjobtitle\nq1\t会计\nq2\t厨师\n";
    private static final String CORPUS = "c_id\tjobtitle\nc1\t记账员\nc2\t大厨\nc3\t电工\n";
    private static final String QRELS = "q1 0 c1 1\nq2\t0\tc2\t1\nq2 0 c3 0\n";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    private ExitCode run(String... arguments) {
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return Main.run(List.of(arguments), out, out);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private ExitCode rank(String queries, String corpus, String qrels) throws IOException {
        return run("evaluate-rank", file("queries", queries), file("corpus", corpus), file("qrels", qrels), "--json");
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void rankingsArePrintedAsOneObject() throws IOException {
        assertThat(rank(QUERIES, CORPUS, QRELS)).isEqualTo(ExitCode.DONE);
        assertThat(screen())
                .isEqualToIgnoringNewLines("{\"queries\":2,\"map\":1.0000,\"p_at_5\":0.2000,\"p_at_10\":0.1000}");
    }

    @Test
    void commasQuotesAndFilesWithoutNamesOfColumnsAreRead() throws IOException {
        assertThat(rank("\ufeffq1,\"会计, 出纳\",x\n", "c1,记账员\r\nc2,大厨\r\n", "\ufeffq1 Q0 c1 2\r\n\r\n"))
                .isEqualTo(ExitCode.DONE);
        assertThat(screen()).contains("\"map\":1.0000");
    }

    @Test
    void aJudgedTitleThatIsNotThereCountsAsNotFound() throws IOException {
        assertThat(rank(QUERIES, CORPUS, "q1 0 c1 1\nq1 0 c9 1\nq9 0 c1 1\n")).isEqualTo(ExitCode.DONE);
        assertThat(screen()).contains("2 judged pairs", "\"queries\":1,\"map\":0.5000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q1\\t会计 | c1\\t记账员 | q1 0 c1 | qrels: line 1: row must be: query id, 0, corpus id, relevance",
                "q1\\t会计 | c1\\t记账员 | q1 0 c1 x | qrels: line 1: relevance must be a whole number",
                "q1\\t会计 | c1\\t记账员 | q1 0 c1 0 | qrels: no query has a relevant title",
                "q1\\t会计\\nq1\\t厨师 | c1\\t记账员 | q1 0 c1 1 | queries: line 2: id is there twice",
                "q1\\t会计 | c1\\t记账员\\nc2\\t | q1 0 c1 1 | corpus: line 2: title must not be empty",
                "q1\\t会计 | c1 | q1 0 c1 1 | corpus: line 1: row must have an id and a title",
                "q1\\t会计 | '' | q1 0 c1 1 | corpus: the file has no titles",
            })
    void aFaultyFileIsRefusedByFileLineAndField(String queries, String corpus, String qrels, String words)
            throws IOException {
        assertThat(rank(queries.translateEscapes(), corpus.translateEscapes(), qrels))
                .isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen().strip()).contains(words).hasLineCount(1);
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path queries = Files.write(directory.resolve("queries"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(run("evaluate-rank", queries.toString(), file("corpus", CORPUS), file("qrels", QRELS)))
                .isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen()).contains("queries: the file is not UTF-8");
    }

    @Test
    void searchesArePrintedAsOneObject() throws IOException {
        String posts = file("posts.csv", "title,code\n小区保安两班倒,4-07-05-01\n饭店招厨师,4-03-02-01\n");
        String queries = file("queries.csv", "query,code\n保安,4-07-05-01\n炒菜厨师,4-03-02-01\n");
        assertThat(run("evaluate-search", posts, queries, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(screen())
                .isEqualToIgnoringNewLines("{\"answerable\":2,\"posts\":2,\"queries\":2,\"ndcg_at_10\":1.0000,"
                        + "\"recall_at_50\":1.0000,\"zero_result_rate\":0.0000,\"success_at_1\":1.0000}");
    }

    @Test
    void theLabelsOfPostsNeverHelpASearch() throws IOException {
        String posts = file("posts.csv", "title,code\n小区保安两班倒,4-03-02-01\n饭店招厨师,4-07-05-01\n");
        String queries = file("queries.csv", "query,code\n保安,4-07-05-01\n炒菜厨师,4-03-02-01\n");
        assertThat(run("evaluate-search", posts, queries, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(screen()).contains("\"success_at_1\":0.0000");
    }

    @Test
    void queriesWithoutTheirColumnAreRefused() throws IOException {
        String posts = file("posts.csv", "title,code\n保安,4-07-05-01\n");
        String queries = file("queries.csv", "title,code\n保安,4-07-05-01\n");
        assertThat(run("evaluate-search", posts, queries)).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen()).contains("queries.csv: line 1: query is missing among the columns");
    }

    @Test
    void filesThatAreNotThereAreWrongUsage() throws IOException {
        assertThat(run("evaluate-rank", file("queries", QUERIES), file("corpus", CORPUS)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("evaluate-search", "nowhere", "nothing")).isEqualTo(ExitCode.USAGE);
    }
}
