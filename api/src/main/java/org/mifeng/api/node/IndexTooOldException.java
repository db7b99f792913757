package org.mifeng.api.node;

/** This index cannot follow this database: changes it needs are gone, or it comes from another database. */
final class IndexTooOldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexTooOldException() {
        super("the index is older than what the outbox still has, or comes from another database");
    }
}
