package org.mifeng.matcher.lucene;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.ranking.PostFilter;
import org.mifeng.matcher.ranking.RankingQuery;

/** The trades of which a search finds at least one post: of each trade it looks no further than to the first. */
final class FoundTrades {
    private final RankingQuery query;
    private final PostFilter filter;
    private final Set<OccupationCode> found = new HashSet<>();

    private FoundTrades(RankingQuery query) {
        this.query = query;
        filter = query.filter();
    }

    static Set<OccupationCode> of(RankingQuery query, List<PostView> views) {
        FoundTrades trades = new FoundTrades(query);
        views.forEach(trades::look);
        return trades.found;
    }

    private void look(PostView view) {
        PostSegment segment = view.segment();
        BitSet excluded = segment.excluded(query);
        int[] sums = query.terms().isEmpty() ? new int[0] : segment.sums(query.terms());
        PostBlocks ranges = segment.ranges;
        for (int range = 0; range < ranges.count(); range++) {
            int occupation = ranges.occupation[range];
            OccupationCode trade = segment.trades.get(occupation).code();
            if (filter.admitsOccupation(occupation)
                    && !found.contains(trade)
                    && mayHold(ranges, range)
                    && isIn(view, range, excluded, sums)) {
                found.add(trade);
            }
        }
    }

    private boolean mayHold(PostBlocks stretches, int i) {
        return stretches.mayPass(i, filter)
                && query.wayAllowed(stretches.metresTo(i, query.start()), stretches.limitLifted[i])
                && stretches.maxValidUntil[i] > query.nowSecond();
    }

    private boolean isIn(PostView view, int range, BitSet excluded, int[] sums) {
        PostSegment segment = view.segment();
        PostBlocks blocks = segment.blocks;
        int to = segment.ranges.from[range + 1];
        for (int block = Arrays.binarySearch(blocks.from, segment.ranges.from[range]);
                blocks.from[block] < to;
                block++) {
            if (mayHold(blocks, block)) {
                for (int doc = blocks.from[block]; doc < blocks.from[block + 1]; doc++) {
                    if (isFound(view, doc, sums.length == 0 ? 0 : sums[doc]) && !excluded.get(doc)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isFound(PostView view, int doc, int bm25Milli) {
        PostRows posts = view.segment().posts;
        return query.isSought(posts.occupation(doc), bm25Milli)
                && posts.missed(doc, filter) == 0
                && posts.isLawful(doc, query)
                && posts.passes(doc, query, posts.metresFrom(query.start(), doc))
                && view.isLive(doc);
    }
}
