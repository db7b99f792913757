package org.mifeng.matcher.lucene;

import java.util.BitSet;
import java.util.List;
import org.mifeng.matcher.Relaxation;
import org.mifeng.matcher.ranking.RankingQuery;

/** Counts the lawful posts by the wishes they miss. Looks at every post: asked for once in a while, not for each list. */
final class MissedWishes {
    private final RankingQuery query;
    private final int[] counts = new int[1 << Relaxation.values().length];

    private MissedWishes(RankingQuery query) {
        this.query = query;
    }

    static int[] count(RankingQuery query, List<PostView> views) {
        MissedWishes missed = new MissedWishes(query);
        views.forEach(missed::count);
        return missed.counts;
    }

    private void count(PostView view) {
        PostSegment segment = view.segment();
        int[] sums = query.request().search().isPresent() ? segment.sums(query.terms()) : new int[0];
        BitSet excluded = segment.excluded(query);
        PostRows posts = segment.posts;
        for (int doc = 0; doc < posts.count; doc++) {
            if (posts.isLawful(doc, query)
                    && view.isLive(doc)
                    && query.isSought(posts.occupation(doc), sums.length == 0 ? 0 : sums[doc])
                    && posts.missed(doc, query.filter()) == 0
                    && !excluded.get(doc)) {
                counts[missed(posts, doc)]++;
            }
        }
    }

    private int missed(PostRows posts, int doc) {
        return query.missed(
                posts.occupation(doc),
                query.wayAllowed(posts.metresFrom(query.start(), doc), posts.limitLifted(doc)),
                query.timesFit(posts.slots(doc), posts.shiftFixed(doc)),
                posts.fenPerHour(doc),
                posts.settlement(doc));
    }
}
