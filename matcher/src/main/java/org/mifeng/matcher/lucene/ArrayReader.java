package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IndexInput;

/** Reads what an {@link ArrayWriter} wrote, in the same order. Nothing read may be believed before {@link #finish}. */
final class ArrayReader {
    private final IndexInput in;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer chunk =
            ByteBuffer.allocate(ArrayWriter.CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    ArrayReader(IndexInput in) {
        this.in = in;
    }

    /** Copies {@code count} values from the buffer to {@code from} on. */
    private interface Take {
        void values(ByteBuffer buffer, int from, int count);
    }

    int[] ints() throws IOException {
        int[] values = new int[length(Integer.BYTES)];
        read(values.length, Integer.BYTES, (by, from, n) -> by.asIntBuffer().get(values, from, n));
        return values;
    }

    long[] longs() throws IOException {
        long[] values = new long[length(Long.BYTES)];
        read(values.length, Long.BYTES, (by, from, n) -> by.asLongBuffer().get(values, from, n));
        return values;
    }

    float[] floats() throws IOException {
        float[] values = new float[length(Float.BYTES)];
        read(values.length, Float.BYTES, (by, from, n) -> by.asFloatBuffer().get(values, from, n));
        return values;
    }

    short[] shorts() throws IOException {
        short[] values = new short[length(Short.BYTES)];
        read(values.length, Short.BYTES, (by, from, n) -> by.asShortBuffer().get(values, from, n));
        return values;
    }

    char[] chars() throws IOException {
        char[] values = new char[length(Character.BYTES)];
        read(values.length, Character.BYTES, (by, from, n) -> by.asCharBuffer().get(values, from, n));
        return values;
    }

    byte[] bytes() throws IOException {
        byte[] values = new byte[length(Byte.BYTES)];
        read(values.length, Byte.BYTES, (by, from, n) -> by.get(values, from, n));
        return values;
    }

    /** How many values follow; a damaged number must not cost more memory than the file has bytes. */
    private int length(int width) throws IOException {
        int length = take(Integer.BYTES).getInt();
        if (length < 0 || (long) length * width > in.length() - in.getFilePointer()) {
            throw new CorruptIndexException("an array is longer than the file", in);
        }
        return length;
    }

    private void read(int length, int width, Take take) throws IOException {
        int most = ArrayWriter.CHUNK_BYTES / width;
        for (int from = 0; from < length; from += most) {
            int count = Math.min(most, length - from);
            take.values(take(count * width), from, count);
        }
    }

    private ByteBuffer take(int bytes) throws IOException {
        in.readBytes(chunk.array(), 0, bytes);
        checksum.update(chunk.array(), 0, bytes);
        return chunk.clear();
    }

    /** @throws CorruptIndexException if what was read is not what was written */
    void finish() throws IOException {
        if (in.length() - in.getFilePointer() != Long.BYTES || in.readLong() != checksum.getValue()) {
            throw new CorruptIndexException("the checksum does not agree", in);
        }
    }
}
