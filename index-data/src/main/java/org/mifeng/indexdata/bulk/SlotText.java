package org.mifeng.indexdata.bulk;

import org.mifeng.matcher.TimeSlots;

/**
 * Time slots as people can read them: seven groups of four from Monday to Sunday, {@code M} morning, {@code A} afternoon,
 * {@code E} evening, {@code N} night, {@code -} not; so {@code MA-- MA-- MA-- MA-- MA-- ---- ----} is office hours.
 */
final class SlotText {
    private static final String PARTS = "MAEN";
    private static final int LENGTH = 34;

    private SlotText() {}

    static String of(TimeSlots slots) {
        char[] text = new char[LENGTH];
        int at = 0;
        for (int bit = 0; bit < 28; bit++) {
            if (bit > 0 && bit % 4 == 0) {
                text[at++] = ' ';
            }
            text[at++] = (slots.bits() >>> bit & 1) == 1 ? PARTS.charAt(bit % 4) : '-';
        }
        return new String(text);
    }

    /** @throws org.mifeng.matcher.InvalidFieldException if the text is anything else */
    static TimeSlots parse(String text) {
        boolean good = text.length() == LENGTH;
        int bits = 0;
        for (int at = 0; good && at < LENGTH; at++) {
            char c = text.charAt(at);
            int part = at % 5;
            if (part == 4) {
                good = c == ' ';
            } else if (c == PARTS.charAt(part)) {
                bits |= 1 << (at / 5 * 4 + part);
            } else {
                good = c == '-';
            }
        }
        FieldRule.holds(good, "slots", "must have the form MA-- MA-- MA-- MA-- MA-- ---- ----");
        return new TimeSlots(bits);
    }
}
