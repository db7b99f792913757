package org.mifeng.matcher.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.mifeng.matcher.spi.DamagedIndexException;

/** What a failure of the storage is called outside: one that may pass, or damage, which does not. */
final class StorageFailures {
    private StorageFailures() {}

    /**
     * To whoever reads or writes, a writer that closed itself is the storage's failure, and so is a mapped file that cannot be
     * read.
     *
     * @param what was tried
     */
    static UncheckedIOException named(String what, Throwable e) {
        IOException failure = e instanceof IOException io ? io : new IOException(e);
        boolean damaged = failure instanceof CorruptIndexException
                || failure instanceof EOFException
                || failure instanceof FileNotFoundException
                || failure instanceof NoSuchFileException;
        return damaged ? new DamagedIndexException(what, failure) : new UncheckedIOException(what, failure);
    }
}
