package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.util.IOUtils;
import org.mifeng.matcher.spi.RowVersion;

/**
 * What an index holds on disk, read beside whoever writes to it: its last commit, for comparing it with the rows. Nothing
 * is locked and nothing is changed. Posts and seekers are committed one after the other, so each has a position of its own.
 */
public final class CommittedIndex implements AutoCloseable {
    private final IndexStore store;
    private final DirectoryReader posts;
    private final DirectoryReader seekers;
    private final Map<String, String> postCommit;
    private final Map<String, String> seekerCommit;

    private CommittedIndex(Path directory) throws IOException {
        store = IndexStore.open(directory);
        posts = DirectoryReader.open(store.posts());
        seekers = DirectoryReader.open(store.seekers());
        postCommit = posts.getIndexCommit().getUserData();
        seekerCommit = seekers.getIndexCommit().getUserData();
    }

    /**
     * Opens the last commit.
     *
     * @throws UncheckedIOException if there is none, or it cannot be read
     */
    public static CommittedIndex open(Path directory) {
        try {
            return new CommittedIndex(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the index in " + directory, e);
        }
    }

    /** As answers name it. */
    public String generation() {
        return postCommit.getOrDefault(IndexStore.GENERATION, "");
    }

    /** The outbox position of the posts. */
    public long postPosition() {
        return Long.parseLong(postCommit.getOrDefault(IndexStore.POSITION, "0"));
    }

    /** The outbox position of the seekers. */
    public long seekerPosition() {
        return Long.parseLong(seekerCommit.getOrDefault(IndexStore.POSITION, "0"));
    }

    /** See {@link org.mifeng.matcher.spi.CandidateIndex#postVersions}. */
    public List<RowVersion> postVersions(long first, long last) {
        return versions(posts, first, last);
    }

    /** See {@link org.mifeng.matcher.spi.CandidateIndex#seekerVersions}. */
    public List<RowVersion> seekerVersions(long first, long last) {
        return versions(seekers, first, last);
    }

    private static List<RowVersion> versions(DirectoryReader reader, long first, long last) {
        try {
            return Versions.between(reader, first, last);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the index's versions failed", e);
        }
    }

    @Override
    public void close() {
        try {
            IOUtils.close(posts, seekers, store);
        } catch (IOException e) {
            throw new UncheckedIOException("closing the index failed", e);
        }
    }
}
