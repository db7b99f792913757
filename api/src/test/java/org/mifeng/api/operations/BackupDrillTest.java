package org.mifeng.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.api.generation.NodeBuild;
import org.mifeng.api.generation.NodeIndex;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.EmbeddedDatabase;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.Installation;
import org.mifeng.indexdata.bulk.BulkFormat;
import org.mifeng.indexdata.cli.GenerateFiles;
import org.mifeng.indexdata.generator.Scale;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.spi.CandidateView;

/** Backup and restore as an operator does them, on stopped and running installations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupDrillTest {
    private static final Scale SCALE = new Scale(30, 300, 400);
    private static final Instant DAY = Instant.parse("2026-11-20T16:00:00Z");
    private static final Pattern ID_NUMBER = Pattern.compile("\"idNumber\":\"([0-9X]{18})\"");

    private final Path root =
            Path.of("target", "backup-" + ProcessHandle.current().pid()).toAbsolutePath();
    private final Path made = root.resolve("made");
    private final Path origin = root.resolve("origin");
    private final Path backup = root.resolve("backups").resolve("monday.zip");
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private int restored;

    @BeforeAll
    void aMarketThatWasBackedUp() throws Exception {
        installation(origin);
        Files.createDirectories(backup.resolveSibling("."));
        GenerateFiles.run(new GenerateFiles.Order(7, DAY, SCALE, BulkFormat.NDJSON, made), (what, done, total) -> {});
        assertThat(mifeng(origin, "import", "--dir", made.toString())).isEqualTo(ExitCode.DONE);
        assertThat(mifeng(origin, "backup", backup.toString())).isEqualTo(ExitCode.DONE);
    }

    @AfterAll
    void delete() {
        TestDatabase.delete(root);
    }

    @BeforeEach
    void clearScreen() {
        screen.reset();
    }

    private ExitCode mifeng(Path data, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.add("--data");
        line.add(data.toString());
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return Main.run(line, out, out);
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** A data directory that need not unpack a server of its own. */
    private static DataDirectory installation(Path path) throws IOException {
        DataDirectory data = DataDirectory.open(path);
        Files.createDirectories(Path.of("target", "mariadb"));
        if (!Files.exists(data.programs())) {
            Files.createSymbolicLink(
                    data.programs(), Path.of("target", "mariadb").toAbsolutePath());
        }
        return data;
    }

    private Path emptyInstallationWithTheKeys() throws IOException {
        Path path = root.resolve("restored-" + ++restored);
        DataDirectory data = installation(path);
        Files.createDirectories(data.keys());
        for (String key : List.of("lookup.key", "sealing-1.key")) {
            Files.copy(origin.resolve("keys").resolve(key), data.keys().resolve(key));
        }
        return path;
    }

    private static long ask(DatabaseAddress database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void change(DatabaseAddress database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private EmbeddedDatabase database(Path data) {
        return EmbeddedDatabase.start(new DataDirectory(data).databaseSettings(true));
    }

    private String idNumberOfSeeker(int line) throws IOException {
        Matcher number = ID_NUMBER.matcher(
                Files.readAllLines(made.resolve("seekers.ndjson")).get(line - 1));
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    @Test
    void whatWasBackedUpIsRestoredToTheByteAndTheErasedStayGone() throws Exception {
        Path data = emptyInstallationWithTheKeys();
        Path second = root.resolve("backups").resolve("again.zip");
        Path log = origin.resolve("erasures");
        try (EmbeddedDatabase running = database(origin)) {
            ExitCode erased = new EraseCommand(
                            DataDirectory.open(origin),
                            new ByteArrayInputStream((idNumberOfSeeker(5) + "\n").getBytes(StandardCharsets.UTF_8)),
                            new PrintStream(screen, true, StandardCharsets.UTF_8))
                    .run();
            assertThat(erased).isEqualTo(ExitCode.DONE);
            assertThat(ask(running.application(), "select count(*) from seeker where id = 5"))
                    .isZero();
            assertThat(ask(
                            running.application(),
                            "select version from outbox where subject_id = 5 and subject ="
                                    + " 'SEEKER' order by id desc limit 1"))
                    .isEqualTo(1);
            change(running.application(), "update job_post set state = 'PAUSED', version = version + 1 where id < 100");
            assertThat(mifeng(origin, "backup", second.toString())).isEqualTo(ExitCode.DONE);
            assertThat(mifeng(data, "restore", backup.toString(), "--erasures", log.toString()))
                    .isEqualTo(ExitCode.DONE);
        }
        assertThat(log).content().doesNotContain(idNumberOfSeeker(5));
        assertThat(second.resolveSibling("erasures")).hasSameTextualContentAs(log);
        assertThat(screen()).contains("1 erased people in them were erased again");
        try (EmbeddedDatabase running = database(data)) {
            DatabaseAddress database = running.application();
            assertThat(ask(database, "select count(*) from seeker")).isEqualTo(SCALE.seekers() - 1);
            assertThat(ask(database, "select count(*) from seeker where id = 5"))
                    .isZero();
            assertThat(ask(database, "select count(*) from job_post where version > 0"))
                    .isZero();
            assertThat(ask(
                            database,
                            "select count(*) from information_schema.tables where table_schema = database()"
                                    + " and (table_name like 'restoring%' or table_name like 'replaced%')"))
                    .isZero();
            theIndexIsRebuiltAndHoldsThem(data, database);
        }
        Path exported = root.resolve("exported");
        assertThat(mifeng(data, "export", "--with-personal-data", "--dir", exported.toString()))
                .isEqualTo(ExitCode.DONE);
        List<String> expected = new ArrayList<>(Files.readAllLines(made.resolve("seekers.ndjson")));
        expected.remove(4);
        assertThat(Files.readAllLines(exported.resolve("seekers.ndjson"))).isEqualTo(expected);
        for (String file : List.of("employers.ndjson", "job-posts.ndjson")) {
            assertThat(exported.resolve(file)).hasSameTextualContentAs(made.resolve(file));
        }
    }

    private static void theIndexIsRebuiltAndHoldsThem(Path data, DatabaseAddress database) throws Exception {
        OccupationTree tree = Occupations.tree();
        String id = new Installation(database).id();
        IndexDirectories directories = new IndexDirectories(new DataDirectory(data).index());
        NodeBuild build = new NodeBuild(database, directories, tree, MarketPlace.RENCHENG, InstantSource.system());
        assertThat(new NodeIndex(build, id, "node-1").prepare()).isPresent();
        try (LuceneCandidateIndex opened =
                        LuceneCandidateIndex.open(directories.current().orElseThrow(), tree);
                CandidateView view = opened.acquire()) {
            assertThat(view.size().posts()).isEqualTo(SCALE.jobPosts());
            assertThat(view.size().seekers()).isEqualTo(SCALE.seekers() - 1);
        }
    }

    @Test
    void aBackupIsForItsOwnerAndHoldsNeitherKeysNorNumbers() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        try (var zip = new java.util.zip.ZipFile(backup.toFile())) {
            String seekers;
            try (var in = zip.getInputStream(zip.getEntry("tables/seeker"))) {
                seekers = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
            for (int line = 1; line <= SCALE.seekers(); line += 50) {
                assertThat(seekers).doesNotContain(idNumberOfSeeker(line));
            }
        }
        assertThat(mifeng(origin, "backup", backup.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(screen()).contains("exists already");
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsTouched() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        for (int place : new int[] {0, whole.length / 3, whole.length / 2, whole.length - 30}) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 0x10;
            assertRefused(flipped);
        }
        assertRefused(Arrays.copyOf(whole, whole.length - 1_000));
        assertRefused(new byte[0]);
    }

    private void assertRefused(byte[] content) throws Exception {
        Path file = Files.write(Files.createTempDirectory(root, "damaged-").resolve("backup.zip"), content);
        Path target = root.resolve("never");
        assertThat(mifeng(target, "restore", file.toString(), "--no-erasures")).isEqualTo(ExitCode.DATA_DAMAGED);
        assertThat(screen()).contains("no backup of this product, or it is damaged");
        assertThat(target).doesNotExist();
    }

    @Test
    void aMarketThatIsThereStaysUnlessItIsToGiveWay() throws Exception {
        Path data = emptyInstallationWithTheKeys();
        assertThat(mifeng(data, "import", made.resolve("employers.ndjson").toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(mifeng(data, "restore", backup.toString(), "--no-erasures")).isEqualTo(ExitCode.USAGE);
        assertThat(screen()).contains("is not empty");
        try (EmbeddedDatabase running = database(data)) {
            assertThat(ask(running.application(), "select count(*) from job_post"))
                    .isZero();
        }
        assertThat(mifeng(data, "restore", backup.toString(), "--no-erasures", "--replace"))
                .isEqualTo(ExitCode.DONE);
        try (EmbeddedDatabase running = database(data)) {
            assertThat(ask(running.application(), "select count(*) from job_post"))
                    .isEqualTo(SCALE.jobPosts());
        }
    }

    @Test
    void aRestoreThatFailsHalfWayLeavesTheMarketAsItWas() throws Exception {
        Path data = root.resolve("other-keys");
        installation(data);
        assertThat(mifeng(data, "import", made.resolve("employers.ndjson").toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(mifeng(data, "restore", backup.toString(), "--no-erasures", "--replace"))
                .isEqualTo(ExitCode.DATA_DAMAGED);
        assertThat(screen()).contains("are not those with which the database was filled");
        try (EmbeddedDatabase running = database(data)) {
            DatabaseAddress database = running.application();
            assertThat(ask(database, "select count(*) from employer")).isEqualTo(SCALE.employers());
            assertThat(ask(database, "select count(*) from job_post")).isZero();
            assertThat(ask(
                            database,
                            "select count(*) from information_schema.tables where table_schema = database()"
                                    + " and table_name like 'restoring%'"))
                    .isZero();
        }
    }

    @Test
    void withoutALogOfErasuresNothingIsRestoredUntilSomebodyAnswersForIt() throws Exception {
        Path alone = Files.createTempDirectory(root, "alone-").resolve("backup.zip");
        Files.copy(backup, alone);
        Path data = emptyInstallationWithTheKeys();
        assertThat(mifeng(data, "restore", alone.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(screen()).contains("--erasures", "--no-erasures", "Nothing was changed");
        assertThat(data.resolve("database")).doesNotExist();
    }
}
