package org.mifeng.api.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path parent;

    private static void assertRefused(Path path, ExitCode exitCode, String words) {
        assertThatThrownBy(() -> DataDirectory.open(path)).isInstanceOfSatisfying(LaunchException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(exitCode);
            assertThat(e).hasMessageContaining(words);
        });
    }

    @Test
    void aNewDirectoryBecomesOursAndStaysOurs() throws IOException {
        Path path = parent.resolve("a/b");
        DataDirectory first = DataDirectory.open(path);
        Files.writeString(first.root().resolve("whatever"), "x");
        assertThat(DataDirectory.open(path)).isEqualTo(first);
    }

    @Test
    void aDirectoryWithForeignFilesIsLeftAlone() throws IOException {
        Files.writeString(parent.resolve("thesis.txt"), "x");
        assertRefused(parent, ExitCode.DATA_DAMAGED, "thesis.txt");
        assertThat(parent.resolve("mifeng-data")).doesNotExist();
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.writeString(parent.resolve("data"), "x");
        assertRefused(file, ExitCode.DATA_DAMAGED, "is a file");
    }

    @Test
    void theLayoutOfAnotherVersionIsRefused() throws IOException {
        Files.writeString(parent.resolve("mifeng-data"), "layout 99\n");
        assertRefused(parent, ExitCode.DATA_DAMAGED, "another version");
    }

    @Test
    void onlyOneMayTakeIt() throws IOException {
        DataDirectory data = DataDirectory.open(parent.resolve("data"));
        try (FileChannel taken = data.take()) {
            assertThat(taken.isOpen()).isTrue();
            assertThatThrownBy(data::take)
                    .isInstanceOfSatisfying(
                            LaunchException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA_IN_USE));
        }
        data.take().close();
    }

    @Test
    void tooLittleRoomIsSaidBeforeWorkBegins() {
        assertThatThrownBy(() -> DiskRoom.require(parent, Long.MAX_VALUE, "to load the data"))
                .isInstanceOfSatisfying(LaunchException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.DISK_FULL);
                    assertThat(e).hasMessageContaining("are needed to load the data");
                });
    }
}
