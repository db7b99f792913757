package org.mifeng.indexdata.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

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
        assertThat(found.occupationAt1()).isGreaterThanOrEqualTo(0.86);
        assertThat(found.occupationAt3()).isGreaterThanOrEqualTo(0.95);
        assertThat(found.groupAt1()).isGreaterThanOrEqualTo(0.88);
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
