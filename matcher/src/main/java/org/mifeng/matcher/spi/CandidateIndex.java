package org.mifeng.matcher.spi;

import java.util.List;

/**
 * An index of posts and seekers: the seam for backends. One writer at a time, any number of readers.
 *
 * <p>Methods throw {@link java.io.UncheckedIOException} when the storage fails, as {@link DamagedIndexException} if what
 * it has is damaged.
 */
public interface CandidateIndex extends ChangeTarget, AutoCloseable {
    /**
     * The index as it is now; the caller closes it. Views stay readable when the index is closed, and one acquired of a
     * closed index shows its last state: so an index can be replaced by another while questions run.
     */
    CandidateView acquire();

    /**
     * The posts that were not removed, open or not, by rising number: to compare with the database, on the thread that
     * writes.
     *
     * @param first number, inclusive
     * @param last number, inclusive
     */
    List<RowVersion> postVersions(long first, long last);

    /** The same of seekers, active or not. */
    List<RowVersion> seekerVersions(long first, long last);

    /**
     * {@inheritDoc}
     *
     * <p>It may go back when the storage fails; what is shown stays as it was until the changes have come again.
     */
    @Override
    default long position() {
        try (CandidateView view = acquire()) {
            return view.position();
        }
    }

    /**
     * Reads all that lies on disk whole and compares it with its checksums, by any thread, beside questions and changes. What
     * is damaged while it is in use would otherwise be found when the backend happens to need it, or at the next start.
     *
     * @throws DamagedIndexException if something is damaged
     */
    void compareFiles();

    /** What this backend can do. */
    BackendFeatures features();

    @Override
    void close();
}
