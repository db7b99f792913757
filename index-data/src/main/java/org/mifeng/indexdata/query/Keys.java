package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Numbers of words sorted by a key, to be found by its beginning. */
final class Keys {
    private final String[] keys;
    private final int[] words;

    private Keys(String[] keys, int[] words) {
        this.keys = keys;
        this.words = words;
    }

    /** Takes words in any order. */
    static final class Builder {
        private final List<Pair> pairs = new ArrayList<>();

        private record Pair(String key, int word) {}

        void add(String key, int word) {
            pairs.add(new Pair(key, word));
        }

        Keys build() {
            pairs.sort(Comparator.comparing(Pair::key));
            return new Keys(
                    pairs.stream().map(Pair::key).toArray(String[]::new),
                    pairs.stream().mapToInt(Pair::word).toArray());
        }
    }

    /** Takes what was found. */
    interface Visitor {
        void visit(int word, boolean wholeKey);
    }

    /** Visits every word whose key begins so. */
    void forEach(String prefix, Visitor visitor) {
        int at = Arrays.binarySearch(keys, prefix);
        at = at < 0 ? -at - 1 : at;
        while (at > 0 && keys[at - 1].equals(prefix)) {
            at--;
        }
        for (; at < keys.length && keys[at].startsWith(prefix); at++) {
            visitor.visit(words[at], keys[at].length() == prefix.length());
        }
    }
}
