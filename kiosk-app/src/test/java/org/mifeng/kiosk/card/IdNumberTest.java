package org.mifeng.kiosk.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {
    /** The standard's own two examples, the specimen of a foreigner's card, and two synthetic ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "440524188001010014",
                "911124198108030024",
                "100000199003070018",
                "100000199003070026",
                " 11010519491231002x "
            })
    void publishedNumbersAreAccepted(String number) {
        assertThat(IdNumber.of(number).digits()).isEqualTo(number.strip().toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void everySingleWrongDigitIsFound() {
        String number = "11010519491231002X";
        for (int place = 0; place < 17; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != number.charAt(place)) {
                    String wrong = number.substring(0, place) + digit + number.substring(place + 1);
                    assertThatIllegalArgumentException().isThrownBy(() -> IdNumber.of(wrong));
                }
            }
        }
    }

    @Test
    void everyTwoNeighboursThatChangedPlacesAreFound() {
        String number = "440524188001010014";
        for (int place = 0; place < 17; place++) {
            char[] swapped = number.toCharArray();
            swapped[place] = number.charAt(place + 1);
            swapped[place + 1] = number.charAt(place);
            if (number.charAt(place) != number.charAt(place + 1)) {
                assertThatIllegalArgumentException().isThrownBy(() -> IdNumber.of(new String(swapped)));
            }
        }
    }

    @Test
    void aBirthDateThatDoesNotExistIsRefusedThoughTheCheckCharacterFits() {
        String body = "10000019900230001";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdNumber.of(body + IdNumber.checkCharacter(body)))
                .withMessageContaining("birth date");
    }

    @Test
    void neitherTextNorErrorHoldsTheNumber() {
        assertThat(IdNumber.of("100000199003070018")).hasToString("IdNumber[hidden]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdNumber.of("100000199003070017"))
                .withMessageNotContaining("1990");
    }

    @Test
    void aNumberIsMadeWithItsCheckCharacter() {
        IdNumber made = IdNumber.of("100000", LocalDate.of(1990, 3, 7), 1);
        assertThat(made).isEqualTo(IdNumber.of("100000199003070018"));
        assertThat(made.birthDate()).isEqualTo(LocalDate.of(1990, 3, 7));
    }
}
