package org.mifeng.api.privacy;

import java.util.Arrays;
import java.util.List;

/**
 * Several values in one sealed text: a version, then the values, each ended by NUL, which no value may hold. Values are
 * only ever added at the end, under a new version.
 */
final class SealedText {
    private static final String VERSION = "1";
    private static final String END = "\0";

    private SealedText() {}

    static void check(List<String> values) {
        if (values.stream().anyMatch(value -> value.contains(END))) {
            throw new IllegalArgumentException("a value to be sealed must not hold the character NUL");
        }
    }

    static String join(List<String> values) {
        return VERSION + END + String.join(END, values) + END;
    }

    static List<String> split(String text, int count) {
        List<String> parts = Arrays.asList(text.split(END, -1));
        if (parts.size() != count + 2 || !parts.getFirst().equals(VERSION)) {
            throw new IllegalArgumentException("the sealed text has another form than this version writes");
        }
        return parts.subList(1, count + 1);
    }
}
