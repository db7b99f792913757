package org.mifeng.indexdata.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one file in order, once, in constant memory. For one thread.
 *
 * @param <R> what a row holds
 */
public abstract sealed class BulkReader<R> implements AutoCloseable permits CsvBulkReader, NdjsonBulkReader {
    /**
     * The next row, good or bad; empty at the end. After a bad row the reader goes on with the next line, unless the file
     * as a whole cannot be understood (a missing header, not UTF-8): then the bad row is the last.
     */
    public abstract Optional<BulkRow<R>> next() throws IOException;

    /**
     * The rows, read as the stream is consumed.
     *
     * @return a sequential stream, whose operations throw {@link UncheckedIOException} if the file cannot be read
     */
    public Stream<BulkRow<R>> rows() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Rows(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
                false);
    }

    /**
     * The records, read as the stream is consumed.
     *
     * @return a sequential stream, whose operations throw {@link BulkFormatException} at the first bad row
     */
    public Stream<R> records() {
        return rows().map(row -> switch (row) {
            case BulkRow.Good<R> good -> good.value();
            case BulkRow.Bad<R> bad -> throw bad.exception();
        });
    }

    @Override
    public abstract void close() throws IOException;

    private final class Rows implements Iterator<BulkRow<R>> {
        private @Nullable BulkRow<R> ahead;

        @Override
        public boolean hasNext() {
            if (ahead == null) {
                try {
                    ahead = BulkReader.this.next().orElse(null);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return ahead != null;
        }

        @Override
        public BulkRow<R> next() {
            if (!hasNext() || ahead == null) {
                throw new NoSuchElementException();
            }
            BulkRow<R> row = ahead;
            ahead = null;
            return row;
        }
    }
}
