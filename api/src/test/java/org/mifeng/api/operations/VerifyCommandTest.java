package org.mifeng.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.api.MarketRows;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.api.generation.NodeBuild;
import org.mifeng.api.generation.NodeIndex;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.LaunchException;
import org.mifeng.api.outbox.OutboxSequencer;
import org.mifeng.indexdata.reference.Occupations;

/** What an operator sees who asks whether index and database agree, without a service. */
class VerifyCommandTest {
    @TempDir
    Path directory = Path.of("target");

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private MarketRows market = new MarketRows(new DatabaseAddress("jdbc:mysql://not-yet", "", ""));

    @BeforeEach
    void twoNodesOfOneMarket() throws Exception {
        market = MarketRows.withAnEmployer(TestDatabase.migratedSchema());
        market.insertPosts(1, 30);
        try (Connection connection = market.address().connect()) {
            OutboxSequencer.place(connection);
        }
        for (int node = 1; node <= 2; node++) {
            NodeBuild build = new NodeBuild(
                    market.address(),
                    new IndexDirectories(data().index(node)),
                    Occupations.tree(),
                    MarketPlace.RENCHENG,
                    InstantSource.system());
            new NodeIndex(build, "this", DataDirectory.nodeName(node)).prepare();
        }
    }

    private DataDirectory data() {
        return DataDirectory.open(directory.resolve("data"));
    }

    private ExitCode verify(boolean repair, boolean json) throws Exception {
        screen.reset();
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        return new VerifyCommand(data(), repair, json, out).run(market.address());
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anIndexThatAgreesSaysSo() throws Exception {
        assertThat(verify(false, false)).isEqualTo(ExitCode.DONE);
        assertThat(screen()).contains("node-1, JOB_POST: database 30 rows", "node-2", "Index and database agree.");
        market.insertPosts(31, 40);
        assertThat(verify(false, false))
                .as("changes on their way differ from nothing")
                .isEqualTo(ExitCode.DONE);
        assertThat(screen()).contains("database 40 rows", "index 30 rows", "10 on their way, 0 differ");
    }

    @Test
    void rowsThatDifferAreNamedAndRepairedWhenAsked() throws Exception {
        market.execute("update job_post set version = 3 where id = 7");
        market.execute("delete from job_post where id = 8");
        assertThat(verify(false, false)).isEqualTo(ExitCode.INDEX_DIFFERS);
        assertThat(screen())
                .contains(
                        "JOB_POST 7: version 3 in the database, 0 in the index",
                        "JOB_POST 8: version none in the database, 0 in the index",
                        "--repair");
        assertThat(verify(true, false)).isEqualTo(ExitCode.DONE);
        assertThat(screen()).contains("Index and database agree.");
        assertThat(verify(false, false)).isEqualTo(ExitCode.DONE);
    }

    @Test
    void filesThatAreDamagedAreNotRepairedAndItSaysWhoDoes() throws Exception {
        Path posts =
                new IndexDirectories(data().index(2)).current().orElseThrow().resolve("posts");
        try (Stream<Path> files = Files.list(posts)) {
            Files.write(
                    files.max(Comparator.comparingLong(file -> file.toFile().length()))
                            .orElseThrow(),
                    new byte[0]);
        }
        assertThatThrownBy(() -> verify(true, false))
                .isInstanceOfSatisfying(
                        LaunchException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA_DAMAGED))
                .hasMessageContaining("node-2")
                .hasMessageContaining("builds its index anew");
    }

    @Test
    void programsReadCountsAndDigests() throws Exception {
        market.execute("update job_post set version = 3 where id = 7");
        assertThat(verify(false, true)).isEqualTo(ExitCode.INDEX_DIFFERS);
        JsonNode json = new ObjectMapper().readTree(screen());
        assertThat(json.path("differing").asInt()).as("on each of two nodes").isEqualTo(2);
        JsonNode posts = json.path("indexes").path(0).path("tables").path(0);
        assertThat(posts.path("database_rows").asInt()).isEqualTo(30);
        assertThat(posts.path("index_rows").asInt()).isEqualTo(30);
        assertThat(posts.path("database_digest").asText())
                .isNotEmpty()
                .isNotEqualTo(posts.path("index_digest").asText());
    }
}
