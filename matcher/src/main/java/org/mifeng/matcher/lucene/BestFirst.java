package org.mifeng.matcher.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.mifeng.matcher.ranking.PostFilter;
import org.mifeng.matcher.ranking.PostSigns;
import org.mifeng.matcher.ranking.RankingQuery;

/**
 * One walk for one query, see the package's description.
 *
 * <p>An item of the heap is {@code segment << 32 | range << 1} for a range still to be opened, and {@code opened << 32 |
 * block << 1 | 1} for a block of the range that was opened as number {@code opened}.
 */
final class BestFirst {
    private static final long BLOCK = 1;

    private final RankingQuery query;
    private final PostFilter filter;
    private final boolean byScore;
    private final List<PostView> segments;
    private final Scratch scratch;
    private final TopPosts top;
    private final int[] rangesFrom;
    /** Where the sought ranges of each segment end. */
    private final int[] soughtTo;

    private final int[][] terms;
    /** Of the range that is being opened, by term: the blocks that have it, and the most it gives there. */
    private final int[] termBlocks;

    private final int[] termMost;
    private final List<Merits> merits = new ArrayList<>();
    /** By segment, the ranges and blocks with posts of employers that are wanted again. */
    private final List<BitSet> wantedRanges = new ArrayList<>();

    private final List<BitSet> wantedBlocks = new ArrayList<>();
    /** By segment, the ranges and blocks with posts of the only employers that the filter lets pass. */
    private final List<BitSet> onlyRanges = new ArrayList<>();

    private final List<BitSet> onlyBlocks = new ArrayList<>();
    /** By segment, the posts that have a word to leave out. */
    private final List<BitSet> excluded = new ArrayList<>();

    BestFirst(RankingQuery query, List<PostView> segments, Scratch scratch, TopPosts top) {
        this.query = query;
        filter = query.filter();
        byScore = query.goesByScore();
        this.segments = segments;
        this.scratch = scratch;
        this.top = top;
        rangesFrom = new int[segments.size()];
        soughtTo = new int[segments.size()];
        terms = new int[segments.size()][query.terms().size()];
        termBlocks = new int[query.terms().size()];
        termMost = new int[query.terms().size()];
    }

    /** Fills {@code top}. The wished trades first: they soon tell how good a post of another trade must be. */
    void run() {
        prepare();
        pushRanges(true);
        walk();
        pushRanges(false);
        walk();
    }

    private void walk() {
        BoundHeap heap = scratch.heap;
        while (!heap.isEmpty() && heap.topBound() >= top.threshold()) {
            long item = heap.pop();
            int stretch = (int) item >>> 1;
            if ((item & BLOCK) == 0) {
                openRange((int) (item >>> 32), stretch);
            } else {
                scoreBlock((int) (item >>> 32), stretch);
            }
        }
    }

    private void prepare() {
        int ranges = 0;
        for (int i = 0; i < segments.size(); i++) {
            rangesFrom[i] = ranges;
            ranges += segments.get(i).segment().ranges.count();
        }
        scratch.prepare(ranges, query.terms().size());
        int sought = 0;
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
            for (int range = 0; range < segment.ranges.count(); range++) {
                if (query.isSought(segment.ranges.occupation[range], scratch.rangeBounds[rangesFrom[i] + range])) {
                    scratch.sought[sought++] = range;
                }
            }
            soughtTo[i] = sought;
        }
    }

    private void pushRanges(boolean wished) {
        int next = 0;
        for (int i = 0; i < segments.size(); i++) {
            PostBlocks ranges = segments.get(i).segment().ranges;
            for (; next < soughtTo[i]; next++) {
                int range = scratch.sought[next];
                int occupation = ranges.occupation[range];
                if (query.isWished(occupation) == wished
                        && filter.admitsOccupation(occupation)
                        && (!byScore || query.boundOfOccupation(occupation) >= top.threshold())) {
                    push(i, ranges, range, scratch.rangeBounds[rangesFrom[i] + range], item(i, range));
                }
            }
        }
    }

    /** Puts a stretch into the heap unless one of its summaries says that nothing in it can be wanted. */
    private void push(int segment, PostBlocks stretches, int i, int bm25Milli, long item) {
        boolean block = (item & BLOCK) != 0;
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
            scratch.heap.push(bound, item);
        }
    }

    private static long item(int segmentOrOpened, int stretch) {
        return (long) segmentOrOpened << 32 | (long) stretch << 1;
    }

    private boolean hasOnlyEmployers(int segment, int i, boolean block) {
        return filter.onlyEmployers().length == 0
                || (block ? onlyBlocks : onlyRanges).get(segment).get(i);
    }

    private double rankBound(int segment, PostBlocks stretches, int i, boolean block, double metres, int bm25Milli) {
        Merits merits = this.merits.get(segment);
        BitSet wanted = (block ? wantedBlocks : wantedRanges).get(segment);
        return query.boundBesideWayAndMerit(
                        stretches.occupation[i],
                        query.help(stretches.welcomes[i]),
                        wanted.get(i) ? 1 : query.usualHistory(),
                        merits.asOf)
                + query.proximityPart(metres)
                + query.textPart(bm25Milli)
                + Merits.most(block ? merits.ofBlock : merits.ofRange, i, query.settlementParts());
    }

    /** Puts the blocks of a range into the heap, by what their words give at most: they are summed when one is taken. */
    private void openRange(int segmentNumber, int range) {
        PostSegment segment = segments.get(segmentNumber).segment();
        int opened = scratch.opened.add(segmentNumber, range);
        for (int t = 0; t < termBlocks.length; t++) {
            int term = terms[segmentNumber][t];
            int entry = term < 0 ? -1 : segment.terms.entry(term, range);
            scratch.opened.setEntry(opened, t, entry);
            termBlocks[t] = entry < 0 ? 0 : segment.terms.blocksOf(entry);
            termMost[t] = entry < 0 ? 0 : segment.terms.mostOf(term, entry);
        }
        int first = segment.firstBlock[range];
        for (int b = 0; segment.blocks.from[first + b] < segment.ranges.from[range + 1]; b++) {
            int bm25Milli = 0;
            for (int t = 0; t < termBlocks.length; t++) {
                bm25Milli += (termBlocks[t] >>> b & 1) * termMost[t];
            }
            push(segmentNumber, segment.blocks, first + b, bm25Milli, item(opened, first + b) | BLOCK);
        }
    }

    /** The text sums of a block's posts. */
    private int[] sums(int opened, PostSegment segment, int block) {
        int[] sums = scratch.sums;
        Arrays.fill(sums, 0);
        int b = block - segment.firstBlock[scratch.opened.range(opened)];
        for (int t = 0; t < termBlocks.length; t++) {
            int entry = scratch.opened.entry(opened, t);
            if (entry >= 0 && (segment.terms.blocksOf(entry) >>> b & 1) != 0) {
                segment.terms.addBlockImpacts(terms[scratch.opened.segment(opened)][t], entry, b, sums);
            }
        }
        return sums;
    }

    private void scoreBlock(int opened, int block) {
        int segmentNumber = scratch.opened.segment(opened);
        PostView view = segments.get(segmentNumber);
        PostRows posts = view.segment().posts;
        PostBlocks blocks = view.segment().blocks;
        int from = blocks.from[block];
        int candidates = candidates(posts, from, blocks.from[block + 1]);
        if (candidates == 0) {
            return;
        }
        int[] sums = sums(opened, view.segment(), block);
        if (!byScore) {
            for (int left = candidates; left != 0; left &= left - 1) {
                int i = Integer.numberOfTrailingZeros(left);
                keyPost(segmentNumber, view, from + i, sums[i]);
            }
            return;
        }
        Merits merits = this.merits.get(segmentNumber);
        double[] settlementParts = query.settlementParts();
        double beside = query.boundBesideWayAndMerit(
                blocks.occupation[block],
                query.help(blocks.welcomes[block]),
                wantedBlocks.get(segmentNumber).get(block) ? 1 : query.usualHistory(),
                merits.asOf);
        double nearest = beside + query.proximityPart(blocks.metresTo(block, query.start()));
        for (int left = candidates; left != 0; left &= left - 1) {
            int i = Integer.numberOfTrailingZeros(left);
            int doc = from + i;
            double rest = merits.ofPost[doc]
                    + settlementParts[PostSigns.settlement(posts.signs(doc))]
                    + query.textPart(sums[i]);
            // most posts fall here
            if (nearest + rest < top.threshold()) {
                continue;
            }
            double metres = posts.metresFrom(query.start(), doc);
            if (beside + query.proximityPart(metres) + rest >= top.threshold()) {
                scorePost(segmentNumber, view, doc, sums[i], metres);
            }
        }
    }

    /** Bit i: the i-th of the posts may pass the filter. */
    private int candidates(PostRows posts, int from, int to) {
        int candidates = 0;
        for (int doc = from; doc < to; doc++) {
            candidates |= (filter.mayPass(posts.signs(doc)) ? 1 : 0) << (doc - from);
        }
        return candidates;
    }

    private void keyPost(int segmentNumber, PostView view, int doc, int bm25Milli) {
        PostRows posts = view.segment().posts;
        double metres = posts.metresFrom(query.start(), doc);
        double key = query.key(metres, posts.fenPerHour(doc), posts.details().postedSecond(doc));
        if (key >= top.threshold() && mayBeShown(segmentNumber, view, doc, bm25Milli, metres)) {
            offer(segmentNumber, posts, doc, bm25Milli, key);
        }
    }

    private void scorePost(int segmentNumber, PostView view, int doc, int bm25Milli, double metres) {
        PostRows posts = view.segment().posts;
        double score = query.score(posts.facts(query, doc, bm25Milli, metres));
        if (score + query.spreadWidth() >= top.threshold() && mayBeShown(segmentNumber, view, doc, bm25Milli, metres)) {
            offer(segmentNumber, posts, doc, bm25Milli, query.rank(score, posts.id(doc), posts.openingsLeft(doc)));
        }
    }

    /** Asked last: what the score is made of lies in one line of memory, this is all over the place. */
    private boolean mayBeShown(int segmentNumber, PostView view, int doc, int bm25Milli, double metres) {
        PostRows posts = view.segment().posts;
        return posts.isLawful(doc, query)
                && posts.passes(doc, query, metres)
                && query.isSought(posts.occupation(doc), bm25Milli)
                && posts.missed(doc, filter) == 0
                && !excluded.get(segmentNumber).get(doc)
                && view.isLive(doc);
    }

    private void offer(int segmentNumber, PostRows posts, int doc, int bm25Milli, double rank) {
        if (rank >= top.threshold() && query.behindCursor(rank, posts.id(doc))) {
            top.offer(new TopPosts.Found(rank, posts.id(doc), posts.employer(doc), segmentNumber, doc, bm25Milli));
        }
    }
}
