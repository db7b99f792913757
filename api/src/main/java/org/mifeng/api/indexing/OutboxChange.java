package org.mifeng.api.indexing;

/**
 * A placed outbox row.
 *
 * @param position in commit order
 * @param subject what kind of row changed
 * @param id its number
 * @param version after the change
 */
record OutboxChange(long position, IndexSubject subject, long id, long version) {
    Key key() {
        return new Key(subject, id);
    }

    /** The changed row, whatever its version. */
    record Key(IndexSubject subject, long id) {}
}
