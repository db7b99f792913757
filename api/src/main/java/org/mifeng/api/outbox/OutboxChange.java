package org.mifeng.api.outbox;

/**
 * A placed outbox row.
 *
 * @param position in commit order
 * @param subject what kind of row changed
 * @param id its number
 * @param version after the change
 */
public record OutboxChange(long position, IndexSubject subject, long id, long version) {
    public Key key() {
        return new Key(subject, id);
    }

    /** The changed row, whatever its version. */
    public record Key(IndexSubject subject, long id) {}
}
