package org.mifeng.matcher.lucene;

import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * A segment of seekers as one view sees it.
 *
 * @param segment its arrays
 * @param live which documents are not deleted; null if all are
 */
record SeekerView(SeekerSegment segment, @Nullable Bits live) {
    boolean isLive(int seeker) {
        return live == null || live.get(seeker);
    }

    int active() {
        int active = 0;
        for (int seeker = 0; seeker < segment.seekers.count; seeker++) {
            active += isLive(seeker) ? 1 : 0;
        }
        return active;
    }
}
