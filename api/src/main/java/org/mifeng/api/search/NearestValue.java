package org.mifeng.api.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant who wrote something else: the value that takes the fewest changes to reach. */
final class NearestValue {
    /** A value longer than this is no slip. */
    private static final int LONGEST = 64;

    private NearestValue() {}

    /** The known value nearest to the given one, unless more than half of it is different. */
    static Optional<String> to(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = given.toUpperCase(Locale.ROOT);
        return known.stream()
                .filter(value -> changes(plain, value.toUpperCase(Locale.ROOT))
                        <= Math.max(1, Math.min(given.length(), value.length()) / 2))
                .min(Comparator.comparingInt((String value) -> changes(plain, value.toUpperCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The distance of Levenshtein (1965), with two neighbours in the wrong order as one change (Damerau 1964). */
    static int changes(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }
}
