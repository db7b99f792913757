package org.mifeng.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.ExitCode;

/** What an operator sees when the product cannot start. A whole start is walked by the end-to-end test. */
class RunCommandTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    private ExitCode run(String... arguments) {
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return Main.run(List.of(arguments), out, out);
    }

    private void assertOneSentence(String words) {
        assertThat(screen.toString(StandardCharsets.UTF_8).strip())
                .contains(words)
                .doesNotContain("Exception", "\tat ")
                .hasLineCount(1);
    }

    @Test
    void aPortInUseIsSaidBeforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run(
                            "run",
                            "--port",
                            port,
                            "--data",
                            directory.resolve("data").toString()))
                    .isEqualTo(ExitCode.PORT_IN_USE);
            assertOneSentence("Port " + port + " is used by another program");
            assertThat(directory.resolve("data/database")).doesNotExist();
        }
    }

    @Test
    void aForeignDirectoryIsLeftAlone() throws IOException {
        Files.writeString(directory.resolve("photo.jpg"), "x");
        assertThat(run("run", "--data", directory.toString())).isEqualTo(ExitCode.DATA_DAMAGED);
        assertOneSentence("it holds photo.jpg");
    }

    @Test
    void aDirectoryThatIsTakenIsSaid() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        DataDirectory data = DataDirectory.open(directory.resolve("data"));
        try (FileChannel taken = data.take()) {
            assertThat(taken.isOpen()).isTrue();
            assertThat(run(
                            "run",
                            "--port",
                            Integer.toString(port),
                            "--data",
                            data.root().toString()))
                    .isEqualTo(ExitCode.DATA_IN_USE);
        }
        assertOneSentence("already works on");
    }

    @Test
    void aWrongCommandLineIsExplainedAndChangesNothing() {
        Path data = directory.resolve("data");
        assertThat(run("run", "--scale", "huge", "--data", data.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "--port", "99999", "--data", data.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "--data")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "extra")).isEqualTo(ExitCode.USAGE);
        assertThat(data).doesNotExist();
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("--scale must be none or small or full");
    }
}
