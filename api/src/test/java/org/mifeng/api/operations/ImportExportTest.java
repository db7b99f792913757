package org.mifeng.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.EmbeddedDatabase;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.Installation;
import org.mifeng.api.launch.Migrations;
import org.mifeng.indexdata.bulk.BulkFormat;
import org.mifeng.indexdata.cli.GenerateFiles;
import org.mifeng.indexdata.generator.Scale;

/** The commands as an operator calls them, on a data directory with a running database of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportExportTest {
    private static final Scale SCALE = new Scale(30, 300, 400);
    private static final Instant DAY = Instant.parse("2026-11-20T16:00:00Z");

    private final Path root =
            Path.of("target", "import-" + ProcessHandle.current().pid()).toAbsolutePath();
    private final Path made = root.resolve("made");
    private final Path data = root.resolve("data");
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private @Nullable EmbeddedDatabase started;

    @BeforeAll
    void startDatabase() throws IOException {
        DataDirectory directory = DataDirectory.open(data);
        EmbeddedDatabase.Settings small = directory.databaseSettings(true);
        started = EmbeddedDatabase.start(new EmbeddedDatabase.Settings(
                small.directory(), TestDatabase.settings(root).binaries(), small.log(), 64, 64));
        Migrations.apply(address());
        GenerateFiles.run(new GenerateFiles.Order(7, DAY, SCALE, BulkFormat.NDJSON, made), (what, done, total) -> {});
    }

    @AfterAll
    void stopDatabase() {
        database().close();
        TestDatabase.delete(root);
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        try (Connection connection = address().connect();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("employer", "job_post", "seeker", "outbox")) {
                statement.execute("truncate table " + table);
            }
        }
        screen.reset();
    }

    private EmbeddedDatabase database() {
        return Objects.requireNonNull(started);
    }

    private DatabaseAddress address() {
        return database().application();
    }

    private ExitCode mifeng(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.add("--data");
        line.add(data.toString());
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return Main.run(line, out, out);
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private long ask(String sql) throws SQLException {
        try (Connection connection = address().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Path changed(String file, int line, String from, String to) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(made.resolve(file)));
        String before = lines.get(line - 1);
        assertThat(before).containsPattern(from);
        lines.set(line - 1, before.replaceFirst(from, to));
        Path directory = Files.createTempDirectory(root, "changed-");
        return Files.write(directory.resolve(file), lines);
    }

    @Test
    void whatWasExportedAndImportedIsTheSameToTheByte() throws Exception {
        assertThat(mifeng("import", "--dir", made.toString())).isEqualTo(ExitCode.DONE);
        Path exported = root.resolve("exported");
        assertThat(mifeng("export", "--with-personal-data", "--dir", exported.toString()))
                .isEqualTo(ExitCode.DONE);
        for (String file : List.of("employers.ndjson", "job-posts.ndjson", "seekers.ndjson")) {
            assertThat(exported.resolve(file)).hasSameTextualContentAs(made.resolve(file));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(exported.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aPostWithoutOccupationGetsTheOneThatItsTitleNames() throws Exception {
        mifeng("import", made.resolve("employers.ndjson").toString());
        Path posts = changed(
                "job-posts.ndjson", 3, "\"occupation\":\"[^\"]*\",\"title\":\"[^\"]*\"", "\"title\":\"急招电焊工 包吃住\"");
        assertThat(mifeng("import", posts.toString())).isEqualTo(ExitCode.DONE);
        assertThat(screen()).contains("posts that got the occupation their words name: 1");
        assertThat(ask("select count(*) from job_post where occupation = '6-18-02-04' and title like '急招电焊工%'"))
                .isEqualTo(1);
    }

    @Test
    void aPostWhoseWordsNameNoTradeNeedsItsOccupation() throws Exception {
        mifeng("import", made.resolve("employers.ndjson").toString());
        Path posts = changed(
                "job-posts.ndjson",
                3,
                "\"occupation\":\"[^\"]*\",\"title\":\"[^\"]*\",\"body\":\"[^\"]*\"",
                "\"title\":\"急招\",\"body\":\"长期有效\"");
        assertThat(mifeng("import", posts.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen()).contains("job-posts.ndjson:3: occupation must be given");
        assertThat(ask("select count(*) from job_post")).isZero();
    }

    @Test
    void anUnknownOccupationIsReplacedOnlyOnRequest() throws Exception {
        mifeng("import", made.resolve("employers.ndjson").toString());
        Path posts = changed(
                "job-posts.ndjson",
                3,
                "\"occupation\":\"[^\"]*\",\"title\":\"[^\"]*\"",
                "\"occupation\":\"8-00-00-00\",\"title\":\"急招电焊工 包吃住\"");
        assertThat(mifeng("import", posts.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen()).contains("occupation must be a known code");
        assertThat(mifeng("import", posts.toString(), "--replace-unknown-occupations"))
                .isEqualTo(ExitCode.DONE);
        assertThat(ask("select count(*) from job_post where occupation = '6-18-02-04' and title like '急招电焊工%'"))
                .isEqualTo(1);
    }

    @Test
    void csvCarriesTheSame() throws Exception {
        mifeng("import", "--dir", made.toString());
        Path csv = root.resolve("csv");
        assertThat(mifeng("export", "--with-personal-data", "--format", "csv", "--dir", csv.toString()))
                .isEqualTo(ExitCode.DONE);
        emptyTables();
        assertThat(mifeng("import", "--dir", csv.toString())).isEqualTo(ExitCode.DONE);
        Path again = root.resolve("again");
        mifeng("export", "--with-personal-data", "--dir", again.toString());
        assertThat(again.resolve("seekers.ndjson")).hasSameTextualContentAs(made.resolve("seekers.ndjson"));
    }

    @Test
    void withoutLeaveNothingSealedLeavesTheDatabase() throws Exception {
        mifeng("import", "--dir", made.toString());
        Path exported = root.resolve("masked");
        assertThat(mifeng("export", "--dir", exported.toString())).isEqualTo(ExitCode.DONE);
        try (Stream<String> lines = Files.lines(exported.resolve("seekers.ndjson"))) {
            assertThat(lines)
                    .hasSize(SCALE.seekers())
                    .allSatisfy(line -> assertThat(line)
                            .doesNotContain("\"idNumber\"", "\"name\"", "\"phone\"", "helpGroups")
                            .doesNotContainPattern("\\d{17}[0-9X]"));
        }
        assertThat(exported.resolve("job-posts.ndjson")).content().doesNotContain("\"phone\"");
        assertThat(exported.resolve("employers.ndjson")).content().doesNotContain("contactName", "creditCode");
    }

    @Test
    void aSecondImportGivesNewVersionsAndTellsTheIndex() throws Exception {
        mifeng("import", "--dir", made.toString());
        assertThat(ask("select count(*) from outbox")).isEqualTo(700);
        assertThat(ask("select max(version) from job_post")).isZero();
        assertThat(mifeng("import", "--dir", made.toString())).isEqualTo(ExitCode.DONE);
        assertThat(screen()).contains("730 have a new version");
        assertThat(ask("select min(version) from job_post")).isEqualTo(1);
        assertThat(ask("select count(*) from outbox where subject = 'JOB_POST' and version = 1"))
                .isEqualTo(300);
    }

    @Test
    void aChangedEmployerIsAChangeOfItsPostsAndAnUnchangedOneIsNot() throws Exception {
        mifeng("import", "--dir", made.toString());
        long employer = ask("select employer_id from job_post group by employer_id order by count(*) desc limit 1");
        long posts = ask("select count(*) from job_post where employer_id = " + employer);
        long before = ask("select count(*) from outbox");
        Path file = changed("employers.ndjson", (int) employer, "\"openComplaints\":\\d", "\"openComplaints\":7");
        assertThat(mifeng("import", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(ask("select count(*) from job_post where version = 1 and employer_id = " + employer))
                .isEqualTo(posts);
        assertThat(ask("select count(*) from job_post where version <> 0")).isEqualTo(posts);
        assertThat(ask("select count(*) from outbox")).isEqualTo(before + posts);
    }

    @Test
    void aFaultNamesFileLineFieldAndRuleAndNothingIsChanged() throws Exception {
        Path file = changed("employers.ndjson", 3, "\"name\":\"[^\"]*\"", "\"name\":\"\"");
        assertThat(mifeng("import", file.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen())
                .contains("employers.ndjson:3: name must not be empty")
                .contains("Nothing was changed");
        assertThat(ask("select count(*) from employer")).isZero();
    }

    @Test
    void goodRowsAreTakenWhenAskedFor() throws Exception {
        Path file = changed("employers.ndjson", 3, "\"name\":\"[^\"]*\"", "\"name\":\"\"");
        assertThat(mifeng("import", "--good-rows-only", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(ask("select count(*) from employer")).isEqualTo(29);
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        assertThat(mifeng("import", "--dry-run", "--dir", made.toString())).isEqualTo(ExitCode.DONE);
        assertThat(ask("select count(*) from seeker")).isZero();
    }

    @Test
    void aPostWithoutItsEmployerIsRefused() throws Exception {
        assertThat(mifeng("import", made.resolve("job-posts.ndjson").toString()))
                .isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen()).contains("job-posts.ndjson:1: employerId must be the number of an employer");
    }

    @Test
    void anUnknownOccupationIsRefused() throws Exception {
        mifeng("import", made.resolve("employers.ndjson").toString());
        Path file = changed("job-posts.ndjson", 5, "\"occupation\":\"[^\"]*\"", "\"occupation\":\"8-88-88-88\"");
        assertThat(mifeng("import", file.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen()).contains("job-posts.ndjson:5: occupation must be a known code");
    }

    @Test
    void aLivePostThatBreaksAWordRuleIsRefusedAndNamesTheRule() throws Exception {
        mifeng("import", made.resolve("employers.ndjson").toString());
        int live = 1;
        while (!Files.readAllLines(made.resolve("job-posts.ndjson"))
                .get(live - 1)
                .contains("\"state\":\"LIVE\"")) {
            live++;
        }
        Path file = changed("job-posts.ndjson", live, "\"title\":\"[^\"]*\"", "\"title\":\"只招男工，交押金\"");
        assertThat(mifeng("import", file.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen())
                .contains("job-posts.ndjson:" + live + ": title breaks P12")
                .contains("job-posts.ndjson:" + live + ": title must be reviewed (P01)");
        assertThat(ask("select count(*) from job_post")).isZero();
    }

    @Test
    void aPersonUnderTwoNumbersIsRefusedWithoutTheNumberBeingShown() throws Exception {
        mifeng("import", "--dir", made.toString());
        Path file = changed("seekers.ndjson", 2, "\"id\":2,", "\"id\":99002,");
        assertThat(mifeng("import", file.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen())
                .contains("seekers.ndjson:2: idNumber must not belong to another row of the database")
                .contains("seekers.ndjson:2: publicId must not belong to another row of the database")
                .doesNotContain(idNumber(2));
    }

    @Test
    void theSameRowTwiceInAFileIsRefused() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(made.resolve("seekers.ndjson")));
        lines.add(lines.get(9));
        Path file = Files.write(Files.createTempDirectory(root, "twice-").resolve("seekers.ndjson"), lines);
        assertThat(mifeng("import", file.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(screen()).contains("seekers.ndjson:401: idNumber must not come twice in the file");
    }

    private String idNumber(int seeker) throws IOException {
        String line = Files.readAllLines(made.resolve("seekers.ndjson")).get(seeker - 1);
        String idNumber = line.replaceFirst(".*\"idNumber\":\"([^\"]*)\".*", "$1");
        assertThat(idNumber).hasSize(18);
        return idNumber;
    }

    @Test
    void nothingPlainIsInTheDatabase() throws Exception {
        mifeng("import", "--dir", made.toString());
        String idNumber = idNumber(1);
        assertThat(ask("select count(*) from seeker where person_sealed like '%" + idNumber + "%'"
                        + " or id_number_key like '%" + idNumber + "%'"))
                .isZero();
        assertThat(new Installation(address()).keys(data.resolve("keys"), Map.of(), new SecureRandom()))
                .isNotNull();
    }

    @Test
    void aWrongCommandLineIsExplained() {
        assertThat(mifeng("import")).isEqualTo(ExitCode.USAGE);
        assertThat(mifeng("import", "nothing.xlsx")).isEqualTo(ExitCode.USAGE);
        assertThat(mifeng("import", "--no-such-option")).isEqualTo(ExitCode.USAGE);
        assertThat(mifeng("forget")).isEqualTo(ExitCode.USAGE);
        assertThat(screen()).contains("unknown command forget");
    }
}
