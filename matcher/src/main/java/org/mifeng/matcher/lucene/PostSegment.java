package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReader;
import org.mifeng.matcher.occupation.Trade;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;

/** All that the walk needs of one Lucene segment, in memory and immutable. Deletes are kept apart, see {@link PostView}. */
final class PostSegment {
    final PostRows posts;
    final PostBlocks ranges;
    final PostBlocks blocks;
    final PostTerms terms;
    final EmployerPosts employers;

    final List<Trade> trades;
    private final Map<RankingModel, Merits[]> merits = new ConcurrentHashMap<>();

    private PostSegment(PostRows posts, PostBlocks ranges, PostTerms terms, List<Trade> trades) {
        this.posts = posts;
        this.ranges = ranges;
        this.terms = terms;
        this.trades = trades;
        blocks = PostBlocks.blocks(posts, ranges);
        employers = new EmployerPosts(posts);
        // before any query sees the segment
        merits(RankingModel.CURRENT);
    }

    /**
     * What takes longest to read is kept; blocks and merits are made again.
     *
     * @param trades of the tree
     * @param codes asked for only when words must be decoded
     */
    record Source(List<Trade> trades, Supplier<TermCodes> codes) implements SegmentCache.Source<PostSegment> {
        @Override
        public PostSegment read(LeafReader segment) throws IOException {
            PostRows posts = new PostRows(segment);
            PostBlocks ranges = PostBlocks.ranges(posts);
            return new PostSegment(posts, ranges, PostTerms.read(segment, posts, ranges, codes.get()), trades);
        }

        @Override
        public PostSegment read(ArrayReader kept) throws IOException {
            PostRows posts = new PostRows(kept);
            PostTerms terms = new PostTerms(kept);
            kept.finish();
            return new PostSegment(posts, PostBlocks.ranges(posts), terms, trades);
        }

        @Override
        public void write(PostSegment segment, ArrayWriter to) throws IOException {
            segment.posts.write(to);
            segment.terms.write(to);
        }
    }

    /** Of the model's weights for a match and for a search. */
    private Merits[] merits(RankingModel model) {
        return merits.computeIfAbsent(model, any ->
                new Merits[] {new Merits(any, any.match(), trades, this), new Merits(any, any.search(), trades, this)});
    }

    /** What the query's model and weights make of the posts. */
    Merits merits(RankingQuery query) {
        return merits(query.model())[query.request().search().isPresent() ? 1 : 0];
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

    /** The posts that say, or call themselves, what the query leaves out. */
    BitSet excluded(RankingQuery query) {
        BitSet excluded = saying(query.excludedWords());
        excluded.or(called(query.excludedNames()));
        return excluded;
    }

    /** The posts that have all terms of one of these words. */
    BitSet saying(List<List<String>> words) {
        return having(words, terms::postsWith);
    }

    /** The posts that have all terms of one of these names in the title, or twice. */
    BitSet called(List<List<String>> names) {
        return having(names, terms::postsTitled);
    }

    private static BitSet having(List<List<String>> words, Function<String, BitSet> postsOf) {
        BitSet having = new BitSet();
        words.forEach(word -> having.or(havingAll(word, postsOf)));
        return having;
    }

    private static BitSet havingAll(List<String> word, Function<String, BitSet> postsOf) {
        BitSet all = postsOf.apply(word.getFirst());
        for (int i = 1; i < word.size() && !all.isEmpty(); i++) {
            all.and(postsOf.apply(word.get(i)));
        }
        return all;
    }

    long bytes() {
        return posts.bytes()
                + ranges.bytes()
                + blocks.bytes()
                + terms.bytes()
                + employers.bytes()
                + merits.values().stream()
                        .mapToLong(both -> both[0].bytes() + both[1].bytes())
                        .sum();
    }
}
