package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.Arrays;

/**
 * Numbers terms from 0 in the order in which they are added. Open addressing with a hash of its own: {@link
 * String#hashCode} of two Chinese characters is {@code 31 a + b}, which takes few distinct values for very many pairs.
 * The characters of all terms lie in one array: a string for each would cost five times the memory.
 */
final class TermTable {
    private static final int FREE = 0;

    /** Term t is {@code text[from[t]]} to {@code text[from[t + 1]]}, exclusive. */
    private char[] text;

    private int[] from;
    private int size;
    /** A term's number and one, or {@link #FREE}; at most half are taken. */
    private int[] slots;

    TermTable() {
        this(new char[256], new int[64], 0, new int[64]);
    }

    private TermTable(char[] text, int[] from, int size, int[] slots) {
        this.text = text;
        this.from = from;
        this.size = size;
        this.slots = slots;
    }

    static TermTable read(ArrayReader in) throws IOException {
        char[] text = in.chars();
        int[] from = in.ints();
        return new TermTable(text, from, from.length - 1, in.ints());
    }

    void write(ArrayWriter out) throws IOException {
        out.chars(Arrays.copyOf(text, from[size]));
        out.ints(Arrays.copyOf(from, size + 1));
        out.ints(slots);
    }

    /** Adds a term that is not in the table yet. */
    void add(String term) {
        if (2 * size >= slots.length) {
            grow();
        }
        int end = from[size] + term.length();
        if (end > text.length) {
            text = Arrays.copyOf(text, 2 * end);
        }
        if (size + 2 > from.length) {
            from = Arrays.copyOf(from, 2 * from.length);
        }
        term.getChars(0, term.length(), text, from[size]);
        from[++size] = end;
        slots[freeSlot(size - 1)] = size;
    }

    /** The term's number, or -1. */
    int find(String term) {
        int slot = (int) (hash(term) >>> 32) & (slots.length - 1);
        while (slots[slot] != FREE && !is(slots[slot] - 1, term)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slots[slot] - 1;
    }

    int size() {
        return size;
    }

    long bytes() {
        return (long) Character.BYTES * text.length + (long) Integer.BYTES * (from.length + slots.length);
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int term = 0; term < size; term++) {
            slots[freeSlot(term)] = term + 1;
        }
    }

    private int freeSlot(int term) {
        long hash = 0;
        for (int i = from[term]; i < from[term + 1]; i++) {
            hash = mixed(hash, text[i]);
        }
        int slot = (int) (hash >>> 32) & (slots.length - 1);
        while (slots[slot] != FREE) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean is(int number, String term) {
        int length = from[number + 1] - from[number];
        if (length != term.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[from[number] + i] != term.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static long hash(String term) {
        long hash = 0;
        for (int i = 0; i < term.length(); i++) {
            hash = mixed(hash, term.charAt(i));
        }
        return hash;
    }

    private static long mixed(long hash, char next) {
        long mixed = (hash ^ next) * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ mixed >>> 29;
    }
}
