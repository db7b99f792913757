package org.mifeng.matcher.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.mifeng.matcher.ranking.PostFilter;
import org.mifeng.matcher.ranking.RankingQuery;

/**
 * One walk for one query, see the package's description.
 *
 * <p>An item of the heap is {@code segment << 32 | stretch << 1 | opened}: a range still to be opened, or a block of an
 * opened one.
 */
final class BestFirst {
    private static final long OPENED = 1;

    private final RankingQuery query;
    private final PostFilter filter;
    private final boolean byScore;
    private final List<PostView> segments;
    private final Scratch scratch;
    private final TopPosts top;
    private final int[] sumsFrom;
    private final int[] rangesFrom;
    private final int[][] terms;
    private final List<Merits> merits = new ArrayList<>();
    /** By segment, the ranges and blocks with posts of employers that are wanted again. */
    private final List<BitSet> wantedRanges = new ArrayList<>();

    private final List<BitSet> wantedBlocks = new ArrayList<>();
    /** By segment, the ranges and blocks with posts of the only employers that the filter lets pass. */
    private final List<BitSet> onlyRanges = new ArrayList<>();

    private final List<BitSet> onlyBlocks = new ArrayList<>();
    /** By segment, the posts that have a word to leave out. */
    private final List<BitSet> excluded = new ArrayList<>();
    /** Ranges with sums to clean: {@code segment << 32 | range}. */
    private long[] openedRanges = new long[16];

    private int opened;

    BestFirst(RankingQuery query, List<PostView> segments, Scratch scratch, TopPosts top) {
        this.query = query;
        filter = query.filter();
        byScore = query.goesByScore();
        this.segments = segments;
        this.scratch = scratch;
        this.top = top;
        sumsFrom = new int[segments.size()];
        rangesFrom = new int[segments.size()];
        terms = new int[segments.size()][query.terms().size()];
    }

    /** Fills {@code top}. The wished trades first: they soon tell how good a post of another trade must be. */
    void run() {
        prepare();
        if (byScore) {
            pushRanges(query::isWished);
            walk();
            pushRanges(occupation -> !query.isWished(occupation));
        } else {
            pushRanges(any -> true);
        }
        walk();
    }

    private void walk() {
        BoundHeap heap = scratch.heap;
        while (!heap.isEmpty() && heap.topBound() >= top.threshold()) {
            long item = heap.pop();
            int segment = (int) (item >>> 32);
            int stretch = (int) item >>> 1;
            if ((item & OPENED) == 0) {
                openRange(segment, stretch);
            } else {
                scoreBlock(segment, stretch);
            }
        }
    }

    private void prepare() {
        int posts = 0;
        int ranges = 0;
        for (int i = 0; i < segments.size(); i++) {
            sumsFrom[i] = posts;
            rangesFrom[i] = ranges;
            posts += segments.get(i).segment().posts.count;
            ranges += segments.get(i).segment().ranges.count();
        }
        scratch.prepare(posts, ranges);
        for (int i = 0; i < segments.size(); i++) {
            PostSegment segment = segments.get(i).segment();
            merits.add(segment.merits(query));
            excluded.add(segment.excluded(query));
            onlyRanges.add(segment.employers.stretchesOf(filter.onlyEmployers(), segment.ranges));
            onlyBlocks.add(segment.employers.stretchesOf(filter.onlyEmployers(), segment.blocks));
            wantedRanges.add(segment.employers.stretchesOf(query.wantedEmployers(), segment.ranges));
            wantedBlocks.add(segment.employers.stretchesOf(query.wantedEmployers(), segment.blocks));
            for (int t = 0; t < query.terms().size(); t++) {
                terms[i][t] = segment.terms.find(query.terms().get(t));
                if (terms[i][t] >= 0) {
                    segment.terms.addBounds(terms[i][t], scratch.rangeBounds, rangesFrom[i]);
                }
            }
        }
    }

    private void pushRanges(IntPredicate occupations) {
        for (int i = 0; i < segments.size(); i++) {
            PostSegment segment = segments.get(i).segment();
            for (int range = 0; range < segment.ranges.count(); range++) {
                int occupation = segment.ranges.occupation[range];
                if (occupations.test(occupation)
                        && filter.admitsOccupation(occupation)
                        && (!byScore || query.boundOfOccupation(occupation) >= top.threshold())) {
                    push(i, segment.ranges, range, scratch.rangeBounds[rangesFrom[i] + range], 0);
                }
            }
        }
    }

    /** Puts a stretch into the heap unless one of its summaries says that nothing in it can be wanted. */
    private void push(int segment, PostBlocks stretches, int i, int bm25Milli, long opened) {
        boolean block = opened == OPENED;
        if (!query.isSought(stretches.occupation[i], bm25Milli)
                || !stretches.mayPass(i, filter)
                || !hasOnlyEmployers(segment, i, block)
                || !query.holds(stretches.certificatesOfAll[i])
                || !query.payAllowed(stretches.maxFenPerHour[i])
                || !query.timesFit(stretches.slots[i], false)
                || stretches.maxValidUntil[i] <= query.nowSecond()) {
            return;
        }
        double metres = stretches.metresTo(i, query.start());
        if (!query.wayAllowed(metres, stretches.limitLifted[i])) {
            return;
        }
        double bound = byScore
                ? rankBound(segment, stretches, i, block, metres, bm25Milli)
                : query.key(metres, stretches.maxFenPerHour[i], stretches.newestPosted[i]);
        if (bound >= top.threshold()) {
            scratch.heap.push(bound, (long) segment << 32 | (long) i << 1 | opened);
        }
    }

    private boolean hasOnlyEmployers(int segment, int i, boolean block) {
        return filter.onlyEmployers().length == 0
                || (block ? onlyBlocks : onlyRanges).get(segment).get(i);
    }

    private double rankBound(int segment, PostBlocks stretches, int i, boolean block, double metres, int bm25Milli) {
        Merits merits = this.merits.get(segment);
        BitSet wanted = (block ? wantedBlocks : wantedRanges).get(segment);
        return query.boundBesideMerit(
                        stretches.occupation[i],
                        metres,
                        query.help(stretches.welcomes[i]),
                        wanted.get(i) ? 1 : query.usualHistory(),
                        merits.asOf)
                + query.textPart(bm25Milli)
                + Merits.most(block ? merits.ofBlock : merits.ofRange, i, query.settlementParts());
    }

    private void openRange(int segmentNumber, int range) {
        PostSegment segment = segments.get(segmentNumber).segment();
        boolean hasWords = false;
        for (int term : terms[segmentNumber]) {
            hasWords |= term >= 0 && segment.terms.addImpacts(term, range, scratch.sums, sumsFrom[segmentNumber]);
        }
        if (hasWords) {
            toClean(segmentNumber, range);
        }
        int block = Arrays.binarySearch(segment.blocks.from, segment.ranges.from[range]);
        for (int to = segment.ranges.from[range + 1]; segment.blocks.from[block] < to; block++) {
            int bm25Milli = hasWords ? maxSum(segmentNumber, segment.blocks, block) : 0;
            push(segmentNumber, segment.blocks, block, bm25Milli, OPENED);
        }
    }

    private void toClean(int segment, int range) {
        if (opened == openedRanges.length) {
            openedRanges = Arrays.copyOf(openedRanges, opened * 2);
        }
        openedRanges[opened++] = (long) segment << 32 | range;
    }

    private int maxSum(int segment, PostBlocks blocks, int block) {
        int max = 0;
        for (int doc = blocks.from[block]; doc < blocks.from[block + 1]; doc++) {
            max = Math.max(max, scratch.sums[sumsFrom[segment] + doc]);
        }
        return max;
    }

    private void scoreBlock(int segmentNumber, int block) {
        PostView view = segments.get(segmentNumber);
        PostRows posts = view.segment().posts;
        PostBlocks blocks = view.segment().blocks;
        if (!byScore) {
            for (int doc = blocks.from[block]; doc < blocks.from[block + 1]; doc++) {
                scorePost(segmentNumber, view, doc, scratch.sums[sumsFrom[segmentNumber] + doc]);
            }
            return;
        }
        Merits merits = this.merits.get(segmentNumber);
        double[] settlementParts = query.settlementParts();
        double beside = query.boundBesideMerit(
                blocks.occupation[block],
                blocks.metresTo(block, query.start()),
                query.help(blocks.welcomes[block]),
                wantedBlocks.get(segmentNumber).get(block) ? 1 : query.usualHistory(),
                merits.asOf);
        for (int doc = blocks.from[block]; doc < blocks.from[block + 1]; doc++) {
            int bm25Milli = scratch.sums[sumsFrom[segmentNumber] + doc];
            // most posts fall here
            if (beside + merits.ofPost[doc] + settlementParts[posts.settlement(doc)] + query.textPart(bm25Milli)
                    >= top.threshold()) {
                scorePost(segmentNumber, view, doc, bm25Milli);
            }
        }
    }

    private void scorePost(int segmentNumber, PostView view, int doc, int bm25Milli) {
        PostRows posts = view.segment().posts;
        double metres = posts.metresFrom(query.start(), doc);
        if (!posts.isLawful(doc, query)
                || !posts.passes(doc, query, metres)
                || !query.isSought(posts.occupation(doc), bm25Milli)
                || posts.missed(doc, filter) != 0
                || excluded.get(segmentNumber).get(doc)
                || !view.isLive(doc)) {
            return;
        }
        if (!byScore) {
            double key =
                    query.key(metres, posts.fenPerHour(doc), posts.details().postedSecond(doc));
            offer(segmentNumber, posts, doc, bm25Milli, key);
            return;
        }
        double score = query.score(posts.facts(query, doc, bm25Milli, metres));
        if (score + query.spreadWidth() < top.threshold()) {
            return;
        }
        offer(segmentNumber, posts, doc, bm25Milli, query.rank(score, posts.id(doc), posts.openingsLeft(doc)));
    }

    private void offer(int segmentNumber, PostRows posts, int doc, int bm25Milli, double rank) {
        if (rank >= top.threshold() && query.behindCursor(rank, posts.id(doc))) {
            top.offer(new TopPosts.Found(rank, posts.id(doc), posts.employer(doc), segmentNumber, doc, bm25Milli));
        }
    }

    /** Gives the sums back as they were: zero. */
    void clean() {
        for (int i = 0; i < opened; i++) {
            PostBlocks ranges = segments.get((int) (openedRanges[i] >>> 32)).segment().ranges;
            int range = (int) openedRanges[i];
            int from = sumsFrom[(int) (openedRanges[i] >>> 32)];
            Arrays.fill(scratch.sums, from + ranges.from[range], from + ranges.from[range + 1], 0);
        }
    }
}
