package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.apache.lucene.store.IndexOutput;

/** Writes arrays of numbers one after the other, and a checksum behind them. {@link ArrayReader} reads them back. */
final class ArrayWriter {
    static final int CHUNK_BYTES = 1 << 20;

    private final IndexOutput out;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    ArrayWriter(IndexOutput out) {
        this.out = out;
    }

    /** Copies {@code count} values from {@code from} on into the buffer. */
    private interface Fill {
        void values(ByteBuffer buffer, int from, int count);
    }

    void ints(int[] values) throws IOException {
        write(values.length, Integer.BYTES, (to, from, n) -> to.asIntBuffer().put(values, from, n));
    }

    void longs(long[] values) throws IOException {
        write(values.length, Long.BYTES, (to, from, n) -> to.asLongBuffer().put(values, from, n));
    }

    void floats(float[] values) throws IOException {
        write(values.length, Float.BYTES, (to, from, n) -> to.asFloatBuffer().put(values, from, n));
    }

    void shorts(short[] values) throws IOException {
        write(values.length, Short.BYTES, (to, from, n) -> to.asShortBuffer().put(values, from, n));
    }

    void chars(char[] values) throws IOException {
        write(values.length, Character.BYTES, (to, from, n) -> to.asCharBuffer().put(values, from, n));
    }

    void bytes(byte[] values) throws IOException {
        write(values.length, Byte.BYTES, (to, from, n) -> to.put(values, from, n));
    }

    private void write(int length, int width, Fill fill) throws IOException {
        chunk.clear().putInt(length);
        put(Integer.BYTES);
        int most = CHUNK_BYTES / width;
        for (int from = 0; from < length; from += most) {
            int count = Math.min(most, length - from);
            fill.values(chunk.clear(), from, count);
            put(count * width);
        }
    }

    private void put(int bytes) throws IOException {
        checksum.update(chunk.array(), 0, bytes);
        out.writeBytes(chunk.array(), 0, bytes);
    }

    /** Writes the checksum. Nothing may follow. */
    void finish() throws IOException {
        out.writeLong(checksum.getValue());
    }
}
