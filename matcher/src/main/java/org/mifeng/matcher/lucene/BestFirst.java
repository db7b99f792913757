package org.mifeng.matcher.lucene;

import java.util.Arrays;
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
    private final Scratch scratch;
    private final TopPosts top;
    private final WalkedSegment[] segments;
    /** Of the range that is being opened, by term: the blocks that have it, and the most it gives there. */
    private final int[] termBlocks;

    private final int[] termMost;

    BestFirst(RankingQuery query, List<PostView> views, Scratch scratch, TopPosts top) {
        this.query = query;
        filter = query.filter();
        byScore = query.goesByScore();
        this.scratch = scratch;
        this.top = top;
        segments = new WalkedSegment[views.size()];
        int ranges = 0;
        for (int i = 0; i < segments.length; i++) {
            segments[i] = new WalkedSegment(views.get(i), query, ranges);
            ranges += segments[i].ranges.count();
        }
        termBlocks = new int[query.terms().size()];
        termMost = new int[query.terms().size()];
        scratch.prepare(ranges, query.terms().size());
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

    /** Bounds what words give in each range, and notes the ranges that may hold what is sought. */
    private void prepare() {
        int sought = 0;
        for (WalkedSegment segment : segments) {
            for (int number : segment.numbers) {
                if (number >= 0) {
                    segment.terms.addBounds(number, scratch.rangeBounds, segment.rangesFrom);
                }
            }
            for (int range = 0; range < segment.ranges.count(); range++) {
                if (query.isSought(segment.ranges.occupation[range], scratch.rangeBounds[segment.rangesFrom + range])) {
                    scratch.sought[sought++] = range;
                }
            }
            segment.soughtTo = sought;
        }
    }

    private void pushRanges(boolean wished) {
        int next = 0;
        for (int i = 0; i < segments.length; i++) {
            WalkedSegment segment = segments[i];
            for (; next < segment.soughtTo; next++) {
                int range = scratch.sought[next];
                int occupation = segment.ranges.occupation[range];
                if (query.isWished(occupation) == wished
                        && filter.admitsOccupation(occupation)
                        && (!byScore || query.boundOfOccupation(occupation) >= top.threshold())) {
                    push(
                            segment,
                            segment.ranges,
                            range,
                            scratch.rangeBounds[segment.rangesFrom + range],
                            item(i, range));
                }
            }
        }
    }

    /** Puts a stretch into the heap unless one of its summaries says that nothing in it can be wanted. */
    private void push(WalkedSegment segment, PostBlocks stretches, int i, int bm25Milli, long item) {
        boolean block = (item & BLOCK) != 0;
        if (!query.isSought(stretches.occupation[i], bm25Milli)
                || !stretches.mayPass(i, filter)
                || !segment.mayPassEmployer(i, block)
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
                ? boundBesideWayAndMerit(segment, stretches, i, block)
                        + query.proximityPart(metres)
                        + query.textPart(bm25Milli)
                        + segment.merits.most(i, block, query.settlementParts())
                : query.key(metres, stretches.maxFenPerHour[i], stretches.newestPosted[i]);
        if (bound >= top.threshold()) {
            scratch.heap.push(bound, item);
        }
    }

    private static long item(int segmentOrOpened, int stretch) {
        return (long) segmentOrOpened << 32 | (long) stretch << 1;
    }

    private double boundBesideWayAndMerit(WalkedSegment segment, PostBlocks stretches, int i, boolean block) {
        return query.boundBesideWayAndMerit(
                stretches.occupation[i],
                query.help(stretches.welcomes[i]),
                segment.isWanted(i, block) ? 1 : query.usualHistory(),
                segment.merits.asOf);
    }

    /** Puts the blocks of a range into the heap, by what their words give at most: they are summed when one is taken. */
    private void openRange(int segmentNumber, int range) {
        WalkedSegment segment = segments[segmentNumber];
        int opened = scratch.opened.add(segmentNumber, range);
        for (int t = 0; t < termBlocks.length; t++) {
            int term = segment.numbers[t];
            int entry = term < 0 ? -1 : segment.terms.entry(term, range);
            scratch.opened.setEntry(opened, t, entry);
            termBlocks[t] = entry < 0 ? 0 : segment.terms.blocksOf(entry);
            termMost[t] = entry < 0 ? 0 : segment.terms.mostOf(term, entry);
        }
        int first = segment.firstBlock(range);
        for (int b = 0; segment.blocks.from[first + b] < segment.ranges.from[range + 1]; b++) {
            int bm25Milli = 0;
            for (int t = 0; t < termBlocks.length; t++) {
                bm25Milli += (termBlocks[t] >>> b & 1) * termMost[t];
            }
            push(segment, segment.blocks, first + b, bm25Milli, item(opened, first + b) | BLOCK);
        }
    }

    /** The text sums of a block's posts. */
    private int[] sums(int opened, WalkedSegment segment, int block) {
        int[] sums = scratch.sums;
        Arrays.fill(sums, 0);
        int b = block - segment.firstBlock(scratch.opened.range(opened));
        for (int t = 0; t < termBlocks.length; t++) {
            int entry = scratch.opened.entry(opened, t);
            if (entry >= 0 && (segment.terms.blocksOf(entry) >>> b & 1) != 0) {
                segment.terms.addBlockImpacts(segment.numbers[t], entry, b, sums);
            }
        }
        return sums;
    }

    private void scoreBlock(int opened, int block) {
        int segmentNumber = scratch.opened.segment(opened);
        WalkedSegment segment = segments[segmentNumber];
        PostRows posts = segment.posts;
        PostBlocks blocks = segment.blocks;
        int from = blocks.from[block];
        int candidates = candidates(posts, from, blocks.from[block + 1]);
        if (candidates == 0) {
            return;
        }
        int[] sums = sums(opened, segment, block);
        if (!byScore) {
            for (int left = candidates; left != 0; left &= left - 1) {
                int i = Integer.numberOfTrailingZeros(left);
                keyPost(segmentNumber, from + i, sums[i]);
            }
            return;
        }
        double[] settlementParts = query.settlementParts();
        double beside = boundBesideWayAndMerit(segment, blocks, block, true);
        double nearest = beside + query.proximityPart(blocks.metresTo(block, query.start()));
        for (int left = candidates; left != 0; left &= left - 1) {
            int i = Integer.numberOfTrailingZeros(left);
            int doc = from + i;
            double rest = segment.merits.ofPost[doc]
                    + settlementParts[PostSigns.settlement(posts.signs(doc))]
                    + query.textPart(sums[i]);
            // most posts fall here
            if (nearest + rest < top.threshold()) {
                continue;
            }
            double metres = posts.metresFrom(query.start(), doc);
            if (beside + query.proximityPart(metres) + rest >= top.threshold()) {
                scorePost(segmentNumber, doc, sums[i], metres);
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

    private void keyPost(int segment, int doc, int bm25Milli) {
        PostRows posts = segments[segment].posts;
        double metres = posts.metresFrom(query.start(), doc);
        double key = query.key(metres, posts.fenPerHour(doc), posts.details().postedSecond(doc));
        if (key >= top.threshold() && mayBeShown(segments[segment], doc, bm25Milli, metres)) {
            offer(segment, doc, bm25Milli, key);
        }
    }

    private void scorePost(int segment, int doc, int bm25Milli, double metres) {
        PostRows posts = segments[segment].posts;
        double score = query.score(posts.facts(query, doc, bm25Milli, metres));
        if (score + query.spreadWidth() >= top.threshold() && mayBeShown(segments[segment], doc, bm25Milli, metres)) {
            offer(segment, doc, bm25Milli, query.rank(score, posts.id(doc), posts.openingsLeft(doc)));
        }
    }

    /** Asked last: what the score is made of lies in one line of memory, this is all over the place. */
    private boolean mayBeShown(WalkedSegment segment, int doc, int bm25Milli, double metres) {
        PostRows posts = segment.posts;
        return posts.isLawful(doc, query)
                && posts.passes(doc, query, metres)
                && query.isSought(posts.occupation(doc), bm25Milli)
                && posts.missed(doc, filter) == 0
                && segment.isThere(doc);
    }

    private void offer(int segment, int doc, int bm25Milli, double rank) {
        PostRows posts = segments[segment].posts;
        if (rank >= top.threshold() && query.behindCursor(rank, posts.id(doc))) {
            top.offer(new TopPosts.Found(rank, posts.id(doc), posts.employer(doc), segment, doc, bm25Milli));
        }
    }
}
