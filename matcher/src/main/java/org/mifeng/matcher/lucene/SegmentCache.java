package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;

/**
 * What was read of each segment, as long as a reader holds it.
 *
 * @param <S> what is read of one
 */
final class SegmentCache<S> {
    private final Map<IndexReader.CacheKey, S> segments = new ConcurrentHashMap<>();
    private final Source<S> source;
    private final KeptSegments<S> kept;

    SegmentCache(Source<S> source, Directory directory) {
        this.source = source;
        kept = new KeptSegments<>(directory, source);
    }

    /** Reads a segment, or a copy of what was read. */
    interface Source<S> {
        S read(LeafReader segment) throws IOException;

        /** Takes all arrays, finishes the reader, and only then makes something of them. */
        S read(ArrayReader kept) throws IOException;

        /** Writes the arrays that the other needs. */
        void write(S segment, ArrayWriter to) throws IOException;
    }

    /**
     * Reads them all.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    void read(List<LeafReaderContext> leaves) {
        try {
            for (LeafReaderContext leaf : leaves) {
                of(leaf.reader());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes from the disk what was kept of other segments than these. */
    void forgetAllBut(List<LeafReaderContext> leaves) throws IOException {
        kept.forgetAllBut(leaves);
    }

    /** Also called by a merge's thread, so that a merged segment is ready before anyone sees it. */
    S of(LeafReader reader) throws IOException {
        IndexReader.CacheHelper core = reader.getCoreCacheHelper();
        S segment = segments.get(core.getKey());
        if (segment == null) {
            segment = kept.find(reader);
            if (segment == null) {
                segment = source.read(reader);
                kept.keep(reader, segment);
            }
            if (segments.put(core.getKey(), segment) == null) {
                core.addClosedListener(segments::remove);
            }
        }
        return segment;
    }
}
