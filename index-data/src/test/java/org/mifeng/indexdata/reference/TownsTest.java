package org.mifeng.indexdata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.Coordinates;

final class TownsTest {
    @Test
    void allTownsOfJiningStandOnceAndInsideIt() {
        assertThat(Towns.all()).hasSize(156).extracting(Town::code).doesNotHaveDuplicates();
        assertThat(Towns.all()).extracting(Town::place).doesNotHaveDuplicates();
        assertThat(Towns.all()).allSatisfy(town -> {
            assertThat(town.code()).startsWith("3708");
            assertThat(town.place().latitude()).isBetween(34.4, 36.0);
            assertThat(town.place().longitude()).isBetween(115.8, 117.6);
        });
    }

    @Test
    void renchengIsTheHeaviest() {
        Map<String, Integer> counties =
                Towns.all().stream().collect(Collectors.groupingBy(Town::county, Collectors.summingInt(Town::weight)));
        assertThat(counties).hasSize(11);
        assertThat(counties.entrySet().stream()
                        .max(Comparator.comparing(Map.Entry::getValue))
                        .orElseThrow()
                        .getKey())
                .isEqualTo("任城区");
    }

    @Test
    void theNearestTownOfATownsOfficeIsTheTown() {
        assertThat(Towns.all())
                .allSatisfy(town -> assertThat(Towns.nearest(town.place())).isEqualTo(town));
    }

    /** 35°35′48″ N, 116°59′03″ E, as maps in WGS-84 have it. */
    @Test
    void theTempleOfConfuciusIsInLucheng() {
        assertThat(Towns.nearest(new Coordinates(35.5967, 116.9842)).name()).isEqualTo("鲁城街道");
    }

    @Test
    void aTownIsFoundByItsCode() {
        assertThat(Towns.find("370811002")).map(Town::fullName).contains("任城区金城街道");
        assertThat(Towns.find("110101001")).isEmpty();
    }
}
