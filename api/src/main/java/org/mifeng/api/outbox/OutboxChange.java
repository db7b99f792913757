package org.mifeng.api.outbox;

/**
 * A placed outbox row.
 *
 * @param position in commit order
 * @param subject what kind of row changed
 * @param id its number
 * @param version after the change, or {@link #WHATEVER}
 */
public record OutboxChange(long position, IndexSubject subject, long id, long version) {
    /** Stands for a version: whoever follows takes the row as it is now, even if it knows a newer one. */
    public static final long WHATEVER = -1;

    /** Whether the row is to be taken as it is now. */
    public boolean isWhatever() {
        return version == WHATEVER;
    }

    /** The one of two changes of a row after which the other needs nothing more. */
    public OutboxChange orStronger(OutboxChange other) {
        return isWhatever() || (!other.isWhatever() && version >= other.version) ? this : other;
    }

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
