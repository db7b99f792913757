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

    @Override
    default long position() {
        try (CandidateView view = acquire()) {
            return view.position();
        }
    }

    /** What this backend can do. */
    BackendFeatures features();

    @Override
    void close();
}
