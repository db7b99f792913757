package org.mifeng.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.EmbeddedDatabase;
import org.mifeng.matcher.lucene.IndexedVersions;

/**
 * What must hold when a killed service has started again. What was asked for without an answer is asked for again with the
 * same key first; a generation of the index that was on its way comes into force.
 */
final class Recovery {
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final int SAMPLES = 10;
    private static final List<String> SEARCHES = List.of("蟠桃园套袋", "套袋工", "搬运", "保洁");

    private final Path data;
    private final PostingClient client;
    private final Ledger ledger;

    Recovery(Path data, PostingClient client, Ledger ledger) {
        this.data = data;
        this.client = client;
        this.ledger = ledger;
    }

    /**
     * Checks everything.
     *
     * @return how many outcomes were unknown and are known now
     * @throws AssertionError if something was lost, doubled, or is shown that must not be
     */
    int check(SplittableRandom random) throws Exception {
        int resolved = resolve();
        try (Connection connection = database(data).connect()) {
            new GenerationCheck(data.resolve("index"), client, connection).settled();
            Map<String, String> states = theDatabaseHoldsEveryPostOnce(connection);
            theIndexHoldsTheVersionsOfTheDatabase(connection);
            nothingClosedIsShown(states, random);
        }
        return resolved;
    }

    static DatabaseAddress database(Path data) throws IOException {
        return EmbeddedDatabase.ownedByAnother(data.resolve("database"))
                .orElseThrow(() -> new AssertionError("the database is not running"));
    }

    private int resolve() throws PostingClient.NoAnswerException {
        int resolved = 0;
        for (Ledger.Entry entry : ledger.all()) {
            if (entry.publicId().isEmpty()) {
                String id = client.post(entry.key())
                        .orElseThrow(() -> new AssertionError(entry.key() + " is not answered again"));
                ledger.acknowledge(entry, id);
                resolved++;
            }
            if (entry.closing() == Ledger.Outcome.UNKNOWN) {
                assertThat(client.close(entry.publicId().orElseThrow()))
                        .as("closing %s again", entry.key())
                        .isTrue();
                entry.closing(Ledger.Outcome.DONE);
                resolved++;
            }
        }
        return resolved;
    }

    private Map<String, String> theDatabaseHoldsEveryPostOnce(Connection connection) throws SQLException {
        Map<String, String> states = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select p.public_id, p.state from job_post p"
                        + " join posting_request r on r.job_post_id = p.id")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getString(2));
            }
        }
        Map<String, String> promised = new HashMap<>();
        for (Ledger.Entry entry : ledger.all()) {
            promised.put(entry.publicId().orElseThrow(), entry.closing() == Ledger.Outcome.DONE ? "FILLED" : "LIVE");
        }
        assertThat(promised)
                .as("ids of posts, one for each key")
                .hasSize(ledger.all().size());
        assertThat(states)
                .as("posts in the database, beside what was acknowledged")
                .isEqualTo(promised);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from job_post where employer_id in"
                        + " (select employer_id from posting_request)")) {
            row.next();
            assertThat(row.getLong(1)).as("posts of this employer").isEqualTo(promised.size());
        }
        return states;
    }

    private void theIndexHoldsTheVersionsOfTheDatabase(Connection connection) throws Exception {
        long deadline = System.nanoTime() + CATCH_UP.toNanos();
        IndexedVersions index = awaitAllChanges(connection, deadline);
        assertThat(index.posts().equals(versions(connection, "job_post")))
                .as("versions of posts in the index and in the database are equal")
                .isTrue();
        assertThat(index.seekers().equals(versions(connection, "seeker")))
                .as("versions of seekers in the index and in the database are equal")
                .isTrue();
    }

    private IndexedVersions awaitAllChanges(Connection connection, long deadline) throws Exception {
        while (System.nanoTime() < deadline) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select last_position, (select count(*) from outbox where"
                            + " position is null) from outbox_sequence")) {
                row.next();
                Optional<IndexedVersions> index = readIndex();
                if (row.getLong(2) == 0 && index.isPresent() && index.get().position() == row.getLong(1)) {
                    return index.get();
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the index has not caught up within " + CATCH_UP);
    }

    private Optional<IndexedVersions> readIndex() {
        try {
            Path index = data.resolve("index");
            Path current = index.resolve("current");
            return IndexedVersions.read(
                    Files.exists(current)
                            ? index.resolve(Files.readString(current).strip())
                            : index);
        } catch (IOException e) {
            return Optional.empty(); // files went while they were read: there is a newer commit
        }
    }

    private static Map<Long, Long> versions(Connection connection, String table) throws SQLException {
        Map<Long, Long> versions = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, version from " + table)) {
            while (rows.next()) {
                versions.put(rows.getLong(1), rows.getLong(2));
            }
        }
        return versions;
    }

    private void nothingClosedIsShown(Map<String, String> states, SplittableRandom random)
            throws PostingClient.NoAnswerException {
        for (String words : SEARCHES) {
            assertThat(client.found(words))
                    .as("shown for %s", words)
                    .allSatisfy(
                            id -> assertThat(states.getOrDefault(id, "LIVE")).isEqualTo("LIVE"));
        }
        List<Ledger.Entry> all = ledger.all();
        for (int i = 0; i < SAMPLES && !all.isEmpty(); i++) {
            Ledger.Entry entry = all.get(random.nextInt(all.size()));
            assertThat(client.status(entry.publicId().orElseThrow()))
                    .as("status of %s", entry.key())
                    .isEqualTo(entry.closing() == Ledger.Outcome.DONE ? 410 : 200);
        }
    }
}
