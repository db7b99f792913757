package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.index.LeafReader;
import org.mifeng.matcher.occupation.Trade;
import org.mifeng.matcher.ranking.ExcludedTerms;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;

/** All that the walk needs of one Lucene segment, in memory and immutable. Deletes are kept apart, see {@link PostView}. */
final class PostSegment {
    final PostRows posts;
    final PostBlocks ranges;
    final PostBlocks blocks;
    final PostTerms terms;
    final EmployerPosts employers;
    /** The first block of each range. */
    final int[] firstBlock;

    final List<Trade> trades;
    /** For the model in use: to look it up among others by its dozens of numbers takes longer than a small walk. */
    private final Merits[] merits;

    private final Map<RankingModel, Merits[]> meritsOfOthers = new ConcurrentHashMap<>();

    private PostSegment(PostRows posts, PostBlocks ranges, PostTerms terms, List<Trade> trades) {
        this.posts = posts;
        this.ranges = ranges;
        this.terms = terms;
        this.trades = trades;
        blocks = PostBlocks.blocks(posts, ranges);
        firstBlock = new int[ranges.count()];
        for (int range = 0; range < firstBlock.length; range++) {
            firstBlock[range] = Arrays.binarySearch(blocks.from, ranges.from[range]);
        }
        employers = new EmployerPosts(posts);
        merits = merits(RankingModel.CURRENT);
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
            PostBlocks ranges = PostBlocks.ranges(posts);
            PostTerms terms = new PostTerms(kept, ranges);
            kept.finish();
            return new PostSegment(posts, ranges, terms, trades);
        }

        @Override
        public void write(PostSegment segment, ArrayWriter to) throws IOException {
            segment.posts.write(to);
            segment.terms.write(to);
        }
    }

    /** Of the model's weights for a match and for a search. */
    private Merits[] merits(RankingModel model) {
        return new Merits[] {
            new Merits(model, model.match(), trades, this), new Merits(model, model.search(), trades, this)
        };
    }

    /** What the query's model and weights make of the posts. */
    Merits merits(RankingQuery query) {
        RankingModel model = query.model();
        Merits[] both =
                RankingModel.CURRENT.equals(model) ? merits : meritsOfOthers.computeIfAbsent(model, this::merits);
        return both[query.request().search().isPresent() ? 1 : 0];
    }

    /** The text sum of every post, thousandths. */
    int[] sums(List<String> query) {
        int[] sums = new int[posts.count];
        for (String text : query) {
            int term = terms.find(text);
            if (term >= 0) {
                terms.addImpacts(term, sums);
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
        BitSet saying = new BitSet();
        words.forEach(word -> saying.or(havingAll(word, terms::postsWith)));
        return saying;
    }

    /** The posts that go by one of these names. */
    BitSet called(List<ExcludedTerms> names) {
        BitSet called = new BitSet();
        names.forEach(name -> {
            BitSet titled =
                    name.words().isEmpty() ? havingAll(name.pairs(), terms::postsTitled) : havingTwo(name.words());
            for (List<String> denial : name.denials()) {
                titled.andNot(havingAll(denial, terms::postsTitled));
            }
            called.or(titled);
        });
        return called;
    }

    /** The posts that have one of these words in the title, or that and another, or one of them twice. */
    private BitSet havingTwo(List<String> words) {
        BitSet once = new BitSet();
        BitSet twice = new BitSet();
        for (String word : words) {
            BitSet with = terms.postsWith(word);
            twice.or(terms.postsTitled(word));
            with.stream().filter(once::get).forEach(twice::set);
            once.or(with);
        }
        return twice;
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
                + merits[0].bytes()
                + merits[1].bytes();
    }
}
