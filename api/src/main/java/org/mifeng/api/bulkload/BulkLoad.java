package org.mifeng.api.bulkload;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.launch.DatabaseAddress;

/**
 * Fills one empty table from a stream of records, as fast as the server takes them: one {@code LOAD DATA LOCAL} in one
 * transaction, fed from memory. Records are made and become rows on the workers (that is where hashing and encryption happen);
 * rows reach the server in the order of the records.
 *
 * @param <T> the record
 */
public final class BulkLoad<T> {
    /** Chunks in flight: enough to keep the workers busy, few enough to hold memory at some 10 MB. */
    private static final int CHUNKS = 8;

    private static final int BYTES_PER_ROW = 1_024;

    private final String table;
    private final List<String> columns;
    private final BiConsumer<T, LoadRows> row;

    /**
     * @param table its name
     * @param columns in the order in which {@code row} writes them
     * @param row writes one record, ended by {@link LoadRows#endRow}
     */
    public BulkLoad(String table, List<String> columns, BiConsumer<T, LoadRows> row) {
        this.table = table;
        this.columns = columns;
        this.row = row;
    }

    /**
     * Loads and commits all, or nothing.
     *
     * @param chunks the records; a chunk is the unit of work of a worker, which also makes it
     * @param workers where records become rows
     * @param progress told the number of rows that were sent just now
     * @return how many rows were loaded
     */
    public long run(
            DatabaseAddress database,
            Iterator<Supplier<List<T>>> chunks,
            ExecutorService workers,
            LongConsumer progress)
            throws SQLException {
        try (Connection connection = database.connectForBulkLoad();
                Chunks rows = new Chunks(chunks, workers, progress)) {
            connection.setAutoCommit(false);
            LoadData.Loaded loaded = LoadData.run(connection, table, columns, rows);
            rows.check();
            if (loaded.rows() != rows.sent || loaded.warning() != 0) {
                throw new SQLException("of " + rows.sent + " rows of " + table + " the database took " + loaded.rows()
                        + (loaded.warning() == 0 ? "" : ", with warning " + loaded.warning()));
            }
            connection.commit();
            return loaded.rows();
        }
    }

    private LoadRows encode(List<T> chunk) {
        LoadRows rows = new LoadRows(chunk.size() * BYTES_PER_ROW);
        for (T record : chunk) {
            row.accept(record, rows);
        }
        return rows;
    }

    /**
     * The stream the driver reads from. Its reader also feeds the workers, so there is no thread to lose: before it
     * waits for the oldest chunk it hands out new ones.
     */
    private final class Chunks extends InputStream {
        private final Iterator<Supplier<List<T>>> source;
        private final ExecutorService workers;
        private final LongConsumer progress;
        private final BlockingQueue<Future<LoadRows>> pending = new ArrayBlockingQueue<>(CHUNKS);
        private byte[] current = {};
        private int position;
        private long sent;
        private @Nullable IOException failure;

        Chunks(Iterator<Supplier<List<T>>> source, ExecutorService workers, LongConsumer progress) {
            this.source = source;
            this.workers = workers;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (position == current.length) {
                if (!next()) {
                    return -1;
                }
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, offset, count);
            position += count;
            return count;
        }

        @Override
        public int available() {
            return current.length - position;
        }

        private boolean next() throws IOException {
            try {
                while (pending.remainingCapacity() > 0 && source.hasNext()) {
                    Supplier<List<T>> chunk = source.next();
                    pending.add(workers.submit(() -> encode(chunk.get())));
                }
                Future<LoadRows> oldest = pending.poll();
                if (oldest == null) {
                    return false;
                }
                LoadRows rows = oldest.get();
                current = rows.toBytes();
                position = 0;
                sent += rows.rows();
                progress.accept(rows.rows());
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed("interrupted", e);
            } catch (ExecutionException e) {
                throw failed("a record could not be written", e.getCause() == null ? e : e.getCause());
            } catch (RuntimeException e) {
                throw failed("a record could not be made", e);
            }
        }

        private IOException failed(String reason, Throwable cause) {
            failure = new IOException("loading " + table + ": " + reason, cause);
            return failure;
        }

        /** The driver ends the stream at an error, and the server takes that for the end of the data. */
        void check() throws SQLException {
            if (failure != null) {
                throw new SQLException("loading " + table + " failed", failure);
            }
        }

        @Override
        public void close() {
            pending.forEach(work -> work.cancel(true));
        }
    }
}
