package org.mifeng.matcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.tck.Fixtures;

/** What is kept of large segments is a shortcut and never the truth. */
class KeptSegmentsTest {
    private static final int ENOUGH = 33_000;

    @TempDir
    Path folder;

    @BeforeEach
    void build() {
        RandomGenerator random = new SplittableRandom(5);
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, Fixtures.TREE)) {
            for (int id = 1; id <= ENOUGH; id++) {
                build.add(new IndexChange.PutJobPost(Fixtures.randomPost(random, id, 1)));
                build.add(new IndexChange.PutSeeker(Fixtures.randomSeeker(random, id, 1)));
            }
            build.finish(0);
        }
    }

    private List<Object> answers() {
        RandomGenerator random = new SplittableRandom(6);
        try (Matcher matcher =
                new Matcher(LuceneCandidateIndex.open(folder, Fixtures.TREE), Fixtures.TREE, RankingModel.CURRENT)) {
            return IntStream.range(0, 40)
                    .<Object>mapToObj(i -> i % 2 == 0
                            ? matcher.match(Fixtures.randomRequest(random))
                            : matcher.seekersFor(Fixtures.forPost(Fixtures.randomPost(random, i, 1))))
                    .toList();
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("kept-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aSecondStartAnswersFromTheCopiesWhatTheFirstReadFromTheSegments() throws IOException {
        List<Object> first = answers();
        List<Path> copies = kept();
        assertThat(copies).hasSize(2);
        Object written = Files.getLastModifiedTime(copies.getFirst());
        assertThat(answers()).isEqualTo(first);
        assertThat(kept()).isEqualTo(copies);
        assertThat(Files.getLastModifiedTime(copies.getFirst())).isEqualTo(written);
    }

    @Test
    void aDamagedCopyIsNotBelievedAndMadeAnew() throws IOException {
        List<Object> first = answers();
        for (Path copy : kept()) {
            byte[] whole = Files.readAllBytes(copy);
            int last = whole.length - 1;
            for (int damaged : new int[] {0, 4, 9, last / 3, last / 2, last - 8, last}) {
                byte[] flipped = whole.clone();
                flipped[damaged] ^= 64;
                Files.write(copy, flipped);
                assertThat(answers()).as("byte %d", damaged).isEqualTo(first);
                assertThat(Files.readAllBytes(copy)).isEqualTo(whole);
            }
            for (int length : new int[] {0, 3, last / 2, last}) {
                Files.write(copy, Arrays.copyOf(whole, length));
                assertThat(answers()).as("length %d", length).isEqualTo(first);
                assertThat(Files.readAllBytes(copy)).isEqualTo(whole);
            }
        }
    }

    @Test
    void copiesOfOtherSegmentsAndBrokenWritesAreDeleted() throws IOException {
        answers();
        List<Path> copies = kept();
        Files.write(copies.getFirst().resolveSibling("kept-0123.dat"), new byte[5]);
        Files.write(copies.getFirst().resolveSibling("kept-_new_0.tmp"), new byte[5]);
        answers();
        assertThat(kept()).isEqualTo(copies);
    }
}
