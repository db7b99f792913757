package org.mifeng.api.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mifeng.api.TestDatabase;

/** Owners and servers that die, and data that was harmed: with real servers and real signals. */
class DatabaseRecoveryTest {
    private Path directory = Path.of("target");

    @BeforeEach
    void createDirectory() throws IOException {
        directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "recovery-")
                .toAbsolutePath();
    }

    @AfterEach
    void deleteDirectory() throws IOException {
        Path data = settings().data();
        if (Files.exists(data)) {
            for (RunningServer server : RunningServer.on(data.toRealPath())) {
                server.process().destroyForcibly();
                server.process().onExit().join();
            }
        }
        TestDatabase.delete(directory);
    }

    private EmbeddedDatabase.Settings settings() {
        return TestDatabase.settings(directory);
    }

    /** Owns the server of the directory and writes until it is killed. */
    public static void main(String... arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(TestDatabase.settings(Path.of(arguments[0])));
        try (Connection connection = database.application().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table acknowledged (number bigint primary key)");
            for (long number = 1; ; number++) {
                statement.execute("insert into acknowledged values (" + number + ")");
                System.out.println(number);
            }
        }
    }

    /** Lets another JVM own the server, kills it once it has written a while, and says what it had acknowledged. */
    private long killedOwner() throws IOException, InterruptedException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseRecoveryTest.class.getName(),
                        directory.toString())
                .redirectError(directory.resolve("owner.log").toFile())
                .start();
        long acknowledged = 0;
        try (BufferedReader lines = owner.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.chars().allMatch(Character::isDigit)) {
                    acknowledged = Long.parseLong(line);
                    if (acknowledged == 200) {
                        owner.toHandle().destroyForcibly(); // Process.destroyForcibly would close the stream we read
                    }
                }
            }
        }
        assertThat(owner.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged)
                .withFailMessage(() -> {
                    try {
                        return Files.readString(directory.resolve("owner.log"));
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .isGreaterThanOrEqualTo(200);
        return acknowledged;
    }

    private static long written(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.application().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(number) from acknowledged")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void theServerOfAKilledOwnerIsTakenOverWithAllItAcknowledged() throws Exception {
        long acknowledged = killedOwner();
        List<RunningServer> left = RunningServer.on(settings().data().toRealPath());
        assertThat(left).hasSize(1);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            assertThat(database.server().pid())
                    .isEqualTo(left.getFirst().process().pid());
            assertThat(written(database)).isGreaterThanOrEqualTo(acknowledged);
        }
        assertThat(RunningServer.on(settings().data().toRealPath())).isEmpty();
    }

    @Test
    void ownerAndServerKilledTogetherLoseNothingAcknowledged() throws Exception {
        long acknowledged = killedOwner();
        for (RunningServer server : RunningServer.on(settings().data().toRealPath())) {
            server.process().destroyForcibly();
            server.process().onExit().join();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            assertThat(written(database)).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void aServerThatIsKilledUnderItsOwnerComesBackOnTheSamePort() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            DatabaseAddress address = database.application();
            long killed = database.server().pid();
            database.server().destroyForcibly();
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            boolean answers = false;
            while (!answers && System.nanoTime() < deadline) {
                Thread.sleep(100);
                try (Connection connection = address.connect()) {
                    answers = connection.isValid(1);
                } catch (SQLException e) {
                    answers = false;
                }
            }
            assertThat(answers).isTrue();
            assertThat(database.application()).isEqualTo(address);
            assertThat(database.server().pid()).isNotEqualTo(killed);
        }
    }

    @Test
    void twoOwnersAreRefusedAndTheAddressOfTheFirstIsKnown() {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings()))
                    .isInstanceOfSatisfying(
                            LaunchException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA_IN_USE));
            assertThat(database.server().isAlive()).isTrue();
        }
        assertThat(EmbeddedDatabase.ownedByAnother(settings().directory())).isEmpty();
    }

    @Test
    void passwordsAreReadableByTheirOwnerAlone() throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(settings().credentials())))
                    .isEqualTo("rw-------");
            assertThat(database.application().toString())
                    .doesNotContain(database.application().password());
        }
    }

    @Test
    void aFirstStartThatWasCutShortStartsOver() throws Exception {
        Path unfinished = Files.createDirectories(settings().directory().resolve("data.new/mysql"));
        Files.writeString(unfinished.resolve("half.frm"), "x");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings())) {
            assertThat(Migrations.apply(database.application())).isPositive();
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void damagedFilesAreNamedAsSuch() throws Exception {
        EmbeddedDatabase.start(settings()).close();
        try (RandomAccessFile file =
                new RandomAccessFile(settings().data().resolve("ibdata1").toFile(), "rw")) {
            file.write(new byte[1 << 20]);
        }
        assertThatThrownBy(() -> EmbeddedDatabase.start(settings()))
                .isInstanceOfSatisfying(LaunchException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.DATA_DAMAGED);
                    assertThat(e).hasMessageContaining("damaged").hasMessageContaining("backup");
                });
    }

    @Test
    void missingFilesAreNamedAsSuch() throws Exception {
        EmbeddedDatabase.start(settings()).close();
        Files.delete(settings().data().resolve("ibdata1"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(settings()))
                .isInstanceOfSatisfying(LaunchException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.DATA_DAMAGED);
                    assertThat(e).hasMessageContaining("not complete");
                });
    }
}
