package org.mifeng.indexdata.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;

/** Floors on our own labelled titles. The test half is not looked at when words or weights are changed. */
class TitleQualityTest {
    private static List<TitleEvaluation.Labelled> titles(String name) throws Exception {
        return LabelledTitles.read(file(name));
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(TitleQualityTest.class.getResource(name)).toURI());
    }

    @Test
    void theTestHalfIsUnderstood() throws Exception {
        TitleEvaluation found = TitleEvaluation.of(TitleNormaliser.ofReferenceTables(), titles("titles-test.csv"));
        assertThat(found.coverage()).isGreaterThanOrEqualTo(0.97);
        assertThat(found.occupationAt1()).isGreaterThanOrEqualTo(0.89);
        assertThat(found.occupationAt3()).isGreaterThanOrEqualTo(0.97);
        assertThat(found.groupAt1()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void everydayTitlesOfTheTestHalfAreUnderstood() throws Exception {
        TitleEvaluation found =
                TitleEvaluation.of(TitleNormaliser.ofReferenceTables(), titles("titles-everyday-test.csv"));
        assertThat(found.coverage()).isGreaterThanOrEqualTo(0.97);
        assertThat(found.occupationAt1()).isGreaterThanOrEqualTo(0.79);
        assertThat(found.groupAt1()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void titlesAsStrangersWriteThemAreUnderstood() throws Exception {
        TitleEvaluation found =
                TitleEvaluation.of(TitleNormaliser.ofReferenceTables(), titles("titles-strangers-test.csv"));
        assertThat(found.coverage()).isGreaterThanOrEqualTo(0.97);
        assertThat(found.occupationAt1()).isGreaterThanOrEqualTo(0.83);
        assertThat(found.groupAt1()).isGreaterThanOrEqualTo(0.86);
    }

    @Test
    void guessesAreAsOftenRightAsTheyAreSure() throws Exception {
        List<TitleEvaluation.Labelled> titles = new ArrayList<>(titles("titles-test.csv"));
        titles.addAll(titles("titles-everyday-test.csv"));
        TitleNormaliser normaliser = TitleNormaliser.ofReferenceTables();
        double sure = 0;
        int right = 0;
        int sureAndRight = 0;
        int countSure = 0;
        for (TitleEvaluation.Labelled title : titles) {
            TradeGuess first = normaliser.read(title.title()).trades().getFirst();
            boolean isRight = first.code().equals(title.code());
            sure += first.confidence();
            right += isRight ? 1 : 0;
            if (first.confidence() >= 0.8) {
                countSure++;
                sureAndRight += isRight ? 1 : 0;
            }
        }
        assertThat(sure / titles.size()).isCloseTo((double) right / titles.size(), within(0.15));
        assertThat(countSure).isGreaterThan(titles.size() / 2);
        assertThat((double) sureAndRight / countSure).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void theTradesOfMadeUpTitlesAreRead() {
        List<TitleEvaluation.Labelled> titles = Generator.of(5, Instant.parse("2026-11-20T16:00:00Z"), Scale.SMALL)
                .jobPosts(1, 2_000)
                .map(post -> new TitleEvaluation.Labelled(post.title(), post.occupation()))
                .toList();
        TitleEvaluation found = TitleEvaluation.of(TitleNormaliser.ofReferenceTables(), titles);
        assertThat(found.coverage()).isEqualTo(1);
        assertThat(found.occupationAt1()).isGreaterThanOrEqualTo(0.92);
        assertThat(found.occupationAt3()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void theGoldSetIsLargeAndItsHalvesShareNoTitle() throws Exception {
        List<TitleEvaluation.Labelled> tuning = titles("titles-tuning.csv");
        List<TitleEvaluation.Labelled> test = titles("titles-test.csv");
        assertThat(tuning.size() + test.size()).isGreaterThanOrEqualTo(600);
        assertThat(test)
                .extracting(TitleEvaluation.Labelled::title)
                .doesNotContainAnyElementsOf(
                        tuning.stream().map(TitleEvaluation.Labelled::title).toList());
    }
}
