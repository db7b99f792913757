package org.mifeng.matcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.DamagedIndexException;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.spi.RowVersion;
import org.mifeng.matcher.tck.Fixtures;

/** Damaged files are found before they are believed; a disk that fails is lived with, and what it lost comes again. */
class StorageFaultsTest {
    private static final int POSTS = 200;

    @TempDir
    Path folder;

    private final FaultyStorage storage = new FaultyStorage();

    @BeforeEach
    void anIndex() {
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, Fixtures.TREE)) {
            LongStream.rangeClosed(1, POSTS)
                    .forEach(id -> build.add(new IndexChange.PutJobPost(Fixtures.aPost(id, 1))));
            build.finish(10);
        }
        try (LuceneCandidateIndex index = LuceneCandidateIndex.open(folder, Fixtures.TREE)) {
            index.apply(put(11, POSTS + 1, 1)); // a second segment, with files that are packed together
            index.apply(put(12, 5, 2)); // and a deletion in the first
        }
    }

    private static IndexBatch put(long position, long id, long version) {
        return new IndexBatch(List.of(new IndexChange.PutJobPost(Fixtures.aPost(id, version))), position);
    }

    private enum Damage {
        DELETED,
        EMPTY,
        ZEROED,
        CUT,
        FLIPPED
    }

    private static void damage(Path file, Damage damage, SplittableRandom random) throws IOException {
        long size = Files.size(file);
        switch (damage) {
            case DELETED -> Files.delete(file);
            case EMPTY -> Files.write(file, new byte[0]);
            case ZEROED -> Files.write(file, new byte[(int) size]);
            case CUT -> {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(random.nextLong(1, size));
                }
            }
            case FLIPPED -> {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    long place = random.nextLong(size);
                    ByteBuffer one = ByteBuffer.allocate(1);
                    channel.read(one, place);
                    one.put(0, (byte) (one.get(0) ^ 1 << random.nextInt(8))).rewind();
                    channel.write(one, place);
                }
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("write.lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyDamageOfEveryFileIsFoundBeforeAnythingIsServedAndTheIndexCanBeBuiltAnew() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(10);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (Damage damage : Damage.values()) {
                for (int i = 0; i < (damage == Damage.FLIPPED ? 8 : 1); i++) {
                    damage(file, damage, random);
                    assertThat(isServed())
                            .as("%s %s", damage, folder.relativize(file))
                            .isFalse();
                    Files.write(file, whole);
                }
            }
        }
        Files.write(files.getFirst(), new byte[0]);
        assertThat(isServed()).isFalse();
        anIndex(); // nothing holds on to the damaged one
        assertThat(isServed()).isTrue();
    }

    private boolean isServed() {
        if (!LuceneCandidateIndex.exists(folder, Fixtures.TREE)) {
            return false;
        }
        try (LuceneCandidateIndex index = LuceneCandidateIndex.open(folder, Fixtures.TREE)) {
            return index.position() >= 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyStorage.Fault.class,
            names = {"FULL", "UNREADABLE", "UNSYNCED"})
    void aDiskThatFailsIsSaidTheOldAnswersGoOnAndNothingIsMissingWhenItWorksAgain(FaultyStorage.Fault fault) {
        try (Matcher matcher = new Matcher(storage.open(folder, Fixtures.TREE), Fixtures.TREE, RankingModel.CURRENT)) {
            matcher.apply(put(20, 1_000, 1));
            matcher.commit();
            matcher.apply(put(21, 1_001, 1)); // in memory only
            List<Match> before =
                    matcher.match(Fixtures.aRequest(Fixtures.aWish())).matches();
            int open = matcher.size().openPosts();
            storage.set(fault);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> {
                            matcher.apply(put(22, 1_002, 1));
                            matcher.commit();
                        })
                        .isInstanceOf(UncheckedIOException.class);
                assertThat(matcher.match(Fixtures.aRequest(Fixtures.aWish())).matches())
                        .isEqualTo(before);
                assertThat(matcher.size().openPosts())
                        .as("what only memory has is shown all the same")
                        .isGreaterThanOrEqualTo(open);
            }
            assertThat(storage.failures()).isPositive();
            storage.set(FaultyStorage.Fault.NONE);
            followFrom(matcher);
            assertThat(matcher.index().postVersions(1_000, 1_002))
                    .containsExactly(new RowVersion(1_000, 1), new RowVersion(1_001, 1), new RowVersion(1_002, 1));
            matcher.commit();
        }
        try (LuceneCandidateIndex again = LuceneCandidateIndex.open(folder, Fixtures.TREE)) {
            assertThat(again.position()).isEqualTo(22);
            assertThat(again.postVersions(0, Long.MAX_VALUE)).hasSize(POSTS + 1 + 3);
        }
    }

    @Test
    void changesAreAppliedAndShownWhileADiskTakesItsTimeToMakeEarlierOnesDurable() throws Exception {
        try (LuceneCandidateIndex index = storage.open(folder, Fixtures.TREE);
                ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
            index.apply(put(20, 1_000, 1));
            storage.set(FaultyStorage.Fault.SLOW);
            Future<Long> commit = elsewhere.submit(index::commit);
            try {
                assertThat(storage.hasSomebodyWaiting(Duration.ofSeconds(30))).isTrue();
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> index.apply(put(21, 1_001, 1)));
                assertThat(index.postVersions(1_000, 1_001))
                        .containsExactly(new RowVersion(1_000, 1), new RowVersion(1_001, 1));
                assertThat(index.position()).isEqualTo(21);
                assertThat(commit).isNotDone();
            } finally {
                storage.set(FaultyStorage.Fault.NONE);
            }
            assertThat(commit.get()).as("says only what is surely durable").isEqualTo(20);
        }
    }

    @Test
    void anIndexWhoseFilesAreDamagedWhileItIsOpenGoesOnAnsweringAndSaysThatItMustBeBuiltAnew() throws IOException {
        try (Matcher matcher = new Matcher(storage.open(folder, Fixtures.TREE), Fixtures.TREE, RankingModel.CURRENT)) {
            List<Match> before =
                    matcher.match(Fixtures.aRequest(Fixtures.aWish())).matches();
            storage.set(FaultyStorage.Fault.FULL);
            assertThatThrownBy(() -> {
                        matcher.apply(put(20, 1_000, 1));
                        matcher.commit();
                    })
                    .isInstanceOf(UncheckedIOException.class);
            storage.set(FaultyStorage.Fault.NONE);
            damage(largest("posts"), Damage.FLIPPED, new SplittableRandom(3));
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> matcher.apply(put(20, 1_000, 1))).isInstanceOf(DamagedIndexException.class);
            }
            assertThat(matcher.match(Fixtures.aRequest(Fixtures.aWish())).matches())
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void filesThatAreDamagedWhileTheyAreInUseAreFoundByLookingAndAnswersGoOn(Damage damage) throws IOException {
        Matcher matcher = new Matcher(storage.open(folder, Fixtures.TREE), Fixtures.TREE, RankingModel.CURRENT);
        try {
            List<Match> before =
                    matcher.match(Fixtures.aRequest(Fixtures.aWish())).matches();
            matcher.index().compareFiles();
            damage(largest("posts"), damage, new SplittableRandom(4));
            assertThatThrownBy(matcher.index()::compareFiles).isInstanceOf(DamagedIndexException.class);
            assertThat(matcher.match(Fixtures.aRequest(Fixtures.aWish())).matches())
                    .isEqualTo(before);
        } finally {
            closeDamaged(matcher.index());
        }
    }

    /** Whether a damaged index can still be made durable is luck; it can be closed. */
    private static void closeDamaged(CandidateIndex index) {
        try {
            index.close();
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("commit");
        }
    }

    /**
     * What was deleted is still there for whoever has it open, and one bit may lie where nobody reads: nothing but looking is sure
     * to find these.
     */
    @ParameterizedTest
    @EnumSource(
            value = Damage.class,
            names = {"EMPTY", "ZEROED"})
    void filesThatAreDamagedWhileTheyAreInUseAreFoundByWritingOnAndNoChangeIsBlamed(Damage damage) throws IOException {
        Path victim = largest("posts");
        LuceneCandidateIndex index = storage.open(folder, Fixtures.TREE);
        try {
            List<RowVersion> before = index.postVersions(1, POSTS);
            damage(victim, damage, new SplittableRandom(6));
            assertThatThrownBy(() -> {
                        for (int position = 20; position < 200; position++) {
                            try {
                                index.apply(put(position, 1_000 + position, 1));
                            } catch (DamagedIndexException e) {
                                throw e;
                            } catch (UncheckedIOException e) {
                                assertThat(e)
                                        .as("opened anew, or its writer is closed")
                                        .isNotNull();
                            }
                        }
                    })
                    .isInstanceOf(DamagedIndexException.class);
            assertThat(before).hasSize(POSTS);
        } finally {
            closeDamaged(index);
        }
    }

    private Path largest(String part) throws IOException {
        return files().stream()
                .filter(file -> file.startsWith(folder.resolve(part)))
                .max(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
    }

    /** As the outbox does: on from the position that the index itself names, at most three times without luck. */
    private static void followFrom(Matcher matcher) {
        for (int tries = 0; matcher.position() < 22; tries++) {
            assertThat(tries).isLessThan(5);
            try {
                for (long position = matcher.position() + 1; position <= 22; position++) {
                    matcher.apply(put(position, 980 + position, 1));
                }
                matcher.commit();
            } catch (UncheckedIOException e) {
                assertThat(matcher.position()).isBetween(20L, 21L);
            }
        }
    }
}
