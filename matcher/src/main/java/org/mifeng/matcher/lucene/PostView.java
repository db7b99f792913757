package org.mifeng.matcher.lucene;

import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * A segment as one view sees it.
 *
 * @param segment its arrays
 * @param live which documents are not deleted; null if all are
 */
record PostView(PostSegment segment, @Nullable Bits live) {
    boolean isLive(int doc) {
        return live == null || live.get(doc);
    }
}
