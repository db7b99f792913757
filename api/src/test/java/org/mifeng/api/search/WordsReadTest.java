package org.mifeng.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.query.QueryReader;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.matcher.CertificateCode;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TimeSlots.DayPart;
import org.mifeng.matcher.search.Chosen;
import org.mifeng.matcher.search.ExcludedName;
import org.mifeng.matcher.search.OccupationGroup;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.search.SearchSort;

/** What words that were read mean to the engine. */
class WordsReadTest {
    private static final QueryReader READER = QueryReader.standard();

    private static TimeSlots slots(String query) {
        return new WordsRead(READER.read(query)).filter(LocalDate.EPOCH).slots();
    }

    @Test
    void timesThatNarrowEachOtherAreBothMeant() {
        TimeSlots weekendAfternoons = slots("周末下午 发传单");
        assertThat(weekendAfternoons.has(DayOfWeek.SUNDAY, DayPart.AFTERNOON)).isTrue();
        assertThat(weekendAfternoons.count()).isEqualTo(2);
    }

    @Test
    void timesThatExcludeEachOtherAreEitherMeant() {
        assertThat(slots("下午接孩子晚上做饭").count()).isEqualTo(14);
    }

    private static boolean namesOnly(String query, String... off) {
        return new WordsRead(READER.read(query, Set.of(off)))
                .search(SearchFilter.NONE, SearchSort.FIT)
                .namesOnly();
    }

    @Test
    void wordsThatAreNoMoreThanNamesOfWorkAreToldFromOthers() {
        assertThat(namesOnly("电焊工 日结")).isTrue();
        assertThat(namesOnly("蟠桃园套袋")).isFalse();
        assertThat(namesOnly("魑魅魍魉")).isFalse();
        assertThat(namesOnly("保洁 日结", "settlement:日结")).isFalse();
        assertThat(namesOnly("")).isFalse();
    }

    private static SearchFilter filter(String query) {
        return new WordsRead(READER.read(query)).filter(LocalDate.EPOCH);
    }

    private static Set<CertificateCode> certificates(String... keys) {
        return Certificates.in(Certificates.bits(List.of(keys))).stream()
                .map(Certificate::code)
                .collect(Collectors.toSet());
    }

    @Test
    void whoHoldsCertificatesFindsWhatAsksForOneOfThemOrForNone() {
        assertThat(filter("有电工证").heldCertificates()).isEqualTo(certificates("electrician"));
        assertThat(filter("有电工证").certificates()).isEqualTo(Chosen.any());
        assertThat(filter("健康证 服务员").heldCertificates()).isEqualTo(certificates("health"));
        assertThat(filter("叉车证 C1").heldCertificates())
                .as("who drives a car may drive what needs less")
                .containsAll(certificates("forklift", "driving-c1", "driving-c2"));
    }

    @Test
    void whatHasUseForACertificateComesFirstUnlessATradeIsNamed() {
        OccupationCode electrician = new OccupationCode("6-31-01-03");
        assertThat(new WordsRead(READER.read("有电工证")).tradesOfCertificates()).startsWith(electrician);
        assertThat(new WordsRead(READER.read("有电工证 保洁")).tradesOfCertificates()).isEmpty();
        assertThat(new WordsRead(READER.read("要求电工证")).tradesOfCertificates()).isEmpty();
    }

    @Test
    void workThatAsksForACertificateIsAllThatIsFoundIfThatIsSaid() {
        assertThat(filter("要电工证的活").certificates()).isEqualTo(Chosen.only(certificates("electrician")));
        assertThat(filter("要求健康证的服务员").certificates().included()).isEqualTo(certificates("health"));
    }

    @Test
    void whoHasNoCertificateFindsWhatNeedsNone() {
        for (String query : List.of("不要证", "无证", "没有证", "没证", "不需要证", "不用证书")) {
            assertThat(filter(query).certificates().excluded())
                    .as(query)
                    .hasSize(Certificates.all().size());
        }
        assertThat(filter("没有电工证").certificates().excluded()).isEqualTo(certificates("electrician"));
    }

    private static Set<OccupationGroup> unwanted(String query) {
        return new WordsRead(READER.read(query))
                .filter(LocalDate.EPOCH)
                .occupations()
                .excluded();
    }

    @Test
    void aTradeThatIsAskedForIsNotHiddenWithThoseThatAreNotWanted() {
        OccupationGroup packing = new OccupationGroup("6-31-05-00");
        assertThat(unwanted("不去工厂")).contains(packing);
        assertThat(unwanted("打包 不去工厂")).isNotEmpty().doesNotContain(packing);
    }

    private static Stream<String> unwantedNames(String query) {
        return new WordsRead(READER.read(query))
                .filter(LocalDate.EPOCH).excludedNames().stream().map(ExcludedName::name);
    }

    @Test
    void aTradeThatIsNotWantedHidesWhateverIsCalledSo() {
        assertThat(unwantedNames("不要保洁")).containsExactly("保洁");
        assertThat(unwantedNames("保洁 不要酒店保洁")).containsExactly("酒店保洁");
        assertThat(unwantedNames("酒店保洁 不要保洁")).as("it is called so itself").isEmpty();
    }

    @Test
    void aTradeThatIsPerhapsMeantIsHiddenWithThoseThatAreNotWanted() {
        OccupationGroup anyHandInAFactory = new OccupationGroup("6-31-99-00");
        assertThat(new WordsRead(READER.read("小时工 不进厂")).trades())
                .containsKey(new OccupationCode(anyHandInAFactory.prefix()));
        assertThat(unwanted("小时工 不进厂")).contains(anyHandInAFactory);
    }
}
