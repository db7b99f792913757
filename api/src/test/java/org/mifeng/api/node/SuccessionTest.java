package org.mifeng.api.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.api.MarketRows;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.MatchResult;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;
import org.mifeng.matcher.lucene.IndexSchema;

/** Generations as an operator of one or two nodes sees them. */
class SuccessionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final MarketPlace MARKET = new MarketPlace(new Coordinates(35.41, 116.59));

    @TempDir
    Path directory = Path.of("target");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final List<TestNode> nodes = new ArrayList<>();
    private DatabaseAddress address = new DatabaseAddress("jdbc:mysql://not-yet", "", "");
    private MarketRows market = new MarketRows(address);

    @BeforeEach
    void aMarketWithSomePosts() throws SQLException {
        address = TestDatabase.migratedSchema();
        market = MarketRows.withAnEmployer(address);
        insertPosts(1, 40);
    }

    @AfterEach
    void stopNodes() {
        nodes.reversed().forEach(TestNode::close);
    }

    private TestNode node(String name) throws SQLException, IOException {
        TestNode node = new TestNode(name, directory.resolve(name), address, MARKET, time::get);
        nodes.add(node);
        return node;
    }

    private void stop(TestNode node) {
        nodes.remove(node);
        node.close();
    }

    private void execute(String sql) throws SQLException {
        market.execute(sql);
    }

    private String text(String query) throws SQLException {
        return market.text(query);
    }

    private void insertPosts(int first, int last) throws SQLException {
        market.insertPosts(first, last);
    }

    private static MatchResult ask(TestNode node) {
        return node.matcher()
                .match(new MatchRequest(
                        new Seeker.Wish(
                                List.of(),
                                "分拣 快递 苹果",
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
                        NOW,
                        100,
                        MatchRequest.Cursor.START));
    }

    private void untilAllHaveEverything(TestNode... all) {
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> {
            boolean caughtUp = true;
            for (TestNode node : all) {
                caughtUp &= node.round();
            }
            return caughtUp;
        });
    }

    private void untilGeneration(long number, TestNode... all) {
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> {
            boolean there = true;
            for (TestNode node : all) {
                node.round();
                there &= node.matcher().generation().endsWith("-" + number);
            }
            return there;
        });
    }

    private long want(TestNode node) throws SQLException {
        try (Connection connection = address.connect()) {
            return node.build().generations().want(connection, time.get());
        }
    }

    /** F2. */
    @Test
    void nodesAnswerAlikeToTheBitWheneverEachBuiltItsIndex() throws Exception {
        TestNode early = node("node-1");
        insertPosts(41, 300);
        execute("update job_post set title = '快递 分拣', version = 1 where id < 20");
        execute("insert into outbox (subject, subject_id, version, created_at)"
                + " select 'JOB_POST', id, version, now(3) from job_post where id < 20");
        TestNode late = node("node-2");
        untilAllHaveEverything(early, late);
        assertThat(ask(late)).isEqualTo(ask(early));
        assertThat(ask(early).matches()).hasSize(100);
        assertThat(early.matcher().position()).isEqualTo(late.matcher().position());
    }

    @Test
    void aNewGenerationComesIntoForceOnAllNodesAtOnePosition() throws Exception {
        TestNode one = node("node-1");
        TestNode two = node("node-2");
        untilAllHaveEverything(one, two);
        MatchResult before = ask(one);
        insertPosts(41, 400);
        long wanted = want(one);
        assertThat(want(two)).as("asked again while one is on its way").isEqualTo(wanted);
        Map<Long, MatchResult> answers = new HashMap<>();
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> {
            for (TestNode node : List.of(one, two)) {
                node.round();
                MatchResult answer = ask(node);
                MatchResult other = answers.putIfAbsent(answer.position(), answer);
                assertThat(answer).isEqualTo(other == null ? answer : other);
            }
            return one.matcher().generation().endsWith("-" + wanted)
                    && two.matcher().generation().endsWith("-" + wanted);
        });
        assertThat(before.generation()).isNotEqualTo(ask(one).generation());
        untilAllHaveEverything(one, two);
        assertThat(ask(two)).isEqualTo(ask(one));
        assertThat(scoreOf(ask(one), 2)).as("words are counted anew").isNotEqualTo(scoreOf(before, 2));
        assertThat(text("select count(*) from outbox_reader where node like '%+next'"))
                .isEqualTo("0");
        try (Stream<Path> builds = Files.list(directory.resolve("node-1"))) {
            assertThat(builds).as("one build and its pointer").hasSize(2);
        }
    }

    private static double scoreOf(MatchResult result, long post) {
        return result.matches().stream()
                .filter(match -> match.id() == post)
                .mapToDouble(Match::score)
                .findAny()
                .orElseThrow();
    }

    @Test
    void noQuestionFailsAndNoChangeIsLostWhileGenerationsChange() throws Exception {
        TestNode node = node("node-1");
        untilAllHaveEverything(node);
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService askers = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                answers.add(askers.submit(() -> {
                    int asked = 0;
                    while (!stop.get()) {
                        assertThat(ask(node).matches()).hasSizeGreaterThanOrEqualTo(40);
                        asked++;
                    }
                    return asked;
                }));
            }
            Future<Integer> writer = askers.submit(() -> {
                int id = 40;
                while (!stop.get()) {
                    insertPosts(id + 1, id + 1);
                    id++;
                }
                return id;
            });
            try {
                for (int round = 0; round < 3; round++) {
                    untilGeneration(want(node), node);
                }
            } finally {
                stop.set(true);
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isPositive();
            }
            int last = writer.get();
            untilAllHaveEverything(node);
            assertThat(node.matcher().size().openPosts()).isEqualTo(last);
        }
    }

    @Test
    void aNodeThatWasAwayDuringTheChangeChangesWhenItIsBack() throws Exception {
        TestNode one = node("node-1");
        TestNode two = node("node-2");
        untilAllHaveEverything(one, two);
        two.makeDurable();
        stop(two);
        time.set(NOW.plus(Duration.ofMinutes(5)));
        insertPosts(41, 200);
        long wanted = want(one);
        untilGeneration(wanted, one);
        insertPosts(201, 210);
        TestNode back = node("node-2");
        assertThat(back.matcher().generation()).as("still its own").doesNotEndWith("-" + wanted);
        untilAllHaveEverything(one, back);
        assertThat(ask(back)).isEqualTo(ask(one));
    }

    @Test
    void aNodeThatIsThereIsWaitedFor() throws Exception {
        TestNode one = node("node-1");
        TestNode two = node("node-2");
        untilAllHaveEverything(one, two);
        long wanted = want(one);
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> {
            one.round();
            return text("select prepared_generation from outbox_reader where node = 'node-1'")
                    .equals(Long.toString(wanted));
        });
        for (int i = 0; i < 20; i++) {
            one.round();
        }
        assertThat(one.matcher().generation()).as("the other is not ready").doesNotEndWith("-" + wanted);
        untilGeneration(wanted, one, two);
    }

    @Test
    void anIndexThatIsTooOldServesWhileItIsBuiltAnew() throws Exception {
        TestNode node = node("node-1");
        untilAllHaveEverything(node);
        insertPosts(41, 60);
        execute("insert into outbox_reader (node, durable_position, seen_at) values ('other', 1000, now())");
        execute("update outbox_sequence set last_position = 1000, pruned_position = 1000");
        execute("delete from outbox");
        node.round();
        assertThat(ask(node).matches()).hasSize(40);
        assertThat(text("select count(*) from outbox_reader where node = 'node-1'"))
                .as("it keeps no rows from going")
                .isEqualTo("0");
        untilAllHaveEverything(node);
        assertThat(ask(node).matches()).hasSize(60);
        assertThat(node.matcher().position()).isEqualTo(1000);
    }

    @Test
    void anIndexOfAnOlderSchemaServesAndIsReplacedByItself() throws Exception {
        TestNode first = node("node-1");
        untilAllHaveEverything(first);
        first.makeDurable();
        Path build = first.directories().current().orElseThrow();
        stop(first);
        IndexSchema today = IndexSchema.of(TestNode.TREE);
        String older = new IndexSchema(today.format(), today.occupations(), 0, today.words()).toString();
        try (Directory posts = FSDirectory.open(build.resolve("posts"))) {
            SegmentInfos commit = SegmentInfos.readLatestCommit(posts);
            Map<String, String> data = new HashMap<>(commit.getUserData());
            data.put("schema", older);
            data.put("generation", older + "-1");
            commit.setUserData(data, true);
            commit.commit(posts);
        }
        TestNode again = node("node-1");
        assertThat(again.directories().current()).contains(build);
        assertThat(again.matcher().generation()).startsWith(older);
        assertThat(ask(again).matches()).hasSize(40);
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> {
            again.round();
            return again.matcher().generation().startsWith(today.toString());
        });
        assertThat(ask(again).matches()).hasSize(40);
        assertThat(build).doesNotExist();
    }

    @Test
    void aBuildThatFailsLeavesTheOldIndexServingOnAllNodes() throws Exception {
        TestNode one = node("node-1");
        TestNode two = node("node-2");
        untilAllHaveEverything(one, two);
        execute("rename table seeker to seeker_hidden");
        long wanted = want(one);
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> {
            one.round();
            two.round();
            return text("select state from index_generation where number = " + wanted)
                    .equals("FAILED");
        });
        execute("rename table seeker_hidden to seeker");
        insertPosts(41, 45);
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            untilAllHaveEverything(one, two);
            return !one.isBuilding() && !two.isBuilding();
        });
        assertThat(ask(one).matches()).hasSize(45);
        assertThat(ask(two)).isEqualTo(ask(one));
        assertThat(one.matcher().generation()).doesNotEndWith("-" + wanted);
        time.set(NOW.plus(Duration.ofMinutes(10)));
        long next = want(one);
        assertThat(next).isGreaterThan(wanted);
        untilGeneration(next, one, two);
    }

    @Test
    void aBuildThatWasCutOffIsSweptAway() throws Exception {
        TestNode first = node("node-1");
        untilAllHaveEverything(first);
        first.makeDurable();
        Path serving = first.directories().current().orElseThrow();
        stop(first);
        Path half = first.directories().create("half");
        Files.writeString(half.resolve("segments_1"), "x");
        Files.writeString(
                directory.resolve("node-1/current.new"), half.getFileName().toString());
        TestNode again = node("node-1");
        assertThat(half).doesNotExist();
        assertThat(again.directories().current()).contains(serving);
        assertThat(ask(again).matches()).hasSize(40);
    }

    /** D4. */
    @Test
    void aRowThatTheEngineRefusesIsLeftOutOfABuildAndComesInOnceItIsMended() throws Exception {
        execute("update job_post set occupation = '8-99-99-99' where id = 7");
        TestNode node = node("node-1");
        assertThat(ask(node).matches()).hasSize(39);
        assertThat(text("select subject_id from outbox_failure where node = 'node-1'"))
                .isEqualTo("7");
        untilGeneration(want(node), node);
        assertThat(text("select node from outbox_failure where subject_id = 7")).isEqualTo("node-1");
        execute("update job_post set occupation = '4-02-05-01', version = 1 where id = 7");
        execute("insert into outbox (subject, subject_id, version, created_at) values ('JOB_POST', 7, 1, now(3))");
        untilAllHaveEverything(node);
        assertThat(ask(node).matches()).hasSize(40);
        assertThat(text("select count(*) from outbox_failure")).isEqualTo("0");
    }

    @Test
    void aMarketThatHasGrownManyTimesHasItsWordsCountedAnewByItself() throws Exception {
        TestNode node = node("node-1");
        untilAllHaveEverything(node);
        insertPosts(41, 1_200);
        untilAllHaveEverything(node);
        time.set(NOW.plus(Duration.ofHours(1)));
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5)).until(() -> {
            node.round();
            return node.matcher().generation().endsWith("-2");
        });
    }
}
