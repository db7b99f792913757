package org.mifeng.indexdata.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Aliases;

/** Every common name is understood however it is typed. */
class EverydayNamesTest {
    private static final int COMMON = 8;
    private static final QueryReader READER = QueryReader.standard();
    private static final List<Alias> NAMES = Aliases.all().stream()
            .filter(alias -> alias.weight() >= COMMON && alias.text().length() > 1)
            .filter(alias -> alias.text().chars().allMatch(Character::isIdeographic))
            .toList();

    private static double amongFirst(int first, Function<String, String> typed) {
        return NAMES.stream()
                .mapToInt(alias -> {
                    LabelledQuery query = new LabelledQuery(
                            typed.apply(alias.text()), alias.code().value(), "", Set.of());
                    int rank = query.rank(READER.read(query.query()));
                    return rank >= 1 && rank <= first ? 1 : 0;
                })
                .average()
                .orElse(0);
    }

    private static String pinyin(String name) {
        return Sounds.of(name).iterator().next();
    }

    @Test
    void asItIsWrittenAndInSentences() {
        assertThat(amongFirst(1, name -> name)).isEqualTo(1);
        assertThat(amongFirst(1, name -> "我想找个" + name + "的活")).isGreaterThan(0.99);
        assertThat(amongFirst(1, name -> "不要夜班的" + name + "日结")).isGreaterThan(0.99);
    }

    @Test
    void inPinyinPureOrMixedOrWithTheSoundsOfShandong() {
        assertThat(amongFirst(1, EverydayNamesTest::pinyin)).isGreaterThan(0.98);
        assertThat(amongFirst(1, name -> "woxiangzhao" + pinyin(name))).isGreaterThan(0.97);
        assertThat(amongFirst(1, name -> name.charAt(0) + pinyin(name.substring(1))))
                .isGreaterThan(0.98);
        assertThat(amongFirst(
                        1,
                        name -> pinyin(name)
                                .replace("zh", "z")
                                .replace("ch", "c")
                                .replace("sh", "s")))
                .isGreaterThan(0.97);
    }

    @Test
    void inInitialsAmongTheFirstThreeMostly() {
        assertThat(amongFirst(3, name -> Sounds.initials(name).iterator().next()))
                .isGreaterThan(0.83);
    }
}
