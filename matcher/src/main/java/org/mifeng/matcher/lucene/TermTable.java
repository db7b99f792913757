package org.mifeng.matcher.lucene;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers terms from 0 in the order in which they are added. Open addressing with a hash of its own: {@link
 * String#hashCode} of two Chinese characters is {@code 31 a + b}, which takes few distinct values for very many pairs.
 */
final class TermTable {
    private @Nullable String[] slots = new String[64];
    private int[] numbers = new int[64];
    private int size;

    /** Adds a term that is not in the table yet. */
    void add(String term) {
        if (2 * size >= slots.length) {
            grow();
        }
        int slot = slot(term, slots);
        slots[slot] = term;
        numbers[slot] = size++;
    }

    /** The term's number, or -1. */
    int find(String term) {
        int slot = slot(term, slots);
        return slots[slot] == null ? -1 : numbers[slot];
    }

    int size() {
        return size;
    }

    private void grow() {
        @Nullable String[] oldSlots = slots;
        int[] oldNumbers = numbers;
        slots = new String[oldSlots.length * 2];
        numbers = Arrays.copyOf(oldNumbers, slots.length);
        for (int old = 0; old < oldSlots.length; old++) {
            String term = oldSlots[old];
            if (term != null) {
                int slot = slot(term, slots);
                slots[slot] = term;
                numbers[slot] = oldNumbers[old];
            }
        }
    }

    /** Where the term is, or the free slot where it belongs. */
    private static int slot(String term, @Nullable String[] slots) {
        long hash = 0;
        for (int i = 0; i < term.length(); i++) {
            hash = (hash ^ term.charAt(i)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 29;
        }
        int slot = (int) (hash >>> 32) & (slots.length - 1);
        for (String there = slots[slot]; there != null && !there.equals(term); there = slots[slot]) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
