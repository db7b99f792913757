package org.mifeng.indexdata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the tables of query understanding together, and the sounds of characters to ICU's. */
final class QueryTablesTest {
    private static Set<String> aliases() {
        Set<String> texts = new HashSet<>();
        Aliases.all().forEach(alias -> texts.add(alias.text()));
        return texts;
    }

    @Test
    void everyCharacterOfATradeOrPlaceHasASound() {
        Set<String> texts = aliases();
        Towns.all().forEach(town -> texts.add(town.fullName()));
        TitlePhrase.all().forEach(phrase -> texts.add(phrase.text()));
        QueryPhrase.all().forEach(phrase -> texts.add(phrase.text()));
        assertThat(characters(texts))
                .isNotEmpty()
                .noneMatch(c -> CharacterSounds.of(c).isEmpty());
    }

    @Test
    void theSoundThatIcuGivesIsAmongOurs() {
        Transliterator pinyin =
                Transliterator.getInstance("Han-Latin; NFD; [\\u0300\\u0301\\u0304\\u030c] Remove; NFC");
        assertThat(characters(aliases()))
                .allSatisfy(c -> assertThat(CharacterSounds.of(c)).contains(sound(pinyin, c)));
    }

    private static Set<Character> characters(Set<String> texts) {
        return texts.stream()
                .flatMapToInt(String::chars)
                .filter(Character::isIdeographic)
                .mapToObj(c -> (char) c)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sound(Transliterator pinyin, char c) {
        return pinyin.transliterate(String.valueOf(c)).replace("ü", "v");
    }

    @Test
    void wordsOfTradesThatAreReadInSeveralWaysHaveTheRightOneToo() {
        Map<Character, List<String>> inTrades = Map.of(
                '长', List.of("zhang", "chang"),
                '行', List.of("hang", "xing"),
                '重', List.of("zhong"),
                '调', List.of("tiao", "diao"),
                '会', List.of("kuai"),
                '传', List.of("chuan"),
                '剥', List.of("bao"),
                '校', List.of("xiao"),
                '藏', List.of("cang"));
        inTrades.forEach((character, sounds) -> assertThat(CharacterSounds.of(character))
                .as(String.valueOf(character))
                .containsAll(sounds));
    }

    @Test
    void aPhraseOfQueriesStandsOnceAndIsNoNameThatPostsUse() {
        Set<String> used = Aliases.all().stream()
                .filter(alias -> alias.weight() > 0)
                .map(Alias::text)
                .collect(Collectors.toSet());
        assertThat(QueryPhrase.all())
                .filteredOn(phrase -> phrase.meaning() != QueryPhrase.Meaning.SECTOR)
                .extracting(QueryPhrase::text)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(used);
    }

    @Test
    void phrasesSpeakOfKnownSectors() {
        Set<String> sectors = new HashSet<>();
        Occupations.all().forEach(occupation -> sectors.add(occupation.sector()));
        assertThat(QueryPhrase.all())
                .filteredOn(phrase -> phrase.meaning() == QueryPhrase.Meaning.SECTOR)
                .isNotEmpty()
                .allMatch(phrase -> sectors.containsAll(phrase.values()));
    }

    @Test
    void placesAreMadeOfKnownTowns() {
        assertThat(PlaceName.all())
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.towns())
                        .isNotEmpty()
                        .doesNotHaveDuplicates()
                        .allMatch(town -> Towns.find(town).isPresent()));
    }

    @Test
    void whatLooksAlikeDoesSoBothWays() {
        assertThat(LookAlikes.of('师')).contains("帅");
        assertThat(LookAlikes.of('帅')).contains("师");
        assertThat(LookAlikes.of('蜜')).isEmpty();
    }
}
