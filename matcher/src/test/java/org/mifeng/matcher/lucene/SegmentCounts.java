package org.mifeng.matcher.lucene;

import org.mifeng.matcher.spi.CandidateView;

/**
 * What updates leave behind in a live index.
 *
 * @param segments that hold open posts
 * @param deleted posts in them that were replaced or closed since, and are skipped until a merge
 */
public record SegmentCounts(int segments, int deleted) {
    /**
     * Counts both.
     *
     * @param view of a {@link LuceneCandidateIndex}
     */
    public static SegmentCounts of(CandidateView view) {
        int deleted = 0;
        LuceneView lucene = (LuceneView) view;
        for (PostView segment : lucene.segments()) {
            for (int doc = 0; doc < segment.segment().posts.count; doc++) {
                deleted += segment.isLive(doc) ? 0 : 1;
            }
        }
        return new SegmentCounts(lucene.segments().size(), deleted);
    }

    /** Only the segments, which costs nothing. */
    public static int segments(CandidateView view) {
        return ((LuceneView) view).segments().size();
    }
}
