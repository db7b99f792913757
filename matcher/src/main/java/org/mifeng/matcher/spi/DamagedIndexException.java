package org.mifeng.matcher.spi;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What an index has on disk is damaged or gone. Trying again is of no use: it must be built anew. */
public final class DamagedIndexException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /**
     * Made by a backend.
     *
     * @param message what was tried
     * @param cause names the file
     */
    public DamagedIndexException(String message, IOException cause) {
        super(message, cause);
    }
}
