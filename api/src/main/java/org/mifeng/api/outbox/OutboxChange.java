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
    /** Which row changed. */
    public Key key() {
        return new Key(subject, id);
    }

    /**
     * A row, whatever its version.
     *
     * @param subject what kind of row
     * @param id its number
     */
    public record Key(IndexSubject subject, long id) {}
}
