package org.mifeng.matcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.tck.Fixtures;
import org.mifeng.matcher.tck.OracleEquality;

class LuceneCandidateIndexTest extends OracleEquality {
    @TempDir
    Path folder;

    @Override
    protected CandidateIndex open(List<JobPost> posts) {
        build(posts);
        return LuceneCandidateIndex.open(folder, Fixtures.TREE);
    }

    private void build(List<JobPost> posts) {
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, Fixtures.TREE)) {
            posts.forEach(post -> build.add(new IndexChange.PutJobPost(post)));
            build.finish(0);
        }
    }

    private Matcher matcher() {
        return new Matcher(LuceneCandidateIndex.open(folder, Fixtures.TREE), Fixtures.TREE, RankingModel.CURRENT);
    }

    @Test
    void whatWasCommittedIsThereAfterReopeningWithItsPosition() {
        build(List.of(Fixtures.aPost(1, 1)));
        try (Matcher matcher = matcher()) {
            matcher.apply(new IndexBatch(List.of(new IndexChange.PutJobPost(Fixtures.aPost(2, 1))), 42));
        }
        try (Matcher matcher = matcher()) {
            assertThat(matcher.position()).isEqualTo(42);
            assertThat(matcher.match(Fixtures.aRequest(Fixtures.aWish())).matches())
                    .extracting(Match::id)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void aBuildThatWasBrokenOffIsNoIndex() {
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, Fixtures.TREE)) {
            build.add(new IndexChange.PutJobPost(Fixtures.aPost(1, 1)));
        }
        assertThat(LuceneCandidateIndex.exists(folder, Fixtures.TREE)).isFalse();
    }

    @Test
    void anIndexBuiltWithOtherOccupationsMustBeRebuilt() {
        build(List.of(Fixtures.aPost(1, 1)));
        OccupationTree other = new OccupationTree(Fixtures.TREE.trades().subList(0, 3), List.of());
        assertThat(LuceneCandidateIndex.exists(folder, Fixtures.TREE)).isTrue();
        assertThat(LuceneCandidateIndex.exists(folder, other)).isFalse();
    }

    @Test
    void aDamagedIndexIsRefusedNotServed() throws Exception {
        build(List.of(Fixtures.aPost(1, 1)));
        Path statistics = folder.resolve("posts/text-statistics.dat");
        byte[] bytes = Files.readAllBytes(statistics);
        bytes[bytes.length / 2] ^= 1;
        Files.write(statistics, bytes);
        assertThatThrownBy(() -> LuceneCandidateIndex.open(folder, Fixtures.TREE))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aBatchWithAnUnknownOccupationChangesNothing() {
        build(List.of());
        OccupationTree small = new OccupationTree(Fixtures.TREE.trades().subList(0, 3), List.of());
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, small)) {
            build.finish(0);
        }
        try (Matcher matcher = new Matcher(LuceneCandidateIndex.open(folder, small), small, RankingModel.CURRENT)) {
            JobPost unknown = Fixtures.randomPost(new SplittableRandom(1), 2, 1);
            assertThat(small.find(unknown.occupation())).isEmpty();
            IndexBatch batch = new IndexBatch(
                    List.of(new IndexChange.PutJobPost(Fixtures.aPost(1, 1)), new IndexChange.PutJobPost(unknown)), 1);
            assertThatThrownBy(() -> matcher.apply(batch)).isInstanceOf(InvalidFieldException.class);
            assertThat(matcher.size().openPosts()).isZero();
            assertThat(matcher.position()).isZero();
        }
    }

    @Test
    void manyThreadsAskWhileOneWritesAndMergesRun() throws Exception {
        RandomGenerator random = new SplittableRandom(11);
        List<JobPost> posts = new ArrayList<>();
        for (int id = 1; id <= 2_000; id++) {
            posts.add(Fixtures.randomPost(random, id, 1));
        }
        build(posts);
        try (Matcher matcher = matcher();
                ExecutorService askers = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int asker = 0; asker < 4; asker++) {
                RandomGenerator own = new SplittableRandom(asker);
                answers.add(askers.submit(() -> {
                    int seen = 0;
                    for (int i = 0; i < 500; i++) {
                        MatchRequest request = Fixtures.randomRequest(own);
                        List<Match> matches = matcher.match(request).matches();
                        assertThat(matches.stream().skip(10).map(Match::rank).toList())
                                .isSortedAccordingTo(Comparator.reverseOrder());
                        seen += matches.size();
                    }
                    return seen;
                }));
            }
            for (int round = 1; round <= 150; round++) {
                List<IndexChange> changes = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    changes.add(new IndexChange.PutJobPost(
                            Fixtures.randomPost(random, 1 + random.nextLong(2_000), round + 1)));
                }
                matcher.apply(new IndexBatch(changes, round));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isPositive();
            }
            assertThat(matcher.position()).isEqualTo(150);
        }
    }

    @Test
    void anotherIndexTakesOverWhileQuestionsRun() throws Exception {
        build(List.of(Fixtures.aPost(1, 1)));
        Path other = folder.resolve("other");
        try (Matcher matcher = matcher();
                ExecutorService askers = Executors.newFixedThreadPool(3)) {
            AtomicBoolean stop = new AtomicBoolean();
            List<Future<Integer>> answers = new ArrayList<>();
            for (int asker = 0; asker < 3; asker++) {
                answers.add(askers.submit(() -> {
                    int asked = 0;
                    while (!stop.get()) {
                        assertThat(matcher.match(Fixtures.aRequest(Fixtures.aWish()))
                                        .matches())
                                .hasSize(1);
                        asked++;
                    }
                    return asked;
                }));
            }
            for (int round = 1; round <= 20; round++) {
                Path fresh = other.resolve(Integer.toString(round));
                try (LuceneIndexBuild build = LuceneIndexBuild.create(fresh, Fixtures.TREE)) {
                    build.add(new IndexChange.PutJobPost(Fixtures.aPost(1, round)));
                    build.finish(round, 7, build.count());
                }
                matcher.swap(LuceneCandidateIndex.open(fresh, Fixtures.TREE)).close();
                assertThat(matcher.position()).isEqualTo(round);
                assertThat(matcher.generation()).endsWith("-7");
            }
            stop.set(true);
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isPositive();
            }
        }
    }

    @Test
    void anIndexOfAnOlderAnalysisServesUntilItIsBuiltAnew() throws Exception {
        build(List.of(Fixtures.aPost(1, 1)));
        IndexSchema today = IndexSchema.of(Fixtures.TREE);
        assertThat(LuceneCandidateIndex.schemaIn(folder)).contains(today);
        IndexSchema older = new IndexSchema(today.format(), today.occupations(), today.analysis() - 1, today.words());
        writeSchema(older);
        assertThat(LuceneCandidateIndex.schemaIn(folder)).contains(older);
        assertThat(LuceneCandidateIndex.exists(folder, Fixtures.TREE)).isTrue();
        try (Matcher matcher = matcher()) {
            matcher.apply(new IndexBatch(List.of(new IndexChange.PutJobPost(Fixtures.aPost(2, 1))), 1));
        }
        assertThat(LuceneCandidateIndex.schemaIn(folder)).as("after a commit").contains(older);
        writeSchema(new IndexSchema(today.format(), today.occupations(), today.analysis(), "1"));
        assertThat(LuceneCandidateIndex.exists(folder, Fixtures.TREE))
                .as("with another dictionary")
                .isTrue();
        writeSchema(new IndexSchema(today.format() - 1, today.occupations(), today.analysis(), today.words()));
        assertThat(LuceneCandidateIndex.exists(folder, Fixtures.TREE)).isFalse();
    }

    private void writeSchema(IndexSchema schema) throws IOException {
        try (Directory posts = FSDirectory.open(folder.resolve("posts"))) {
            SegmentInfos commit = SegmentInfos.readLatestCommit(posts);
            Map<String, String> data = new HashMap<>(commit.getUserData());
            data.put(IndexStore.SCHEMA, schema.toString());
            commit.setUserData(data, true);
            commit.commit(posts);
        }
    }

    @Test
    void statisticsKeptElsewhereAreTheSame() {
        TextStatistics statistics = new TextStatistics(3, 12.5, Map.of("装卸", 2, "搬运", 1));
        assertThat(StatisticsFile.fromBytes(StatisticsFile.toBytes(statistics))).isEqualTo(statistics);
        byte[] damaged = StatisticsFile.toBytes(statistics);
        damaged[damaged.length / 2] ^= 1;
        assertThatThrownBy(() -> StatisticsFile.fromBytes(damaged)).isInstanceOf(UncheckedIOException.class);
    }
}
