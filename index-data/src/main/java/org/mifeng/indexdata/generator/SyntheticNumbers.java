package org.mifeng.indexdata.generator;

/** Numbers that lead nowhere: public ids, and phone numbers that no network can dial. */
final class SyntheticNumbers {
    private static final char[] BASE64URL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray();

    /** Seekers' phones are below, employers' from here on. */
    private static final int FIRST_EMPLOYER_PHONE = 900_000;

    private SyntheticNumbers() {}

    /** 128 bits in base64url. The upper half is a bijection of the number, so no two of a kind are the same. */
    static String publicId(long seed, Draw.Kind kind, long number) {
        long start = Draw.start(seed, kind);
        long upper = Draw.mix(start + number);
        long lower = Draw.mix(upper ^ ~start);
        char[] id = new char[22];
        for (int i = 0; i < 22; i++) {
            int shift = 122 - 6 * i;
            long six = shift >= 64
                    ? upper >>> (shift - 64)
                    : shift >= 0 ? (upper << 1 << (63 - shift)) | (lower >>> shift) : lower << -shift;
            id[i] = BASE64URL[(int) (six & 63)];
        }
        return new String(id);
    }

    /**
     * A phone in Jining (area code 0537) whose local number begins with 0. Local numbers never do: a leading 0 is the
     * prefix of long distance, so no exchange can have such a line.
     */
    static String seekerPhone(long number) {
        return phone((int) (number % FIRST_EMPLOYER_PHONE));
    }

    /** The same for an employer. */
    static String employerPhone(long number) {
        return phone(FIRST_EMPLOYER_PHONE + (int) (number % (1_000_000 - FIRST_EMPLOYER_PHONE)));
    }

    private static String phone(int sixDigits) {
        char[] phone = "0537-0000000".toCharArray();
        int rest = sixDigits;
        for (int i = phone.length - 1; i >= 6; i--, rest /= 10) {
            phone[i] = (char) ('0' + rest % 10);
        }
        return new String(phone);
    }
}
