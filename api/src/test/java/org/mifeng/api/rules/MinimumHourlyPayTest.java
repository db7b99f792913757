package org.mifeng.api.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinimumHourlyPayTest {
    private static final List<String> TABLE = List.of(
            "# a comment",
            "division,from,fen_per_hour",
            "37,2023-10-01,1800",
            "370811,2023-10-01,2000",
            "370811,2025-10-01,2200");

    @Test
    void theNarrowestDivisionAndTheLatestRowCount() {
        MinimumHourlyPay pay = MinimumHourlyPay.parse(TABLE);
        assertThat(pay.at("370811002", LocalDate.of(2025, 9, 30))).contains(2000);
        assertThat(pay.at("370811002", LocalDate.of(2025, 10, 1))).contains(2200);
        assertThat(pay.at("370829001", LocalDate.of(2026, 1, 1))).contains(1800);
    }

    @Test
    void nothingIsKnownElsewhereOrBefore() {
        MinimumHourlyPay pay = MinimumHourlyPay.parse(TABLE);
        assertThat(pay.at("110101001", LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(pay.at("370811002", LocalDate.of(2020, 1, 1))).isEmpty();
    }

    @Test
    void aLineThatIsNoRowIsNamed() {
        assertThatThrownBy(() -> MinimumHourlyPay.parse(List.of("division,from,fen_per_hour", "37,soon,1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> MinimumHourlyPay.parse(List.of("37,2023-10-01,1800")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void theProductsOwnTableKnowsEveryTownOfJining() {
        MinimumHourlyPay pay = MinimumHourlyPay.load();
        assertThat(org.mifeng.indexdata.reference.Towns.all())
                .allSatisfy(town -> assertThat(pay.at(town.code(), LocalDate.of(2026, 11, 21)))
                        .isPresent());
    }
}
