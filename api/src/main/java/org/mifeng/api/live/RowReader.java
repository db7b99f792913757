package org.mifeng.api.live;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link RowWriter} wrote, in the same order. */
public final class RowReader {
    private final byte[] bytes;
    private int at;

    /** @param bytes of one row */
    public RowReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A number. */
    public long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** A number that fits an int. */
    public int small() {
        return (int) number();
    }

    /** A number in eight bytes. */
    public long wide() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | (bytes[at++] & 0xFF);
        }
        return value;
    }

    /** Bytes whose number is known. */
    public byte[] bytes(int count) {
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    /** A text. */
    public String text() {
        int length = small();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}
