package org.mifeng.api.bulkload;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the format {@code LOAD DATA} reads by default: fields end with a tab, rows with a line feed, a backslash
 * escapes, {@code \N} is NULL. Bytes go as they are, so text and ciphertext travel alike under {@code CHARACTER SET
 * binary}.
 */
public final class LoadRows implements RowSink {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private byte[] bytes;
    private int size;
    private int rows;
    private boolean rowBegun;

    /** @param expectedBytes of all rows; more are taken too */
    public LoadRows(int expectedBytes) {
        bytes = new byte[expectedBytes];
    }

    @Override
    public LoadRows number(long value) {
        begin();
        ascii(Long.toString(value));
        return this;
    }

    @Override
    public LoadRows number(@Nullable Double value) {
        if (value == null) {
            return nothing();
        }
        begin();
        ascii(value.toString());
        return this;
    }

    @Override
    public LoadRows number(OptionalInt value) {
        return value.isPresent() ? number(value.getAsInt()) : nothing();
    }

    @Override
    public LoadRows flag(boolean value) {
        return number(value ? 1 : 0);
    }

    @Override
    public LoadRows text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public LoadRows time(@Nullable Instant value) {
        return value == null ? nothing() : text(TIME.format(value.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public LoadRows date(@Nullable LocalDate value) {
        return value == null ? nothing() : text(value.toString());
    }

    @Override
    public LoadRows bytes(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        begin();
        room(2 * value.length);
        for (byte b : value) {
            switch (b) {
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\\' -> escaped('\\');
                case 0 -> escaped('0');
                default -> bytes[size++] = b;
            }
        }
        return this;
    }

    private LoadRows nothing() {
        begin();
        ascii("\\N");
        return this;
    }

    @Override
    public void endRow() {
        room(1);
        bytes[size++] = '\n';
        rowBegun = false;
        rows++;
    }

    /** How many rows are complete. */
    public int rows() {
        return rows;
    }

    /** How many bytes there are so far. */
    public int size() {
        return size;
    }

    /** All of it. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void begin() {
        if (rowBegun) {
            room(1);
            bytes[size++] = '\t';
        }
        rowBegun = true;
    }

    private void escaped(char letter) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
    }

    private void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
