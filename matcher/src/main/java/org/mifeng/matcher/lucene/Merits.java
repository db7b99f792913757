package org.mifeng.matcher.lucene;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.occupation.Trade;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.Weights;

/**
 * What a segment's posts have for whoever asks, see {@link RankingModel#merit}: of each post, and the most in each
 * stretch by settlement. The best pay, the newest confirmation and the most trusted employer of a stretch are seldom one
 * post, so the most of the sum is a much closer bound than the sum of the mosts.
 *
 * <p>Rounded up to {@code float}; taken at {@link #asOf}, and freshness only falls afterwards.
 */
final class Merits {
    private static final int SETTLEMENTS = Settlement.values().length;

    final float[] ofPost;
    /** Of range i and settlement s, at {@code SETTLEMENTS * i + s}; negative infinity if it does not occur. */
    private final float[] ofRange;

    private final float[] ofBlock;
    /** Seconds since 1970: the newest confirmation. */
    final long asOf;

    Merits(RankingModel model, Weights weights, List<Trade> trades, PostSegment segment) {
        PostRows posts = segment.posts;
        asOf = IntStream.range(0, posts.count)
                .mapToLong(posts::confirmedAt)
                .max()
                .orElse(0);
        ofPost = new float[posts.count];
        for (int doc = 0; doc < posts.count; doc++) {
            ofPost[doc] = Math.nextUp((float) model.merit(
                    weights,
                    posts.fenPerHour(doc),
                    trades.get(posts.occupation(doc)).medianFenPerHour(),
                    asOf - posts.confirmedAt(doc),
                    posts.vacancyPercent(doc),
                    posts.trustPercent(doc)));
        }
        ofRange = most(posts, segment.ranges);
        ofBlock = most(posts, segment.blocks);
    }

    private float[] most(PostRows posts, PostBlocks stretches) {
        float[] most = new float[SETTLEMENTS * stretches.count()];
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < stretches.count(); i++) {
            for (int doc = stretches.from[i]; doc < stretches.from[i + 1]; doc++) {
                int at = SETTLEMENTS * i + posts.settlement(doc);
                most[at] = Math.max(most[at], ofPost[doc]);
            }
        }
        return most;
    }

    /** The most of merit and settlement together in a stretch. */
    double most(int i, boolean block, double[] settlementParts) {
        float[] ofStretch = block ? ofBlock : ofRange;
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < SETTLEMENTS; s++) {
            most = Math.max(most, ofStretch[SETTLEMENTS * i + s] + settlementParts[s]);
        }
        return most;
    }

    long bytes() {
        return (long) Float.BYTES * (ofPost.length + ofRange.length + ofBlock.length);
    }
}
