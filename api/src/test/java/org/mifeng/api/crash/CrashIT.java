package org.mifeng.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.launch.DataDirectory;

/** Runs on the built product; {@code ./bench faults} runs the same for longer. */
class CrashIT {
    private final Path root =
            Path.of("target", "crash-" + ProcessHandle.current().pid());
    private final Path data = root.resolve("data");

    @BeforeEach
    void borrowTheServersProgram() throws Exception {
        DataDirectory directory = DataDirectory.open(data);
        Path programs = Files.createDirectories(Path.of("target", "mariadb"));
        Files.createSymbolicLink(directory.programs(), programs.toAbsolutePath());
    }

    @AfterEach
    void delete() {
        TestDatabase.delete(root);
    }

    @Test
    void whatWasAcknowledgedSurvivesBeingKilledAnywhere() throws Exception {
        CrashDrill drill = new CrashDrill(Path.of("target", "quarkus-app", "quarkus-run.jar"), data, 20);
        List<CrashDrill.Round> rounds = drill.run(1, Plan.KINDS, System.out::println);
        assertThat(rounds)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(round ->
                        assertThat(round.reached()).as("%s was reached", round).isTrue());
        assertThat(rounds.getLast().posts()).isGreaterThan(100);
    }
}
