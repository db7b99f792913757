package org.mifeng.indexdata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.occupation.Dictionary;

class WorkWordsTest {
    private static final Dictionary WORDS = Occupations.tree().words();

    private static List<String> cut(String text) {
        List<String> words = new ArrayList<>();
        WORDS.cut(text, words::add);
        return words;
    }

    @Test
    void aLongNameIsOneWordAndNotTheShorterNameInsideIt() {
        assertThat(cut("急招水电工")).contains("水电工").doesNotContain("电工");
        assertThat(cut("招电工两名")).contains("电工");
    }

    @Test
    void aNameThatHoldsAnotherNameOfItsTradeIsBoth() {
        assertThat(cut("维修电工")).contains("维修电工", "电工");
    }

    @Test
    void aNameOnTheBorderOfTwoOrdinaryWordsIsNotSaid() {
        assertThat(cut("打扫厦门卫生")).doesNotContain("门卫");
        assertThat(cut("招门卫，管卫生")).contains("门卫", "卫生");
    }

    @Test
    void aNameIsSaidByTheWordsThatItStandsInBetweenBordersOfWords() {
        assertThat(WORDS.saying("保洁")).contains("保洁", "酒店保洁").doesNotContain("环保");
        assertThat(WORDS.saying("电工")).as("one of both may be meant").contains("电工", "水电工");
        assertThat(WORDS.saying("车工")).contains("数控车工");
        assertThat(WORDS.saying("客服")).contains("前台客服").doesNotContain("必胜客服务员");
        assertThat(WORDS.saying("木工")).contains("家具木工").doesNotContain("土木工程师");
        assertThat(WORDS.saying("魑魅")).isEmpty();
    }

    @Test
    void whateverIsCutOneWordSaysANameAsOftenAsItStandsThere() {
        assertThat(WORDS.saying("保洁")).as("this counts as the name itself").doesNotContain("保洁员");
        assertThat(cut("酒店保洁员，保洁员，环保洁具，保潔"))
                .filteredOn(WORDS.saying("保洁")::contains)
                .hasSize(3);
    }

    @Test
    void placesBenefitsAndTimesAreWords() {
        assertThat(cut("金城街道保洁，日结，包吃住，上午")).contains("金城街道", "保洁", "日结", "包吃住", "上午");
    }

    @Test
    void whatLooksEqualIsEqual() {
        assertThat(cut("保潔員，Ｃ１駕照")).isEqualTo(cut("保洁员，c1驾照")).isNotEmpty();
    }

    @Test
    void aWordStandsAsOftenAsItIsSaidAndReachesOverNoSign() {
        assertThat(cut("保洁 保洁")).containsExactly("保洁", "保洁");
        assertThat(cut("保，洁")).isEmpty();
        assertThat(cut("保 洁")).isEmpty();
    }

    @Test
    void everyEverydayNameIsCutAsItself() {
        assertThat(Aliases.all())
                .filteredOn(alias -> alias.weight() > 0
                        && alias.text().length() > 1
                        && !alias.text().contains(" "))
                .allSatisfy(alias -> assertThat(cut(alias.text())).contains(PlainText.of(alias.text())));
    }

    @Test
    void noWordIsEmptyOrHasASpace() {
        RandomGenerator random = new SplittableRandom(7);
        List<Alias> names = Aliases.all();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append(names.get(random.nextInt(names.size())).text());
                text.append((char) random.nextInt(0x10000));
            }
            assertThat(cut(text.toString())).noneMatch(word -> word.length() < 2 || word.contains(" "));
        }
    }

    @Test
    void theLongestTextIsCutInAMoment() {
        String longest = "水电工维修电工".repeat(2_000);
        long start = System.nanoTime();
        assertThat(cut(longest)).hasSizeGreaterThan(4_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
