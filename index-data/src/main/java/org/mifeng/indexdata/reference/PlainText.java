package org.mifeng.indexdata.reference;

import java.text.Normalizer;
import java.util.Arrays;

/** Makes texts equal that look equal: width, case, traditional characters; what nobody sees or reads is dropped. */
public final class PlainText {
    /** No title or query needs more; what follows is not read. */
    public static final int LONGEST = 400;

    /** What {@link #plain} gives for a character that nobody sees. */
    public static final char UNSEEN = 0;

    private static final char[] SIMPLIFIED = new char[Character.MAX_VALUE + 1];

    static {
        for (char i = 0; i < Character.MAX_VALUE; i++) {
            SIMPLIFIED[i] = i;
        }
        TraditionalCharacters.simplified().forEach((traditional, simplified) -> SIMPLIFIED[traditional] = simplified);
    }

    private PlainText() {}

    /** Letters, digits, punctuation and single spaces; emoji and symbols become spaces. What follows the first 400 is cut. */
    public static String of(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = Normalizer.isNormalized(head, Normalizer.Form.NFKC)
                ? head
                : Normalizer.normalize(head, Normalizer.Form.NFKC);
        char[] out = new char[plain.length()];
        int length = 0;
        boolean space = true;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain(plain.charAt(i));
            if (c != UNSEEN && (c != ' ' || !space)) {
                out[length++] = c;
                space = c == ' ';
            }
        }
        return new String(Arrays.copyOf(out, space && length > 0 ? length - 1 : length));
    }

    /** A character of compatibility form as it is read: simplified, in lower case; a space for what is no letter, digit or sign. */
    public static char plain(char c) {
        if (isIdeograph(c)) {
            return SIMPLIFIED[c];
        }
        return isUnseen(c) ? UNSEEN : isReadable(c) ? SIMPLIFIED[Character.toLowerCase(c)] : ' ';
    }

    /** Whether it is one of the 20,992 common Chinese characters, which have no other width or case. */
    public static boolean isIdeograph(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    private static boolean isUnseen(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || (type == Character.CONTROL && !Character.isWhitespace(c));
    }

    private static boolean isReadable(char c) {
        return Character.isLetterOrDigit(c) || (c > ' ' && c < 0x7f) || "、。，；：·•—～【】《》「」『』〔〕“”‘’…￥¥".indexOf(c) >= 0;
    }
}
