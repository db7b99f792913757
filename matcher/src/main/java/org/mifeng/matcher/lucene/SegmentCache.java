package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * What was read of each segment, as long as a reader holds it.
 *
 * @param <S> what is read of one
 */
final class SegmentCache<S> {
    private final Map<IndexReader.CacheKey, S> segments = new ConcurrentHashMap<>();
    private final Source<S> source;

    SegmentCache(Source<S> source) {
        this.source = source;
    }

    /** Reads a segment. */
    interface Source<S> {
        S read(LeafReader segment) throws IOException;
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

    /** Also called by a merge's thread, so that a merged segment is ready before anyone sees it. */
    S of(LeafReader reader) throws IOException {
        IndexReader.CacheHelper core = reader.getCoreCacheHelper();
        S segment = segments.get(core.getKey());
        if (segment == null) {
            segment = source.read(reader);
            if (segments.put(core.getKey(), segment) == null) {
                core.addClosedListener(segments::remove);
            }
        }
        return segment;
    }
}
