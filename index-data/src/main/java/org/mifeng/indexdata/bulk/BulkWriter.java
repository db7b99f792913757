package org.mifeng.indexdata.bulk;

import java.io.IOException;

/**
 * Writes records to one file, in constant memory. For one thread. Close it: the last rows may be held back until then.
 *
 * @param <R> what a row holds
 */
public abstract sealed class BulkWriter<R> implements AutoCloseable permits CsvBulkWriter, NdjsonBulkWriter {
    /** Adds a row. */
    public abstract void write(R row) throws IOException;

    @Override
    public abstract void close() throws IOException;
}
