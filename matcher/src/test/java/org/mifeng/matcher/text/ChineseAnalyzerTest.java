package org.mifeng.matcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.tck.Fixtures;

class ChineseAnalyzerTest {
    private final ChineseAnalyzer analyzer = new ChineseAnalyzer();

    @Test
    void chineseIsCutIntoPairsAndOtherTextIntoWords() {
        assertThat(analyzer.terms("装卸工 iPhone")).containsExactlyInAnyOrder("装卸", "卸工", "iphone");
    }

    @Test
    void fullAndHalfWidthAndCaseAreTheSame() {
        assertThat(analyzer.terms("Ｃ１驾照")).isEqualTo(analyzer.terms("c1驾照"));
    }

    @Test
    void aTermIsTakenOnceAndInAFixedOrder() {
        assertThat(analyzer.terms("保洁保洁保洁")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aWordOfTheDictionaryIsATermThatNoTextGives() {
        try (ChineseAnalyzer knowing = new ChineseAnalyzer(Fixtures.TREE.words())) {
            assertThat(knowing.words("急招打扫卫生，打扫卫生")).containsExactly("=打扫卫生");
            assertThat(knowing.words("=打扫 卫生")).isEmpty();
            assertThat(knowing.terms("=打扫卫生 =打")).doesNotContain("=打扫卫生", "=打");
            assertThat(knowing.terms("打扫卫生")).isEqualTo(analyzer.terms("打扫卫生"));
        }
        assertThat(analyzer.words("打扫卫生")).isEmpty();
    }

    @Test
    void textWithoutAWordHasNoTerms() {
        assertThat(analyzer.terms("，。！🐝 \u202E\u0000")).isSubsetOf(List.of("🐝"));
        assertThat(analyzer.terms("")).isEmpty();
    }

    @Test
    void phonesAndIdNumbersAreNoTerms() {
        assertThat(analyzer.terms("电话13812345678，座机0537-2345678，身份证10000019900307123X，１３９８７６５４３２１，138.1234.5678"))
                .containsExactlyInAnyOrder("电话", "座机", "身份", "份证", "0537");
        assertThat(analyzer.terms("工资123456元")).contains("123456");
    }

    @Test
    void chineseAloneIsCutAsLuceneCutsIt() {
        RandomGenerator random = new SplittableRandom(6);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append(random.nextInt(4) == 0 ? ' ' : (char) (0x4e00 + random.nextInt(0xa000 - 0x4e00)));
            }
            assertThat(analyzer.terms(text.toString()))
                    .isEqualTo(List.copyOf(new TreeSet<>(
                            analyzer.count(text.toString()).frequencies().keySet())));
        }
    }

    @Test
    void anyTextWhateverIsCutWithoutError() {
        RandomGenerator random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(50); j > 0; j--) {
                text.append((char) random.nextInt(0x10000));
            }
            assertThat(analyzer.terms(text.toString())).doesNotContain("");
        }
    }
}
