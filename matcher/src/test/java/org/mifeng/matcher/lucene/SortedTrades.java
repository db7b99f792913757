package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/**
 * The columns of each segment and where its trades begin. The index has no term for a trade; as it is sorted by (open
 * first, trade, place), the open posts of a trade are one range of documents, which is cheaper than any posting list.
 */
final class SortedTrades {
    private final List<Leaf> leaves = new ArrayList<>();

    SortedTrades(DirectoryReader reader) throws IOException {
        for (LeafReaderContext context : reader.leaves()) {
            PostRows posts = new PostRows(context.reader());
            leaves.add(new Leaf(context, posts, PostBlocks.ranges(posts)));
        }
    }

    /** In the order of {@link LeafReaderContext#ord}. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** The open posts whose trade is as close to the wish as the predicate says, all with one score. */
    Query posts(double[] closeness, DoublePredicate wanted, float score) {
        return new RangesQuery(this, closeness, wanted, score);
    }

    /**
     * A segment.
     *
     * @param posts its open posts
     * @param trades their ranges, one for each trade
     */
    record Leaf(LeafReaderContext context, PostRows posts, PostBlocks trades) {
        /** Beginning and end of each range of a wanted trade, rising. */
        int[] ranges(double[] closeness, DoublePredicate wanted) {
            int[] ends = new int[2 * trades.count()];
            int size = 0;
            for (int i = 0; i < trades.count(); i++) {
                if (wanted.test(closeness[posts.occupation(trades.from[i])])) {
                    ends[size++] = trades.from[i];
                    ends[size++] = trades.from[i + 1];
                }
            }
            return Arrays.copyOf(ends, size);
        }
    }

    private static final class RangesQuery extends Query {
        private final SortedTrades trades;
        private final double[] closeness;
        private final DoublePredicate wanted;
        private final float score;

        RangesQuery(SortedTrades trades, double[] closeness, DoublePredicate wanted, float score) {
            this.trades = trades;
            this.closeness = closeness;
            this.wanted = wanted;
            this.score = score;
        }

        @Override
        public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
            return new ConstantScoreWeight(this, boost) {
                @Override
                public ScorerSupplier scorerSupplier(LeafReaderContext context) {
                    int[] ranges = trades.leaves.get(context.ord).ranges(closeness, wanted);
                    return ConstantScoreScorerSupplier.fromIterator(
                            new Ranges(ranges),
                            score * boost,
                            mode,
                            context.reader().maxDoc());
                }

                @Override
                public boolean isCacheable(LeafReaderContext context) {
                    return false;
                }
            };
        }

        @Override
        public void visit(QueryVisitor visitor) {
            visitor.visitLeaf(this);
        }

        @Override
        public String toString(String field) {
            return "trades^" + score;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Walks ranges of documents. */
    private static final class Ranges extends DocIdSetIterator {
        private final int[] ends;
        private int range;
        private int doc = -1;

        Ranges(int[] ends) {
            this.ends = ends;
        }

        @Override
        public int docID() {
            return doc;
        }

        @Override
        public int nextDoc() {
            return advance(doc + 1);
        }

        @Override
        public int advance(int target) {
            while (range < ends.length && ends[range + 1] <= target) {
                range += 2;
            }
            doc = range == ends.length ? NO_MORE_DOCS : Math.max(target, ends[range]);
            return doc;
        }

        @Override
        public int docIDRunEnd() {
            return ends[range + 1];
        }

        @Override
        public long cost() {
            long cost = 0;
            for (int i = 0; i < ends.length; i += 2) {
                cost += ends[i + 1] - ends[i];
            }
            return cost;
        }
    }
}
