package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;

/**
 * What the last commit on disk holds, read beside the process that writes it, by Lucene alone.
 *
 * @param position in the outbox that all of it reaches to
 * @param posts versions by number, without the removed
 * @param seekers the same
 */
public record IndexedVersions(long position, Map<Long, Long> posts, Map<Long, Long> seekers) {
    /** Reads both parts; empty if a part has no commit. */
    public static Optional<IndexedVersions> read(Path index) throws IOException {
        try (Directory posts = FSDirectory.open(index.resolve("posts"));
                Directory seekers = FSDirectory.open(index.resolve("seekers"))) {
            if (!DirectoryReader.indexExists(posts) || !DirectoryReader.indexExists(seekers)) {
                return Optional.empty();
            }
            long position = Math.min(position(posts), position(seekers));
            return Optional.of(new IndexedVersions(position, versions(posts), versions(seekers)));
        }
    }

    private static long position(Directory directory) throws IOException {
        return Long.parseLong(
                SegmentInfos.readLatestCommit(directory).getUserData().get(IndexStore.POSITION));
    }

    private static Map<Long, Long> versions(Directory directory) throws IOException {
        Map<Long, Long> found = new TreeMap<>();
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                NumericDocValues ids = leaf.reader().getNumericDocValues(PostFields.ID);
                NumericDocValues versions = leaf.reader().getNumericDocValues(PostFields.VERSION);
                NumericDocValues states = leaf.reader().getNumericDocValues(PostFields.STATE);
                Bits live = leaf.reader().getLiveDocs();
                for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
                    if ((live == null || live.get(doc))
                            && versions.advanceExact(doc)
                            && !(states != null && states.advanceExact(doc) && states.longValue() == PostFields.REMOVED)
                            && found.put(ids.longValue(), versions.longValue()) != null) {
                        throw new IOException(ids.longValue() + " is in the index twice");
                    }
                }
            }
        }
        return found;
    }
}
