package org.mifeng.indexdata.bulk;

/**
 * The unified social credit code (统一社会信用代码, GB 32100-2015): 17 characters out of 31 (digits and capital letters
 * without I, O, S, V, Z) and a check character.
 */
public final class CreditCode {
    /** The characters in the order of their values. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;

    private CreditCode() {}

    /** @throws org.mifeng.matcher.InvalidFieldException if form or check character is wrong */
    static void check(String code) {
        FieldRule.holds(code.length() == LENGTH, "creditCode", "must have 18 characters");
        for (int i = 0; i < LENGTH; i++) {
            FieldRule.holds(
                    ALPHABET.indexOf(code.charAt(i)) >= 0, "creditCode", "must be digits and letters, GB 32100-2015");
        }
        FieldRule.holds(
                code.charAt(LENGTH - 1) == checkCharacter(code),
                "creditCode",
                "must have a right check character, GB 32100-2015");
    }

    /**
     * The code of a company that does not exist: region 000000 is not assigned to any place.
     *
     * @param number 0 to 31⁶ - 1; different numbers give different codes
     */
    public static String synthetic(long number) {
        StringBuilder code = new StringBuilder(LENGTH).append("91000000MF");
        char[] digits = new char[6];
        long rest = number;
        for (int i = digits.length - 1; i >= 0; i--, rest /= ALPHABET.length()) {
            digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
        }
        FieldRule.holds(rest == 0 && number >= 0, "number", "must be 0 to 887503680");
        code.append(digits);
        // the ninth character of the organisation code has a check rule of its own (GB 11714-1997)
        code.append(organisationCheckCharacter(code, 8));
        return code.append(checkCharacter(code)).toString();
    }

    private static char checkCharacter(CharSequence code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++, weight = weight * 3 % 31) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheckCharacter(CharSequence code, int from) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(code.charAt(from + i), 36);
        }
        int check = 11 - sum % 11;
        return switch (check) {
            case 10 -> 'X';
            case 11 -> '0';
            default -> (char) ('0' + check);
        };
    }
}
