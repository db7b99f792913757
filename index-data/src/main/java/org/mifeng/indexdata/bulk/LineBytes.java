package org.mifeng.indexdata.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of bytes at line feeds, without copying more than it must. A byte order mark at the start is skipped. */
final class LineBytes implements Closeable {
    /** Longer lines are skipped: no row comes near, and a file without line ends must not fill the memory. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[2 * LONGEST];
    private int from;
    private int to;
    private int filled;
    private long number;
    private boolean tooLong;

    LineBytes(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    boolean advance() throws IOException {
        from = number == 0 ? 0 : to + 1;
        tooLong = false;
        if (from >= filled && !fill()) {
            return false;
        }
        number++;
        int at = from;
        while (true) {
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            if (at < filled) {
                break;
            }
            if (at - from > LONGEST) {
                tooLong = true;
                from = at;
            }
            int scanned = at - from;
            boolean more = fill();
            // filling has moved the line to the front, whether there was more or not
            at = from + scanned;
            if (!more) {
                break;
            }
        }
        to = at;
        tooLong |= to - from > LONGEST;
        if (number == 1 && startsWithMark()) {
            from += 3;
        }
        return true;
    }

    /** Moves what is left of the current line to the front and reads more; false if there is no more. */
    private boolean fill() throws IOException {
        if (from > 0) {
            int rest = Math.max(0, filled - from);
            System.arraycopy(buffer, Math.min(from, filled), buffer, 0, rest);
            filled = rest;
            from = 0;
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count <= 0) {
            return false;
        }
        filled += count;
        return true;
    }

    private boolean startsWithMark() {
        return to - from >= 3
                && Arrays.equals(buffer, from, from + 3, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, 3);
    }

    /** The number of the current line, from 1. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Holds the current line at {@link #from()}, {@link #length()} bytes, until the next call of {@link #advance}. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
