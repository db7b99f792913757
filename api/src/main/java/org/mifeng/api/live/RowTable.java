package org.mifeng.api.live;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Packed rows by a number: a hash table with open addressing, some 20 bytes a row beside the row itself. Readers never
 * wait; writers wait for each other. A reader sees each row whole, the old or the new one.
 */
public final class RowTable {
    private static final VarHandle KEY = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int LEAST_SLOTS = 1 << 10;

    private volatile Slots slots = new Slots(LEAST_SLOTS);
    private int rows;
    private int usedSlots;

    @SuppressWarnings("ArrayRecordComponent") // shared on purpose
    private record Slots(long[] keys, AtomicReferenceArray<byte @Nullable []> rows) {
        Slots(int count) {
            this(new long[count], new AtomicReferenceArray<>(count));
        }

        /** The slot that holds the number, or the free one where it would go. Zero marks a free slot. */
        int slotOf(long key) {
            int mask = keys.length - 1;
            long mixed = key * 0x9E3779B97F4A7C15L;
            int slot = (int) (mixed >>> 32) & mask;
            while (true) {
                long there = (long) KEY.getAcquire(keys, slot);
                if (there == key || there == 0) {
                    return slot;
                }
                slot = (slot + 1) & mask;
            }
        }
    }

    /**
     * The row of a number.
     *
     * @param key not 0
     * @return not to be changed
     */
    public Optional<byte[]> get(long key) {
        Slots now = slots;
        return Optional.ofNullable(now.rows.get(now.slotOf(key)));
    }

    /**
     * Sets the row of a number.
     *
     * @param key not 0
     * @param row never changed again
     */
    public synchronized void put(long key, byte[] row) {
        Slots now = slots;
        int slot = now.slotOf(key);
        if (now.keys[slot] == 0) {
            if (10L * (usedSlots + 1) > 7L * now.keys.length) {
                now = grown();
                slot = now.slotOf(key);
            }
            usedSlots++;
        }
        // the row first: whoever finds the number finds its row
        rows += now.rows.getAndSet(slot, row) == null ? 1 : 0;
        KEY.setRelease(now.keys, slot, key);
    }

    /** Forgets the row of a number, if there is one. Its slot is used again by the same number, or when the table grows. */
    public synchronized void remove(long key) {
        Slots now = slots;
        rows -= now.rows.getAndSet(now.slotOf(key), null) == null ? 0 : 1;
    }

    private Slots grown() {
        Slots before = slots;
        int count = LEAST_SLOTS;
        while (7L * count < 20L * rows) {
            count *= 2;
        }
        Slots after = new Slots(count);
        for (int slot = 0; slot < before.keys.length; slot++) {
            byte[] row = before.rows.get(slot);
            if (row != null) {
                int to = after.slotOf(before.keys[slot]);
                after.keys[to] = before.keys[slot];
                after.rows.setPlain(to, row);
            }
        }
        usedSlots = rows;
        slots = after;
        return after;
    }

    /** How many rows there are. */
    public synchronized int size() {
        return rows;
    }

    int slots() {
        return slots.keys.length;
    }

    /** What to do with each row. */
    public interface Visitor {
        /** Called once for each row. */
        void visit(long key, byte[] row);
    }

    /** Visits all rows; those that are put or removed meanwhile may or may not be visited. */
    public void forEach(Visitor visitor) {
        Slots now = slots;
        for (int slot = 0; slot < now.keys.length; slot++) {
            byte[] row = now.rows.get(slot);
            if (row != null) {
                visitor.visit(now.keys[slot], row);
            }
        }
    }
}
