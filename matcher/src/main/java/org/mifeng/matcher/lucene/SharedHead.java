package org.mifeng.matcher.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mifeng.matcher.MatchRequest;

/**
 * The best posts for the places of the head that are still free, of which one employer may have only so many (F4).
 * Streams: keeping the best of each employer, then the best of those, gives what picking from the sorted whole would.
 */
final class SharedHead {
    private final List<MatchRequest.Shown> shown;
    private final int free;
    private final List<TopPosts.Found> best = new ArrayList<>(MatchRequest.HEAD + 1);

    /**
     * @param shown what earlier pages showed of the head
     * @param limit posts on this page; 0 if nothing is shared out
     */
    SharedHead(List<MatchRequest.Shown> shown, int limit) {
        this.shown = shown;
        free = Math.min(MatchRequest.HEAD - shown.size(), limit);
    }

    /** A post must rank at least this to be wanted here. */
    double threshold() {
        if (free == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return best.size() < free ? Double.NEGATIVE_INFINITY : best.getLast().rank();
    }

    void offer(TopPosts.Found found) {
        if (found.rank() < threshold()) {
            return;
        }
        int allowed = MatchRequest.MOST_OF_ONE_EMPLOYER;
        for (MatchRequest.Shown earlier : shown) {
            allowed -= earlier.employerId() == found.employer() ? 1 : 0;
        }
        if (allowed <= 0) {
            return;
        }
        int place = Collections.binarySearch(best, found);
        best.add(-place - 1, found);
        // of this employer the worst goes if there are too many now, else the worst of all
        int surplus = best.size() - 1;
        int ofEmployer = 0;
        for (int i = 0; i < best.size(); i++) {
            if (best.get(i).employer() == found.employer() && ++ofEmployer > allowed) {
                surplus = i;
                break;
            }
        }
        if (ofEmployer > allowed || best.size() > free) {
            best.remove(surplus);
        }
    }

    /** Whether the post is in the head. */
    boolean holds(TopPosts.Found found) {
        return Collections.binarySearch(best, found) >= 0;
    }

    /** The head, best first. */
    List<TopPosts.Found> inOrder() {
        return new ArrayList<>(best);
    }
}
