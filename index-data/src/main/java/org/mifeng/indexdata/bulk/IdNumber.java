package org.mifeng.indexdata.bulk;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A citizen identification number (公民身份号码, GB 11643-1999): six digits of region, eight of birth date, three of
 * sequence (odd for men, even for women) and a check character by ISO 7064 MOD 11-2.
 *
 * <p>It is sensitive (P30): {@link #toString()} never shows it.
 *
 * @param value 17 digits and a check character, {@code 0} to {@code 9} or {@code X}
 */
public record IdNumber(String value) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    /** @throws org.mifeng.matcher.InvalidFieldException if form, birth date or check character is wrong */
    public IdNumber {
        FieldRule.holds(value.length() == 18, "idNumber", "must have 18 characters");
        for (int i = 0; i < 17; i++) {
            FieldRule.holds(isDigit(value.charAt(i)), "idNumber", "must begin with 17 digits");
        }
        FieldRule.holds(
                value.charAt(17) == checkCharacter(value),
                "idNumber",
                "must have a right check character, GB 11643-1999");
        FieldRule.holds(isDate(value), "idNumber", "must contain a birth date");
    }

    /** The number that these 17 digits begin, with its check character. */
    static IdNumber ofDigits(CharSequence seventeen) {
        return new IdNumber(seventeen.toString() + checkCharacter(seventeen));
    }

    /**
     * The number of a person who does not exist: region 100000 is not assigned to any place.
     *
     * @param birthDate of the person
     * @param sequence 1 to 999, odd for men, even for women
     */
    public static IdNumber synthetic(LocalDate birthDate, int sequence) {
        FieldRule.holds(sequence >= 1 && sequence <= 999, "sequence", "must be 1 to 999");
        char[] digits = "10000000000000000".toCharArray();
        int date = birthDate.getYear() * 10_000 + birthDate.getMonthValue() * 100 + birthDate.getDayOfMonth();
        for (int i = 13; i >= 6; i--, date /= 10) {
            digits[i] = (char) ('0' + date % 10);
        }
        digits[14] = (char) ('0' + sequence / 100);
        digits[15] = (char) ('0' + sequence / 10 % 10);
        digits[16] = (char) ('0' + sequence % 10);
        return ofDigits(new String(digits));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char checkCharacter(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    private static boolean isDate(String number) {
        try {
            return dateIn(number).getYear() >= 1800;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate dateIn(String number) {
        return LocalDate.of(digits(number, 6, 10), digits(number, 10, 12), digits(number, 12, 14));
    }

    private static int digits(String number, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (number.charAt(i) - '0');
        }
        return value;
    }

    /** The birth date in the number. */
    public LocalDate birthDate() {
        return dateIn(value);
    }

    @Override
    public String toString() {
        return "IdNumber[…]";
    }
}
