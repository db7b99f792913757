package org.mifeng.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.api.generation.NodeBuild;
import org.mifeng.api.generation.NodeIndex;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.Installation;
import org.mifeng.api.privacy.Keys;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;
import org.mifeng.indexdata.reference.Occupations;

class FirstLoadTest {
    private static final Scale SCALE = new Scale(40, 2_500, 3_300);
    private static final Generator MARKET = Generator.of(5, Instant.parse("2026-11-20T16:00:00Z"), SCALE);

    @TempDir
    Path directory;

    private final DatabaseAddress database = TestDatabase.migratedSchema();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private PrintStream out = System.out;

    @BeforeEach
    void openScreen() {
        out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    }

    @AfterEach
    void closeScreen() {
        out.close();
    }

    private Keys keys() {
        return new Installation(database).keys(directory.resolve("keys"), Map.of(), new SecureRandom());
    }

    private void load(String name) throws SQLException, IOException {
        new FirstLoad(database, keys(), directory, out).run(name, Optional.of(MARKET));
    }

    private long ask(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertAllThere() throws SQLException {
        assertThat(ask("select count(*) from employer")).isEqualTo(SCALE.employers());
        assertThat(ask("select count(*) from job_post")).isEqualTo(SCALE.jobPosts());
        assertThat(ask("select count(*) from seeker")).isEqualTo(SCALE.seekers());
        assertThat(ask("select count(distinct id_number_key) from seeker")).isEqualTo(SCALE.seekers());
    }

    @Test
    void everyRecordBecomesARowThatReadsBackEqual() throws Exception {
        load("full");
        assertAllThere();
        RowRecords records = new RowRecords(keys(), true);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select * from job_post order by id")) {
                while (row.next()) {
                    assertThat(records.jobPost(row)).isEqualTo(MARKET.jobPost(row.getLong("id")));
                }
            }
            try (ResultSet row = statement.executeQuery("select * from seeker order by id")) {
                while (row.next()) {
                    assertThat(records.seeker(row)).isEqualTo(MARKET.seeker(row.getLong("id")));
                }
            }
        }
    }

    @Test
    void twoNodesThatStartTogetherLoadOnce() throws Exception {
        Keys shared = keys();
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Callable<Void> start = () -> {
                new FirstLoad(database, shared, directory, out).run("full", Optional.of(MARKET));
                return null;
            };
            for (Future<Void> node : nodes.invokeAll(List.of(start, start))) {
                node.get();
            }
        }
        assertAllThere();
        assertThat(screen.toString(StandardCharsets.UTF_8)).doesNotContain("did not finish");
    }

    @Test
    void aLoadThatWasCutShortIsDoneAgain() throws Exception {
        new Installation(database).set(FirstLoad.STATE, "begun full");
        execute("insert into employer (id, public_id, name, state, created_at, updated_at)"
                + " values (1, 'half', 'half', 'ACTIVE', now(), now())");
        load("full");
        assertAllThere();
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("did not finish");
    }

    @Test
    void aFinishedLoadIsNeverRepeated() throws Exception {
        load("full");
        execute("delete from seeker where id > 10");
        load("small");
        assertThat(ask("select count(*) from seeker")).isEqualTo(10);
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("stays");
    }

    @Test
    void aDatabaseWithRowsOfItsOwnIsLeftAlone() throws Exception {
        execute("insert into employer (id, public_id, name, state, created_at, updated_at)"
                + " values (1, 'own', 'own', 'ACTIVE', now(), now())");
        load("full");
        assertThat(ask("select count(*) from employer")).isEqualTo(1);
        assertThat(ask("select count(*) from seeker")).isZero();
    }

    @Test
    void theIndexIsBuiltOnceAndAgainWhenItIsHarmedOrOfAnotherDatabase() throws Exception {
        load("full");
        Path index = directory.resolve("index");
        String id = new Installation(database).id();
        IndexDirectories directories = new IndexDirectories(index);
        NodeBuild build =
                new NodeBuild(database, directories, Occupations.tree(), MarketPlace.RENCHENG, InstantSource.system());
        NodeIndex node = new NodeIndex(build, id, "node-1");
        assertThat(node.prepare()).hasValueSatisfying(built -> {
            assertThat(built.posts()).isEqualTo(SCALE.jobPosts());
            assertThat(built.seekers()).isEqualTo(SCALE.seekers());
        });
        assertThat(node.prepare()).isEmpty();
        Path first = directories.current().orElseThrow();
        try (var files = Files.list(first.resolve("posts"))) {
            for (Path file : files.filter(name ->
                            name.toString().endsWith(".si") || name.toString().endsWith(".cfs"))
                    .toList()) {
                Files.delete(file);
            }
        }
        assertThat(node.prepare()).isPresent();
        assertThat(directories.current()).isPresent().isNotEqualTo(Optional.of(first));
        assertThat(first).doesNotExist();
        assertThat(new NodeIndex(build, "another", "node-1").prepare()).isPresent();
    }
}
