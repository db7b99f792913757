package org.mifeng.api.live;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a row of few bytes: small numbers in one byte, text in UTF-8. {@link RowReader} reads it. */
public final class RowWriter {
    private byte[] bytes = new byte[256];
    private int length;

    /** A number, shorter the smaller it is; negative ones take ten bytes. */
    public RowWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            one((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return one((int) rest);
    }

    /** A number in eight bytes. */
    public RowWriter wide(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            one((int) (value >>> shift));
        }
        return this;
    }

    /** A text. */
    public RowWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return number(utf8.length).bytes(utf8);
    }

    /** Bytes whose number the reader knows. */
    public RowWriter bytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    private RowWriter one(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** All that was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
