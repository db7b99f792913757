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

/** What who measures titles sees. */
class EvaluateTitlesTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    private ExitCode evaluate(String content, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("titles.csv"), content);
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        List<String> arguments = new java.util.ArrayList<>(List.of("evaluate-titles", file.toString()));
        arguments.addAll(List.of(options));
        return Main.run(arguments, out, out);
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneObjectIsPrintedForMachines() throws IOException {
        assertThat(evaluate("title,code\n急招焊工,6-18-02-04\n保安包住,4-09-08-01\n", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(screen())
                .isEqualToIgnoringNewLines(
                        "{\"titles\":2,\"coverage\":1.0000,\"occupation_at_1\":0.5000,\"occupation_at_3\":0.5000,"
                                + "\"group_at_1\":0.5000,\"group_at_3\":0.5000}");
    }

    @Test
    void whatWasTakenForSomethingElseIsShown() throws IOException {
        assertThat(evaluate("id,code,title\n1,4-09-08-01,保安包住\n")).isEqualTo(ExitCode.DONE);
        assertThat(screen()).contains("4-09-08-01  4-07-05-01", "保安包住");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,code\\n焊工,6-18-02-04 | line 1: title is missing",
                "title,code\\n焊工,6-18 | line 2: code must have the form",
                "title,code\\n焊工,6-18-02-04\\n ,6-18-02-04 | line 3: title must not be empty",
                "title,code\\n | has no rows",
                "'' | has no rows",
            })
    void aFaultyFileIsRefusedByLineAndField(String content, String words) throws IOException {
        assertThat(evaluate(content.strip().translateEscapes())).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen().strip()).contains(words).hasLineCount(1);
    }

    @Test
    void aMissingFileIsWrongUsage() {
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        Path nowhere = directory.resolve("nowhere.csv");
        assertThat(Main.run(List.of("evaluate-titles", nowhere.toString()), out, out))
                .isEqualTo(ExitCode.USAGE);
        assertThat(screen()).contains("cannot read");
    }
}
