package org.mifeng.matcher.ranking;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many posts have each term; not to be changed. Terms of up to four characters, nearly all, are numbers in one open table,
 * so that looking one up touches memory once: hundreds of thousands of pairs of Chinese characters crowd on few hash codes
 * of strings.
 */
final class TermCounts extends AbstractMap<String, Integer> {
    private static final int MOST_PACKED = Long.BYTES / Character.BYTES;
    private static final long FREE = 0;

    private final long[] keys;
    private final int[] counts;
    private final Map<String, Integer> others = new HashMap<>();
    private final int size;

    TermCounts(Map<String, Integer> terms) {
        keys = new long[Integer.highestOneBit(Math.max(8, 4 * terms.size()))];
        counts = new int[keys.length];
        size = terms.size();
        terms.forEach((term, count) -> {
            long key = packed(term);
            if (key == FREE) {
                others.put(term, count);
            } else {
                int slot = slot(key);
                keys[slot] = key;
                counts[slot] = count;
            }
        });
    }

    /** The characters as one number, {@link #FREE} if they do not fit. */
    private static long packed(String term) {
        long key = FREE;
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c == 0 || i == MOST_PACKED) {
                return FREE;
            }
            key = key << Character.SIZE | c;
        }
        return key;
    }

    private static String unpacked(long key) {
        StringBuilder term = new StringBuilder();
        for (long left = key; left != FREE; left >>>= Character.SIZE) {
            term.append((char) left);
        }
        return term.reverse().toString();
    }

    /** Where the key stands, or could stand. */
    private int slot(long key) {
        long mixed = (key ^ key >>> 32) * 0x9E37_79B9_7F4A_7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** How many posts have the term; 0 if none has. */
    int of(String term) {
        long key = packed(term);
        return key == FREE ? others.getOrDefault(term, 0) : counts[slot(key)];
    }

    @Override
    public @Nullable Integer get(Object term) {
        if (!(term instanceof String text)) {
            return null;
        }
        long key = packed(text);
        if (key == FREE) {
            return others.get(text);
        }
        int slot = slot(key);
        return keys[slot] == FREE ? null : counts[slot];
    }

    @Override
    public boolean containsKey(Object term) {
        return get(term) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Entry<String, Integer>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Integer>> iterator() {
                Stream<Entry<String, Integer>> packed = IntStream.range(0, keys.length)
                        .filter(slot -> keys[slot] != FREE)
                        .mapToObj(slot -> Map.entry(unpacked(keys[slot]), counts[slot]));
                return Stream.concat(
                                packed,
                                others.entrySet().stream().map(other -> Map.entry(other.getKey(), other.getValue())))
                        .iterator();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
