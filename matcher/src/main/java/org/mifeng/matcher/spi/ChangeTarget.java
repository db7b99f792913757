package org.mifeng.matcher.spi;

/** Where changes go: an index, or an engine that hands them on to its index. One writer at a time. */
public interface ChangeTarget {
    /**
     * Applies all changes of the batch or none. On return, views acquired from now on include them. Idempotent, and
     * free of order: a change whose version is not newer than what is there, a removal included, does nothing.
     */
    void apply(IndexBatch batch);

    /**
     * Writes all changes of the batch or none, whatever versions are there: for the repair of an index that was found
     * to differ from the rows. A removal leaves its version behind.
     */
    void replace(IndexBatch batch);

    /**
     * Makes durable all that was applied before, with its position. Changes may be applied meanwhile, by another thread.
     *
     * @return the position that is durable now
     */
    long commit();

    /** The outbox position that all that was applied reaches to. */
    long position();
}
