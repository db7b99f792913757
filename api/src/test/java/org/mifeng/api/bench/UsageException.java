package org.mifeng.api.bench;

/** The command line makes no sense; the message says what must be otherwise. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
