package org.mifeng.indexdata.reference;

import java.util.Arrays;

/**
 * Words by their characters, each with a number. Nodes are numbers; the child of a node is found in one open table by
 * node and character, so that a step costs one or two reads.
 */
public final class WordTrie {
    private static final int NONE = -1;

    private long[] keys = new long[1 << 12];
    private int[] children = new int[1 << 12];
    private int[] values = new int[1 << 10];
    private int nodes = 1;

    /** Without words. */
    public WordTrie() {
        Arrays.fill(values, NONE);
    }

    /** Adds a word; the number of a word that is there already stays. */
    public void add(String word, int value) {
        int node = 0;
        for (int i = 0; i < word.length(); i++) {
            int next = child(node, word.charAt(i));
            if (next == 0) {
                next = nodes++;
                insert(key(node, word.charAt(i)), next);
                if (next >= values.length) {
                    int old = values.length;
                    values = Arrays.copyOf(values, old * 2);
                    Arrays.fill(values, old, values.length, NONE);
                }
            }
            node = next;
        }
        if (values[node] == NONE) {
            values[node] = value;
        }
    }

    /** The node behind this one, 0 if there is none; 0 is the root too. */
    public int child(int node, char c) {
        long key = key(node, c);
        int slot = slot(key, keys.length);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return children[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return 0;
    }

    /** The number of the word that ends in this node, -1 if none does. */
    public int value(int node) {
        return values[node];
    }

    /**
     * The cut of a text into words and single characters that is worth most; of two equal ones the one whose first
     * word is longer. A word never begins or ends within a Latin word.
     *
     * @param worth what each word is worth, by its number
     * @return the number of the word that starts at each place of the best cut that begins there, -1 for a character
     */
    public int[] cut(String text, double[] worth) {
        int length = text.length();
        double[] best = new double[length + 1];
        int[] chosen = new int[length];
        for (int from = length - 1; from >= 0; from--) {
            best[from] = best[from + 1];
            chosen[from] = NONE;
            if (from > 0 && isLatin(text.charAt(from - 1)) && isLatin(text.charAt(from))) {
                continue;
            }
            int node = 0;
            for (int to = from; to < length; to++) {
                node = child(node, text.charAt(to));
                if (node == 0) {
                    break;
                }
                int value = value(node);
                if (value >= 0
                        && !(isLatin(text.charAt(to)) && to + 1 < length && isLatin(text.charAt(to + 1)))
                        && worth[value] + best[to + 1] >= best[from]) {
                    best[from] = worth[value] + best[to + 1];
                    chosen[from] = value;
                }
            }
        }
        return chosen;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    private void insert(long key, int child) {
        if (nodes * 2 > keys.length) {
            long[] oldKeys = keys;
            int[] oldChildren = children;
            keys = new long[oldKeys.length * 2];
            children = new int[oldKeys.length * 2];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    put(oldKeys[i], oldChildren[i]);
                }
            }
        }
        put(key, child);
    }

    private void put(long key, int child) {
        int slot = slot(key, keys.length);
        while (keys[slot] != 0) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        children[slot] = child;
    }

    private static long key(int node, char c) {
        return ((long) node << 16 | c) + 1;
    }

    private static int slot(long key, int capacity) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (capacity - 1);
    }
}
