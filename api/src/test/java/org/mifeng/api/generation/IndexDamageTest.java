package org.mifeng.api.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.spi.RowVersion;

/** Whatever happens to the files of an index while nobody looks: at the next start they hold what the database holds. */
class IndexDamageTest {
    private static final OccupationTree TREE = Occupations.tree();

    @TempDir
    Path directory = Path.of("target");

    private final DatabaseAddress database = TestDatabase.migratedSchema();

    @BeforeEach
    void aMarket() throws SQLException {
        execute("insert into employer (id, public_id, name, state, verified_until, created_at, updated_at)"
                + " values (1, 'employer', '示例', 'ACTIVE', '2027-03-01', '2026-11-20', '2026-11-20')");
        for (int id = 1; id <= 60; id++) {
            execute("insert into job_post (id, public_id, version, employer_id, state, occupation, title, body,"
                    + " latitude, longitude, town_code, address, pay_amount_fen, pay_unit, hours_per_day, settlement,"
                    + " slots, shift_fixed, openings, openings_left, certificates, benefits, hazards, hazards_known,"
                    + " min_age, max_age, confirmed_at, valid_until, created_at, updated_at) values (" + id + ", 'post"
                    + id + "', " + id % 7 + ", 1, 'LIVE', '4-02-05-01', '装卸工', '装卸', 35.41, 116.58, '370811002',"
                    + " '路', 20000, 'DAY', 8, 'DAILY', 268435455, false, 3, 3, 0, 0, 0, true, 16, 120, '2026-11-20',"
                    + " '2027-01-01', '2026-11-20', '2026-11-20')");
        }
        for (int id = 1; id <= 20; id++) {
            execute("insert into seeker (id, public_id, version, id_number_key, state, birth_date, wish_occupations,"
                    + " wish_text, travel, max_distance_metres, slots, settlements, floor_fen_per_hour, floor_is_must,"
                    + " certificates, created_at, updated_at) values (" + id + ", 'seeker" + id + "', " + id % 5
                    + ", unhex(sha2('" + id
                    + "', 256)), 'ACTIVE', '1980-01-01', '', '装卸', 'WALK', 5000, 1, 1, 0, false, 0,"
                    + " '2026-11-20', '2026-11-20')");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<Long, Long> versions(String table) throws SQLException {
        Map<Long, Long> versions = new HashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, version from " + table)) {
            while (rows.next()) {
                versions.put(rows.getLong(1), rows.getLong(2));
            }
        }
        return versions;
    }

    private static Map<Long, Long> versions(List<RowVersion> rows) {
        return rows.stream().collect(Collectors.toMap(RowVersion::id, RowVersion::version));
    }

    /** @return whether it was built anew */
    private boolean aStart() throws SQLException, IOException {
        IndexDirectories directories = new IndexDirectories(directory);
        NodeBuild build = new NodeBuild(database, directories, TREE, MarketPlace.RENCHENG, InstantSource.system());
        NodeIndex node = new NodeIndex(build, "this-database", "node-1");
        boolean built = node.prepare().isPresent();
        try (LuceneCandidateIndex index =
                LuceneCandidateIndex.open(directories.current().orElseThrow(), TREE)) {
            assertThat(versions(index.postVersions(0, Long.MAX_VALUE))).isEqualTo(versions("job_post"));
            assertThat(versions(index.seekerVersions(0, Long.MAX_VALUE))).isEqualTo(versions("seeker"));
        }
        return built;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("write.lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aDamagedIndexIsBuiltAnewWhateverFileItIs() throws Exception {
        assertThat(aStart()).isTrue();
        assertThat(aStart()).as("a whole index is kept").isFalse();
        SplittableRandom random = new SplittableRandom(5);
        int files = files().size();
        assertThat(files).isGreaterThan(8);
        for (int file = 0; file < files; file++) {
            for (int damage = 0; damage < 4; damage++) {
                Path victim = files().get(file);
                byte[] whole = Files.readAllBytes(victim);
                switch (damage) {
                    case 0 -> Files.delete(victim);
                    case 1 -> Files.write(victim, new byte[whole.length]);
                    case 2 -> Files.write(victim, Arrays.copyOf(whole, random.nextInt(whole.length)));
                    default -> {
                        whole[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                        Files.write(victim, whole);
                    }
                }
                assertThat(aStart())
                        .as("damage %d of %s was found", damage, directory.relativize(victim))
                        .isTrue();
            }
        }
    }
}
