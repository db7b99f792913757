package org.mifeng.matcher.spi;

/**
 * An index of posts and seekers: the seam for backends. One writer at a time, any number of readers.
 *
 * <p>Methods throw {@link java.io.UncheckedIOException} when the storage fails.
 */
public interface CandidateIndex extends AutoCloseable {
    /**
     * Applies all changes of the batch or none. On return, views acquired from now on include them. Idempotent, and
     * free of order: a change whose version is not newer than what is there, a removal included, does nothing.
     */
    void apply(IndexBatch batch);

    /** Makes durable all that was applied, with its position. */
    void commit();

    /** The index as it is now; the caller closes it. */
    CandidateView acquire();

    /** What this backend can do. */
    BackendFeatures features();

    @Override
    void close();
}
