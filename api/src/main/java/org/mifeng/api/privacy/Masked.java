package org.mifeng.api.privacy;

/** Personal data as a shared screen may show it (rules P32 and P34). */
public final class Masked {
    private Masked() {}

    /** The first character, then one star for each that is hidden but at most two: 张*, 欧**. Empty stays empty. */
    public static String name(String name) {
        int[] characters = name.strip().codePoints().toArray();
        return characters.length == 0
                ? ""
                : Character.toString(characters[0]) + "*".repeat(Math.clamp(characters.length - 1, 1, 2));
    }

    /** The first 3 and last 4 digits of an 11-digit mobile number; of any other number just the last 2. */
    public static String phone(String phone) {
        String digits = phone.strip();
        if (digits.length() == 11) {
            return digits.substring(0, 3) + "****" + digits.substring(7);
        }
        return digits.length() <= 4 ? "****" : "****" + digits.substring(digits.length() - 2);
    }

    /** The last 4 characters of an ID number: enough to tell two people at one desk apart, no more. */
    public static String idNumber(String number) {
        return number.length() < 8 ? "****" : "*".repeat(number.length() - 4) + number.substring(number.length() - 4);
    }
}
