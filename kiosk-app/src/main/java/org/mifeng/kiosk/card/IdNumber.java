package org.mifeng.kiosk.card;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A citizen identification number (公民身份号码, GB 11643-1999): six digits of region, eight of birth date, three of
 * sequence and one check character by ISO 7064 MOD 11-2. It cannot be wrong by a typing error, and it never prints
 * itself: {@link #digits()} is the only way out and is meant for the signed request alone.
 */
public final class IdNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private final String digits;

    private IdNumber(String digits) {
        this.digits = digits;
    }

    /**
     * Reads a number; blanks around it and a small x are forgiven.
     *
     * @throws IllegalArgumentException if it has another shape, no real birth date or a wrong check character; the
     *     message does not hold the number
     */
    public static IdNumber of(String text) {
        String number = text.strip().toUpperCase(Locale.ROOT);
        if (!number.matches("[0-9]{17}[0-9X]")) {
            throw new IllegalArgumentException("an ID number has 17 digits and a check character");
        }
        if (number.charAt(17) != checkCharacter(number.substring(0, 17))) {
            throw new IllegalArgumentException("the ID number's check character is wrong (GB 11643-1999)");
        }
        IdNumber parsed = new IdNumber(number);
        try {
            parsed.birthDate();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the ID number's birth date does not exist", e);
        }
        return parsed;
    }

    /**
     * The number with the check character that belongs to 17 digits.
     *
     * @param region six digits
     * @param sequence 1 to 999; odd for men, even for women
     */
    public static IdNumber of(String region, LocalDate birthDate, int sequence) {
        String body = String.format(
                Locale.ROOT,
                "%s%04d%02d%02d%03d",
                region,
                birthDate.getYear(),
                birthDate.getMonthValue(),
                birthDate.getDayOfMonth(),
                sequence);
        return of(body + checkCharacter(body));
    }

    /** The check character of 17 digits: 0 to 9 or X. */
    static char checkCharacter(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /** The birth date the number states. */
    public LocalDate birthDate() {
        return LocalDate.of(
                Integer.parseInt(digits.substring(6, 10)),
                Integer.parseInt(digits.substring(10, 12)),
                Integer.parseInt(digits.substring(12, 14)));
    }

    /** The sex the number states: true for an odd sequence. Used only to check a card against itself. */
    boolean odd() {
        return (digits.charAt(16) - '0') % 2 == 1;
    }

    /** All 18 characters. Never log, print or show them. */
    public String digits() {
        return digits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdNumber that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Says only that it is a number. */
    @Override
    public String toString() {
        return "IdNumber[hidden]";
    }
}
