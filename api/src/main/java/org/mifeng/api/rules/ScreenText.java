package org.mifeng.api.rules;

import java.text.Normalizer;
import java.util.stream.IntStream;

/**
 * A text as the word rules read it: full-width forms, spacing and decoration do not hide a word (押 金, 押*金, 押．金), and
 * every character knows where it stood.
 */
final class ScreenText {
    private static final String DECORATION = "*·.~_|-—•`'\"";

    private final String original;
    private final StringBuilder plain = new StringBuilder();
    private final IntStream.Builder positions = IntStream.builder();

    private ScreenText(String original) {
        this.original = original;
    }

    static Screened of(String text) {
        ScreenText screen = new ScreenText(text);
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            screen.append(at);
        }
        return new Screened(
                text, screen.plain.toString(), screen.positions.build().toArray());
    }

    private void append(int at) {
        String normal = Normalizer.normalize(Character.toString(original.codePointAt(at)), Normalizer.Form.NFKC);
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (!isDecoration(c)) {
                plain.append(Character.toLowerCase(c));
                positions.add(at);
            }
        }
    }

    private static boolean isDecoration(char c) {
        return Character.isWhitespace(c) || Character.getType(c) == Character.FORMAT || DECORATION.indexOf(c) >= 0;
    }

    /** The plain text, and where each of its characters stood. */
    static final class Screened {
        private final String original;
        private final String plain;
        private final int[] positions;

        private Screened(String original, String plain, int[] positions) {
            this.original = original;
            this.plain = plain;
            this.positions = positions;
        }

        String plain() {
            return plain;
        }

        /** Where the plain character stood in the original. */
        int start(int plainStart) {
            return positions[plainStart];
        }

        /** Where the plain character before this one ended in the original. */
        int end(int plainEnd) {
            int last = positions[plainEnd - 1];
            return last + Character.charCount(original.codePointAt(last));
        }

        /** The original's words between two places of the plain text. */
        String words(int plainStart, int plainEnd) {
            return original.substring(start(plainStart), end(plainEnd));
        }
    }
}
