package org.mifeng.matcher.lucene;

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
        int[] sums = query.request().textRequired() ? segment.sums(query.terms()) : new int[0];
        PostColumns posts = segment.posts;
        for (int doc = 0; doc < posts.count; doc++) {
            if (segment.isLawful(doc, query) && view.isLive(doc) && (sums.length == 0 || sums[doc] > 0)) {
                counts[missed(posts, doc)]++;
            }
        }
    }

    private int missed(PostColumns posts, int doc) {
        boolean lifted = (posts.flags[doc] & PostFields.FLAG_LIMIT_LIFTED) != 0;
        double metres = query.start().metresTo(posts.x[doc], posts.y[doc], posts.z[doc]);
        return query.missed(
                posts.occupation[doc],
                query.wayAllowed(metres, lifted),
                query.timesFit(posts.slots[doc], (posts.flags[doc] & PostFields.FLAG_SHIFT_FIXED) != 0),
                posts.fenPerHour[doc],
                posts.settlement[doc]);
    }
}
