package org.mifeng.indexdata.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mifeng.matcher.InvalidFieldException;

final class IdNumberTest {
    /** The examples of the standard. */
    @ParameterizedTest
    @CsvSource({"11010519491231002X, 1949-12-31", "440524188001010014, 1880-01-01"})
    void theExamplesOfTheStandardAreRight(String number, LocalDate birthDate) {
        assertThat(new IdNumber(number).birthDate()).isEqualTo(birthDate);
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310020, right check character",
        "11010519491231002x, right check character",
        "1101051949123100, 18 characters",
        "11010519491231A02X, 17 digits",
        "'', 18 characters",
    })
    void aWrongNumberIsRefusedWithoutRepeatingIt(String number, String rule) {
        assertThatThrownBy(() -> new IdNumber(number))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining(rule)
                .satisfies(e -> assertThat(number.isEmpty()
                                || !String.valueOf(e.getMessage()).contains(number))
                        .isTrue());
    }

    @Test
    void aDayThatNeverWasIsRefused() {
        assertThatThrownBy(() -> IdNumber.ofDigits("10000020250229001"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("birth date");
    }

    @Test
    void aSyntheticNumberIsOfTheUnassignedRegion() {
        IdNumber number = IdNumber.synthetic(LocalDate.of(1962, 3, 7), 21);
        assertThat(number.value()).hasSize(18).startsWith("10000019620307021");
        assertThat(number.birthDate()).isEqualTo(LocalDate.of(1962, 3, 7));
    }

    @Test
    void aPrintedNumberShowsNothing() {
        assertThat(IdNumber.synthetic(LocalDate.of(1962, 3, 7), 21).toString()).doesNotContain("1962");
    }
}
