package org.mifeng.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.ExitCode;

/** The built product as its operator meets it on a bad day: nodes that die, and an index that differs. */
class OperatorIT {
    private static final Path ROOT =
            Path.of("target", "operator-" + ProcessHandle.current().pid()).toAbsolutePath();
    private static final Path DATA = ROOT.resolve("data");
    private static final Path JAR =
            Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
    private static final String WORDS = "蟠桃园套袋";

    private final List<ServiceProcess> running = new ArrayList<>();

    @BeforeAll
    static void borrowTheServersProgram() throws Exception {
        Path programs = Files.createDirectories(Path.of("target", "mariadb"));
        Files.createSymbolicLink(DataDirectory.open(DATA).programs(), programs.toAbsolutePath());
    }

    @AfterEach
    void stop() throws Exception {
        for (ServiceProcess process : running.reversed()) {
            process.stop();
        }
        ServiceProcess.killDatabase(DATA);
    }

    @AfterAll
    static void delete() {
        TestDatabase.delete(ROOT);
    }

    private ServiceProcess start(int node, String... options) throws Exception {
        ServiceProcess process = ServiceProcess.start(JAR, DATA, node, List.of(options));
        running.add(process);
        process.awaitReady();
        return process;
    }

    private static PostingClient client(ServiceProcess service) throws IOException {
        return new PostingClient(
                service.address(),
                Files.readString(DATA.resolve("employer-token")).strip(),
                Instant.now().plus(Duration.ofDays(7)));
    }

    private static void untilFound(PostingClient client, String id) {
        await().atMost(Duration.ofMinutes(1)).until(() -> client.found(WORDS).contains(id));
    }

    @Test
    void whenTheNodeWithTheDatabaseDiesTheOtherGoesOnAndTheNextStartTakesOver() throws Exception {
        ServiceProcess first = start(1);
        try (PostingClient client = client(start(2))) {
            String before = client.post("before").orElseThrow();
            untilFound(client, before);

            first.kill();
            assertThat(client.found(WORDS)).as("its node is dead").contains(before);
            String orphaned = client.post("orphaned").orElseThrow();
            untilFound(client, orphaned);
            assertThat(client.close(before)).isTrue();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !client.found(WORDS).contains(before));

            ServiceProcess.killDatabase(DATA);
            for (int i = 0; i < 20; i++) {
                assertThat(client.found(WORDS))
                        .as("from memory")
                        .contains(orphaned)
                        .doesNotContain(before);
                Thread.sleep(100);
            }

            try (PostingClient again = client(start(1))) {
                String after = client.post("after").orElseThrow();
                untilFound(client, after);
                untilFound(again, after);
                assertThat(again.status(before)).isEqualTo(410);
                assertThat(again.found(WORDS)).contains(orphaned).doesNotContain(before);
            }
        }
    }

    @Test
    void verifyRepairsTheIndexOfARunningServiceWhateverDiffers() throws Exception {
        ServiceProcess service = start(1, "-Dmifeng.indexing.reconcile-interval=PT1H");
        try (Connection connection = Recovery.database(DATA).connect();
                PostingClient client = client(service)) {
            List<String> posts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                posts.add(client.post("verified-" + i).orElseThrow());
            }
            execute(connection, "update job_post set version = version + 10 where public_id = '" + posts.get(0) + "'");
            execute(
                    connection,
                    "insert into outbox (subject, subject_id, version, created_at) select 'JOB_POST', id, version,"
                            + " now(3) from job_post where public_id = '" + posts.get(0) + "'");
            await().atMost(Duration.ofMinutes(1)).until(() -> command("verify") == ExitCode.DONE.number());

            execute(connection, "update job_post set version = version - 5 where public_id = '" + posts.get(0) + "'");
            execute(connection, "update job_post set version = version + 5 where public_id = '" + posts.get(1) + "'");
            execute(connection, "update seeker set version = version + 1 order by id limit 3");
            execute(
                    connection,
                    "delete from posting_request where job_post_id = (select id from job_post where public_id = '"
                            + posts.get(2) + "')");
            execute(connection, "delete from job_post where public_id = '" + posts.get(2) + "'");
            assertThat(command("verify")).isEqualTo(ExitCode.INDEX_DIFFERS.number());
            assertThat(command("verify", "--repair")).isEqualTo(ExitCode.DONE.number());
            assertThat(command("verify")).isEqualTo(ExitCode.DONE.number());

            untilFound(client, posts.get(0));
            untilFound(client, posts.get(1));
            assertThat(client.found(WORDS)).contains(posts.get(3)).doesNotContain(posts.get(2));
            assertThat(service.isAlive()).isTrue();
            assertThat(number(connection, "select count(*) from outbox_failure"))
                    .isZero();
        }
    }

    private static int command(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", DATA.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        ROOT.resolve("commands.out").toFile()))
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
