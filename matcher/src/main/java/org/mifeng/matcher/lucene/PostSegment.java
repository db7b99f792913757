package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.mifeng.matcher.ranking.TextStatistics;

/** All that the walk needs of one Lucene segment, in memory and immutable. Deletes are kept apart, see {@link PostView}. */
final class PostSegment {
    final PostColumns posts;
    final PostBlocks ranges;
    final PostBlocks blocks;
    final PostTerms terms;

    PostSegment(LeafReader segment, TextStatistics statistics) throws IOException {
        posts = new PostColumns(segment);
        ranges = PostBlocks.ranges(posts);
        blocks = PostBlocks.blocks(posts, ranges);
        terms = PostTerms.read(segment, posts, ranges, statistics);
    }

    long bytes() {
        return posts.bytes() + ranges.bytes() + blocks.bytes() + terms.bytes();
    }
}
