package org.mifeng.matcher.lucene;

import java.util.List;
import java.util.Queue;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.spi.SeekerCandidate;

/**
 * The seekers' half of the index at one moment.
 *
 * @param segments those that hold active seekers
 * @param seekers how many seekers, inactive ones and tombstones too
 * @param idle scratch memory shared by all views
 */
record SeekersView(List<SeekerView> segments, int seekers, Queue<SeekerScratch> idle) {
    List<SeekerCandidate> best(SeekerQuery query) {
        if (query.forbidden()) {
            return List.of();
        }
        SeekerScratch scratch = idle.poll();
        if (scratch == null) {
            scratch = new SeekerScratch();
        }
        TopSeekers top = new TopSeekers(query);
        SeekerWalk walk = new SeekerWalk(query, segments, scratch, top);
        walk.run();
        // only a walk that ended well gives its memory back, for only then is it known to be clean
        walk.clean();
        idle.offer(scratch);
        return top.candidates();
    }

    int active() {
        return segments.stream().mapToInt(SeekerView::active).sum();
    }

    long bytes() {
        return segments.stream().mapToLong(view -> view.segment().bytes()).sum();
    }
}
