package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.ranking.TextStatistics;

/** All that the walk needs of one Lucene segment, in memory and immutable. Deletes are kept apart, see {@link PostView}. */
final class PostSegment {
    final PostColumns posts;
    final PostBlocks ranges;
    final PostBlocks blocks;
    final PostTerms terms;
    final EmployerPosts employers;

    PostSegment(LeafReader segment, TextStatistics statistics) throws IOException {
        posts = new PostColumns(segment);
        ranges = PostBlocks.ranges(posts);
        blocks = PostBlocks.blocks(posts, ranges);
        terms = PostTerms.read(segment, posts, ranges, statistics);
        employers = new EmployerPosts(posts);
    }

    /** Whether the post may be shown to this person at all, whatever the wish: rules P13, P20, P21, P24 and blocks. */
    boolean isLawful(int doc, RankingQuery query) {
        int ages = posts.ages[doc];
        return posts.validUntil[doc] > query.nowSecond()
                && query.holds(posts.certificates[doc])
                && !query.blocked(posts.employer[doc])
                && query.ageAllowed(
                        ages & 0xFF, ages >>> 8, (posts.flags[doc] & PostFields.FLAG_HAZARDOUS_OR_UNKNOWN) != 0);
    }

    /** The text sum of every post, thousandths. */
    int[] sums(List<String> query) {
        int[] sums = new int[posts.count];
        for (String text : query) {
            int term = terms.find(text);
            for (int range = 0; term >= 0 && range < ranges.count(); range++) {
                terms.addImpacts(term, range, sums, 0);
            }
        }
        return sums;
    }

    long bytes() {
        return posts.bytes() + ranges.bytes() + blocks.bytes() + terms.bytes() + employers.bytes();
    }
}
