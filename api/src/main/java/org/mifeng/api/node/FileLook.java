package org.mifeng.api.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.DamagedIndexException;

/**
 * Reads the files of the index in use whole from time to time, on another thread, so that damage is found while there is time
 * to build anew beside, not at the next start. Used by the follower's thread.
 */
final class FileLook {
    private static final Logger LOG = Logger.getLogger(FileLook.class);

    private final Matcher matcher;
    private @Nullable Looking looking;

    private record Looking(CandidateIndex at, CompletableFuture<Void> done) {}

    FileLook(Matcher matcher) {
        this.matcher = matcher;
    }

    /** Begins, unless the last look goes on. */
    void begin() {
        if (looking == null) {
            CandidateIndex index = matcher.index();
            looking = new Looking(index, CompletableFuture.runAsync(index::compareFiles));
        }
    }

    /**
     * Says what the last look found.
     *
     * @throws DamagedIndexException if it found damage in the index that is still in use
     */
    void tell() {
        Looking last = looking;
        if (last == null || !last.done().isDone()) {
            return;
        }
        looking = null;
        try {
            last.done().join();
        } catch (CompletionException e) {
            if (last.at() != matcher.index()) {
                return; // it was closed meanwhile, and is gone
            }
            if (e.getCause() instanceof DamagedIndexException damage) {
                throw damage;
            }
            LOG.warn("the files of the index could not be compared with their checksums", e.getCause());
        }
    }
}
