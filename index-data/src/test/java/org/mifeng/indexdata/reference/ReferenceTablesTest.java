package org.mifeng.indexdata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.occupation.RelatedTrades;

/** Holds the tables together: what one says, the others know. */
final class ReferenceTablesTest {
    /** Words that no post may say (P01, P11 to P14); the table of names and tasks must not put them into one. */
    private static final String FORBIDDEN = ".*(男|女|帅|靓|姐|妹|阿姨|大妈|小哥|小伙|宝妈|婚否|已婚|未婚|岁|户口|户籍|籍贯|押金|面议|高薪|贷款|本地人|外地人).*";

    @Test
    void everyTradeStandsOnce() {
        assertThat(Occupations.all()).extracting(Occupation::code).doesNotHaveDuplicates();
        assertThat(Occupations.all()).extracting(Occupation::name).doesNotHaveDuplicates();
        assertThat(Occupations.all()).extracting(Occupation::everydayName).doesNotHaveDuplicates();
        assertThat(Occupations.all()).hasSizeGreaterThanOrEqualTo(110);
    }

    @Test
    void sharesOfATradeMakeAWhole() {
        assertThat(Occupations.all()).allSatisfy(trade -> {
            assertThat(trade.payUnits().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(100);
            assertThat(trade.settlements().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(100);
            assertThat(trade.hazards().values()).allMatch(percent -> percent > 0 && percent <= 100);
            assertThat(trade.certificates().values()).allMatch(percent -> percent > 0 && percent <= 100);
            assertThat(trade.nightPercent()).isBetween(0, 100);
            assertThat(trade.hoursPerDay()).isBetween(4, 12);
            assertThat(trade.weight()).isNotNegative();
            assertThat(trade.tasks()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        });
    }

    @Test
    void aCardHasRoomForEveryEverydayName() {
        assertThat(Occupations.all()).allMatch(trade -> trade.everydayName().length() <= 5);
    }

    @Test
    void everyPictureStandsForSomeTrade() {
        assertThat(Occupations.all()).extracting(Occupation::picture).contains(Picture.values());
        assertThat(Picture.ofKey(Picture.CARRY.key())).isEqualTo(Picture.CARRY);
        assertThat(Picture.CARRY.key()).isEqualTo("carry");
    }

    @Test
    void tradesDemandOnlyKnownCertificates() {
        assertThat(Occupations.all())
                .allSatisfy(trade -> assertThat(trade.certificates().keySet())
                        .allMatch(key -> Certificates.find(key).isPresent()));
    }

    @Test
    void everyAliasMeansOneKnownTrade() {
        Map<String, OccupationCode> meanings = new HashMap<>();
        for (Alias alias : Aliases.all()) {
            assertThat(Occupations.find(alias.code())).as(alias.text()).isPresent();
            assertThat(meanings.put(alias.text(), alias.code()))
                    .as(alias.text())
                    .isNull();
        }
        assertThat(meanings).hasSizeGreaterThanOrEqualTo(1_200);
    }

    @Test
    void aSecondMeaningIsAnotherKnownTradeOfAKnownAlias() {
        Map<String, OccupationCode> usual = Aliases.all().stream().collect(Collectors.toMap(Alias::text, Alias::code));
        Set<String> pairs = new HashSet<>();
        Map<String, Double> shares = new HashMap<>();
        for (SecondMeaning second : SecondMeaning.all()) {
            assertThat(pairs.add(second.alias() + second.code()))
                    .as(second.alias())
                    .isTrue();
            assertThat(usual).as(second.alias()).containsKey(second.alias());
            assertThat(usual.get(second.alias())).as(second.alias()).isNotEqualTo(second.code());
            assertThat(Occupations.find(second.code())).as(second.alias()).isPresent();
            shares.merge(second.alias(), second.share(), Double::sum);
        }
        assertThat(shares.values()).allMatch(share -> share < 0.5);
    }

    @Test
    void contextsSpeakAboutNamesThatAreSaidAndMeanKnownTrades() {
        Set<String> said = Aliases.all().stream().map(Alias::text).collect(Collectors.toSet());
        TitlePhrase.all().stream()
                .filter(phrase -> phrase.meaning() == TitlePhrase.Meaning.GENERAL)
                .forEach(phrase -> said.add(phrase.text()));
        Set<String> known = new HashSet<>();
        for (TradeContext context : TradeContext.all()) {
            assertThat(Occupations.find(context.code())).as(context.word()).isPresent();
            assertThat(said).as(context.word()).containsAll(context.heads());
            for (String head : context.heads().isEmpty() ? List.of("") : context.heads()) {
                assertThat(known.add(context.word() + "+" + head))
                        .as(context.word() + "+" + head)
                        .isTrue();
            }
        }
    }

    @Test
    void aWorkVerbStandsOnceAndMeansAKnownTrade() {
        assertThat(WorkVerb.all()).extracting(WorkVerb::verb).doesNotHaveDuplicates();
        assertThat(WorkVerb.all())
                .allMatch(verb -> Occupations.find(verb.code()).isPresent());
    }

    @Test
    void aPhraseStandsOnceAndIsNoNameOfATrade() {
        Set<String> general = TitlePhrase.all().stream()
                .filter(phrase -> phrase.meaning() == TitlePhrase.Meaning.GENERAL)
                .map(TitlePhrase::text)
                .collect(Collectors.toSet());
        assertThat(TitlePhrase.all()).extracting(TitlePhrase::text).doesNotHaveDuplicates();
        assertThat(TitlePhrase.all())
                .filteredOn(phrase -> !general.contains(phrase.text()))
                .extracting(TitlePhrase::text)
                .doesNotContainAnyElementsOf(
                        Aliases.all().stream().map(Alias::text).toList());
    }

    @Test
    void aSignOfTitlesStandsOnce() {
        assertThat(TitleSign.all()).doesNotHaveDuplicates();
        assertThat(TitleSign.DENIALS).isNotEmpty().noneMatch(String::isBlank);
    }

    @Test
    void aSignOfPersonsEndsNamesThatPeopleSayAndHasTwoCharacters() {
        assertThat(TitleSign.PERSONS).isNotEmpty().allSatisfy(sign -> {
            assertThat(sign).hasSize(2);
            assertThat(Aliases.all()).anyMatch(alias -> alias.text().endsWith(sign));
        });
    }

    @Test
    void everyTradeIsCalledByItsEverydayNameToo() {
        Map<OccupationCode, Set<String>> names = Aliases.all().stream()
                .filter(alias -> alias.weight() > 0)
                .collect(Collectors.groupingBy(Alias::code, Collectors.mapping(Alias::text, Collectors.toSet())));
        assertThat(Occupations.all())
                .allSatisfy(trade ->
                        assertThat(names.getOrDefault(trade.code(), Set.of())).contains(trade.everydayName()));
    }

    @Test
    void nothingThatAPostMaySayBreaksTheRulesOfPosts() {
        assertThat(Aliases.all())
                .filteredOn(alias -> alias.weight() > 0)
                .noneMatch(alias -> alias.text().matches(FORBIDDEN));
        assertThat(Occupations.all()).flatExtracting(Occupation::tasks).noneMatch(task -> task.matches(FORBIDDEN));
    }

    @Test
    void theNamesPeopleReallySayAreUnderstood() {
        Map<String, OccupationCode> meanings =
                Aliases.all().stream().collect(Collectors.toMap(Alias::text, Alias::code));
        assertThat(meanings)
                .containsKeys(
                        "小工", "大工", "力工", "瓦工", "泥瓦匠", "刮大白", "贴砖", "支模", "打包", "装卸", "保洁", "钟点工", "小时工", "月嫂", "保姆",
                        "护工", "帮厨", "打杂", "看门", "保安", "骑手", "发传单", "普工")
                .containsEntry("装卸工", new OccupationCode("4-02-05-01"))
                .containsEntry("力工", new OccupationCode("6-29-99-00"));
    }

    @Test
    void relatedTradesAreKnownAndSayMoreThanTheTree() {
        OccupationTree bare = new OccupationTree(Occupations.tree().trades(), List.of());
        Set<Set<OccupationCode>> pairs = new HashSet<>();
        for (RelatedTrades pair : Occupations.related()) {
            assertThat(pairs.add(Set.of(pair.one(), pair.other())))
                    .as(pair.toString())
                    .isTrue();
            double inTree = bare.closenessTo(List.of(pair.one()))[bare.ordinal(pair.other())];
            assertThat(pair.closeness()).as(pair.toString()).isGreaterThan(inTree);
        }
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void theTreeKnowsEveryTradeWithItsPay() {
        assertThat(Occupations.tree().trades()).hasSameSizeAs(Occupations.all());
        assertThat(Occupations.tree()
                        .find(new OccupationCode("4-02-05-01"))
                        .orElseThrow()
                        .medianFenPerHour())
                .isEqualTo(Occupations.find(new OccupationCode("4-02-05-01"))
                        .orElseThrow()
                        .medianFenPerHour());
    }

    @Test
    void everySectorHasEmployersNames() {
        Set<String> sectors = new TreeSet<>();
        Occupations.all().forEach(trade -> sectors.add(trade.sector()));
        assertThat(sectors)
                .allSatisfy(sector -> assertThat(EmployerNames.kinds(sector)).isNotEmpty());
    }
}
