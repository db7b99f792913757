package org.mifeng.api.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.generation.IndexGeneration;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.outbox.EmployerPosts;
import org.mifeng.api.outbox.OutboxFailures;
import org.mifeng.api.service.IndexResource;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.Part;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;
import org.mifeng.matcher.lucene.FaultyStorage;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.ranking.RankingModel;

class OutboxTailerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final MarketPlace MARKET = new MarketPlace(new Coordinates(35.41, 116.59));

    @TempDir
    Path directory = Path.of("target");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private DatabaseAddress address = new DatabaseAddress("jdbc:mysql://not-yet", "", "");
    private final List<Matcher> open = new ArrayList<>();

    @BeforeEach
    void emptyMarket() throws SQLException {
        address = TestDatabase.migratedSchema();
        IndexResource.buildEmpty(directory);
        execute("insert into employer (id, public_id, name, state, verified_until, created_at, updated_at)"
                + " values (1, 'employer', '示例', 'ACTIVE', '2027-03-01', '2026-11-20', '2026-11-20')");
    }

    @AfterEach
    void close() {
        open.forEach(Matcher::close);
    }

    private Matcher openIndex() {
        return openIndex(directory);
    }

    private Matcher openIndex(Path directory) {
        Matcher matcher = new Matcher(
                LuceneCandidateIndex.open(directory, Occupations.tree()), Occupations.tree(), RankingModel.CURRENT);
        open.add(matcher);
        return matcher;
    }

    private OutboxTailer tailer(Matcher matcher) {
        return new OutboxTailer(
                address,
                matcher,
                "test",
                () -> IndexGeneration.of(matcher.generation()),
                time::get,
                MARKET,
                new NodeSettings("test"),
                Runnable::run);
    }

    private static Set<Long> matched(Matcher matcher) {
        return matcher.match(anyWork(NOW)).matches().stream().map(Match::id).collect(Collectors.toSet());
    }

    private static MatchRequest anyWork(Instant now) {
        return new MatchRequest(
                new Seeker.Wish(
                        List.of(),
                        "",
                        MARKET.coordinates(),
                        TravelMode.CAR,
                        200_000,
                        TimeSlots.ALWAYS,
                        Set.of(),
                        0,
                        false,
                        0),
                Background.NONE,
                Optional.of(40),
                Optional.empty(),
                OptionalLong.empty(),
                now,
                200,
                MatchRequest.Cursor.START);
    }

    private static void insertPost(Connection connection, long id, String occupation) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into job_post (id, public_id, version, employer_id, state, occupation, title, body, latitude,"
                        + " longitude, town_code, address, pay_amount_fen, pay_unit, hours_per_day, settlement, slots,"
                        + " shift_fixed, openings, openings_left, certificates, benefits, hazards, hazards_known, min_age,"
                        + " max_age, confirmed_at, valid_until, created_at, updated_at) values (?, ?, 0, 1, 'LIVE', ?,"
                        + " '装卸工', '装卸', 35.41, 116.58, '370811002', '路', 20000, 'DAY', 8, 'DAILY', 268435455, false,"
                        + " 3, 3, 0, 0, 0, true, 16, 120, '2026-11-20', '2027-01-01', '2026-11-20', '2026-11-20')")) {
            insert.setLong(1, id);
            insert.setString(2, "test%018d".formatted(id));
            insert.setString(3, occupation);
            insert.executeUpdate();
        }
        record(connection, id, 0);
    }

    private static void record(Connection connection, long id, long version) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement(
                "insert into outbox (subject, subject_id, version, created_at) values ('JOB_POST', ?, ?, now(3))")) {
            note.setLong(1, id);
            note.setLong(2, version);
            note.executeUpdate();
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private double trust(Matcher matcher, long post) {
        return matcher.match(anyWork(NOW)).matches().stream()
                .filter(match -> match.id() == post)
                .flatMap(match -> match.parts().stream())
                .filter(part -> part.part() == Part.TRUST)
                .mapToDouble(Match.PartValue::value)
                .findAny()
                .orElseThrow();
    }

    private void changeEmployer(String assignment) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update employer set " + assignment + " where id = 1");
            EmployerPosts.touch(connection, List.of(1L), NOW);
            connection.commit();
        }
    }

    @Test
    void howAnEmployerTreatsPeopleReachesAllItsPosts() throws Exception {
        Matcher matcher = openIndex();
        OutboxTailer tailer = tailer(matcher);
        tailer.begin();
        try (Connection connection = address.connect()) {
            insertPost(connection, 1, "4-02-05-01");
            insertPost(connection, 2, "4-02-05-01");
        }
        tailer.step();
        double unknown = trust(matcher, 1);
        changeEmployer("paid_on_time_percent = 100, answered_percent = 100");
        tailer.step();
        assertThat(trust(matcher, 1)).isEqualTo(1.0).isGreaterThan(unknown);
        assertThat(trust(matcher, 2)).isEqualTo(1.0);
        changeEmployer("open_complaints = 1");
        tailer.step();
        assertThat(trust(matcher, 2)).isEqualTo(0.5);
        assertThat(number("select min(version) from job_post")).isEqualTo(2);
    }

    /** P15. */
    @Test
    void postsOfASuspendedEmployerLeaveTheIndexAndComeBackWithIt() throws Exception {
        Matcher matcher = openIndex();
        OutboxTailer tailer = tailer(matcher);
        tailer.begin();
        try (Connection connection = address.connect()) {
            insertPost(connection, 1, "4-02-05-01");
        }
        tailer.step();
        changeEmployer("state = 'SUSPENDED'");
        tailer.step();
        assertThat(matched(matcher)).isEmpty();
        changeEmployer("state = 'ACTIVE', verified_until = null");
        tailer.step();
        assertThat(matched(matcher)).isEmpty();
        changeEmployer("verified_until = '2026-12-01'");
        tailer.step();
        assertThat(matched(matcher)).containsExactly(1L);
    }

    /** P15. */
    @Test
    void aPostEndsWithTheVerificationOfItsEmployerWheneverItsRowWasRead() throws Exception {
        execute("update employer set verified_until = '2026-11-21 09:00:00' where id = 1");
        Matcher matcher = openIndex();
        OutboxTailer tailer = tailer(matcher);
        tailer.begin();
        try (Connection connection = address.connect()) {
            insertPost(connection, 1, "4-02-05-01");
        }
        time.set(NOW.plus(Duration.ofDays(30))); // read long after it ended
        tailer.step();
        assertThat(matcher.match(anyWork(Instant.parse("2026-11-21T08:59:59Z"))).matches())
                .hasSize(1);
        assertThat(matcher.match(anyWork(Instant.parse("2026-11-21T09:00:00Z"))).matches())
                .isEmpty();
    }

    @Test
    @Timeout(60)
    void everyCommittedPostOf32WritersReachesTheIndexAndNoOther() throws Exception {
        Matcher matcher = openIndex();
        OutboxTailer tailer = tailer(matcher);
        tailer.begin();
        Set<Long> committed = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 1; writer <= 32; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> {
                    Random random = new Random(number);
                    try (Connection connection = address.connect()) {
                        connection.setAutoCommit(false);
                        for (int i = 0; i < 5; i++) {
                            long id = number * 100L + i;
                            insertPost(connection, id, "4-02-05-01");
                            TimeUnit.MILLISECONDS.sleep(random.nextInt(50));
                            if (random.nextInt(5) == 0) {
                                connection.rollback();
                            } else {
                                connection.commit();
                                committed.add(id);
                            }
                        }
                    }
                    return null;
                }));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                tailer.step();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        while (tailer.lag() > 0) {
            tailer.step();
        }
        assertThat(matched(matcher)).isEqualTo(committed);
    }

    @Test
    void aChangeThatCannotBeIndexedStandsInNobodysWayAndIsSetAsideAfterFiveTries() throws SQLException {
        Matcher matcher = openIndex();
        OutboxTailer tailer = tailer(matcher);
        tailer.begin();
        try (Connection connection = address.connect()) {
            insertPost(connection, 1, "4-02-05-01");
            insertPost(connection, 2, "8-99-99-99");
            insertPost(connection, 3, "4-02-05-01");
        }
        tailer.step();
        assertThat(matched(matcher)).containsExactlyInAnyOrder(1L, 3L);
        assertThat(tailer.failureCounts()).isEqualTo(new OutboxFailures.Counts(0, 1));
        for (int i = 0; i < 5; i++) {
            time.set(time.get().plus(Duration.ofMinutes(5)));
            tailer.step();
        }
        assertThat(tailer.failureCounts()).isEqualTo(new OutboxFailures.Counts(1, 1));
        assertThat(number("select tries from outbox_failure")).isEqualTo(5);
        execute("update job_post set occupation = '4-02-05-01', version = 1 where id = 2");
        try (Connection connection = address.connect()) {
            record(connection, 2, 1);
        }
        tailer.step();
        assertThat(matched(matcher)).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(number("select count(*) from outbox_failure")).isZero();
    }

    @Test
    void aClockThatIsSetBackKeepsNothingWaiting() throws SQLException {
        Matcher matcher = openIndex();
        OutboxTailer tailer = tailer(matcher);
        tailer.begin();
        try (Connection connection = address.connect()) {
            insertPost(connection, 1, "4-02-05-01");
            insertPost(connection, 2, "8-99-99-99");
        }
        tailer.step();
        execute("update job_post set occupation = '4-02-05-01' where id = 2");
        time.set(NOW.minus(Duration.ofHours(1)));
        tailer.step();
        assertThat(matched(matcher)).containsExactlyInAnyOrder(1L, 2L);
        assertThat(number("select durable_position from outbox_reader"))
                .as("made durable")
                .isEqualTo(matcher.position());
        time.set(NOW.plus(Duration.ofHours(1)));
        try (Connection connection = address.connect()) {
            insertPost(connection, 3, "4-02-05-01");
        }
        tailer.step();
        assertThat(matched(matcher)).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyStorage.Fault.class,
            names = {"FULL", "UNREADABLE", "UNSYNCED"})
    void aDiskThatFailsIsNoChangesFaultAndWhatItLostComesAgain(FaultyStorage.Fault fault) throws SQLException {
        FaultyStorage storage = new FaultyStorage();
        Matcher matcher =
                new Matcher(storage.open(directory, Occupations.tree()), Occupations.tree(), RankingModel.CURRENT);
        open.add(matcher);
        OutboxTailer tailer = tailer(matcher);
        tailer.begin();
        insertPost(1);
        tailer.step();
        tailer.finish();
        insertPost(2);
        tailer.step(); // in memory only
        storage.set(fault);
        insertPost(3);
        for (int i = 0; i < 7; i++) {
            time.set(time.get().plus(Duration.ofMinutes(5)));
            assertThatThrownBy(() -> {
                        tailer.begin();
                        tailer.step();
                    })
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(matched(matcher)).contains(1L);
        }
        assertThat(number("select count(*) from outbox_failure")).isZero();
        assertThat(number("select durable_position from outbox_reader"))
                .as("other nodes let go of what lies before")
                .isEqualTo(1);
        assertThat(number("select count(*) from outbox where position > 1"))
                .as("what only memory has is not let go of")
                .isEqualTo(2);
        storage.set(FaultyStorage.Fault.NONE);
        for (int i = 0; !matched(matcher).equals(Set.of(1L, 2L, 3L)); i++) {
            assertThat(i).isLessThan(5);
            time.set(time.get().plus(Duration.ofMinutes(5)));
            try {
                tailer.begin();
                tailer.step();
            } catch (UncheckedIOException e) {
                assertThat(e)
                        .hasRootCauseMessage(
                                "the index was opened anew; what was applied since its last commit" + " comes again");
            }
        }
        tailer.finish();
        assertThat(number("select durable_position from outbox_reader")).isEqualTo(3);
    }

    private void insertPost(long id) throws SQLException {
        try (Connection connection = address.connect()) {
            insertPost(connection, id, "4-02-05-01");
        }
    }

    @Test
    void aChangeThatFailsForAWhileGetsInByItself() throws SQLException {
        Matcher matcher = openIndex();
        OutboxTailer tailer = tailer(matcher);
        tailer.begin();
        try (Connection connection = address.connect()) {
            insertPost(connection, 2, "8-99-99-99");
        }
        tailer.step();
        execute("update job_post set occupation = '4-02-05-01' where id = 2");
        time.set(time.get().plus(Duration.ofMinutes(1)));
        tailer.step();
        assertThat(matched(matcher)).containsExactly(2L);
        assertThat(tailer.failureCounts()).isEqualTo(new OutboxFailures.Counts(0, 0));
    }

    /** The files as they are on the disk now, without what was applied but not committed. */
    private Path asAfterACrash() throws IOException {
        Path copy = directory
                .resolve("..")
                .resolve(directory.getFileName() + "-crashed")
                .normalize();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(directory.relativize(file).toString()));
            }
        }
        return copy;
    }

    @Test
    void aRestartContinuesFromWhatTheIndexHolds() throws SQLException, IOException {
        Matcher before = openIndex();
        OutboxTailer tailer = tailer(before);
        tailer.begin();
        try (Connection connection = address.connect()) {
            insertPost(connection, 1, "4-02-05-01");
        }
        tailer.step();
        tailer.finish();
        try (Connection connection = address.connect()) {
            insertPost(connection, 2, "4-02-05-01");
        }
        tailer.step();
        assertThat(matched(before)).containsExactlyInAnyOrder(1L, 2L);
        Matcher after = openIndex(asAfterACrash());
        assertThat(matched(after)).containsExactly(1L);
        OutboxTailer again = tailer(after);
        again.begin();
        again.step();
        assertThat(matched(after)).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void rowsGoWhenEveryNodeHoldsThemDurablyAndAnOlderIndexIsToldSo() throws SQLException {
        Matcher matcher = openIndex();
        OutboxTailer tailer = tailer(matcher);
        tailer.begin();
        execute(
                "insert into outbox_reader (node, durable_position, seen_at) values ('other', 0, '2026-11-21 07:59:00')");
        try (Connection connection = address.connect()) {
            insertPost(connection, 1, "4-02-05-01");
        }
        tailer.step();
        tailer.finish();
        assertThat(number("select count(*) from outbox"))
                .as("the other node needs it")
                .isOne();
        execute("update outbox_reader set durable_position = 1 where node = 'other'");
        tailer.finish();
        assertThat(number("select count(*) from outbox")).isZero();
        assertThat(number("select pruned_position from outbox_sequence")).isOne();
        matcher.close();
        open.clear();
        IndexResource.buildEmpty(directory);
        assertThatThrownBy(() -> tailer(openIndex()).begin()).isInstanceOf(IndexTooOldException.class);
    }

    @Test
    void aDeletedRowLeavesTheIndex() throws SQLException {
        Matcher matcher = openIndex();
        OutboxTailer tailer = tailer(matcher);
        tailer.begin();
        try (Connection connection = address.connect()) {
            insertPost(connection, 1, "4-02-05-01");
            tailer.step();
            execute("delete from job_post where id = 1");
            record(connection, 1, 1);
        }
        tailer.step();
        assertThat(matched(matcher)).isEmpty();
    }
}
