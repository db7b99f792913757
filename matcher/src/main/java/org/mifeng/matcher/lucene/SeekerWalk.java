package org.mifeng.matcher.lucene;

import java.util.Arrays;
import java.util.List;
import org.mifeng.matcher.ranking.SeekerFacts;
import org.mifeng.matcher.ranking.SeekerQuery;

/**
 * One walk over the seekers for one post: {@link BestFirst} turned round. An item of the heap is {@code segment << 32 |
 * stretch << 1 | opened}: a range still to be opened, or a block of an opened one.
 *
 * <p>The text bound of every stretch is that of a seeker who has all of the post's words that any seeker has. It is
 * loose, but the part saturates; what it saves is summing words for those who are not looked at.
 */
final class SeekerWalk {
    private static final long OPENED = 1;

    private final SeekerQuery query;
    private final List<SeekerView> segments;
    private final SeekerScratch scratch;
    private final TopSeekers top;
    /** By segment, where the impacts of its terms begin. */
    private final int[] impactsFrom;
    /** By segment, the sum of the impacts of all words that any seeker of it has. */
    private final int[] mostMilli;

    private final NumberedEntries.Found[] wanted;
    private final NumberedEntries.Found[] blocked;
    private final NumberedEntries.Found[] dismissed;

    SeekerWalk(SeekerQuery query, List<SeekerView> segments, SeekerScratch scratch, TopSeekers top) {
        this.query = query;
        this.segments = segments;
        this.scratch = scratch;
        this.top = top;
        impactsFrom = new int[segments.size()];
        mostMilli = new int[segments.size()];
        wanted = new NumberedEntries.Found[segments.size()];
        blocked = new NumberedEntries.Found[segments.size()];
        dismissed = new NumberedEntries.Found[segments.size()];
    }

    /** Fills {@code top}. */
    void run() {
        spreadImpacts(false);
        pushRanges();
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

    /** Gives the impacts back as they were: zero. */
    void clean() {
        spreadImpacts(true);
    }

    private void spreadImpacts(boolean cleaning) {
        int terms = 0;
        for (int i = 0; i < segments.size(); i++) {
            impactsFrom[i] = terms;
            terms += segments.get(i).segment().terms.count();
        }
        scratch.prepare(terms);
        for (int i = 0; i < segments.size(); i++) {
            SeekerTerms known = segments.get(i).segment().terms;
            for (int t = 0; t < query.terms().size(); t++) {
                int term = known.find(query.terms().get(t));
                if (term >= 0) {
                    scratch.impacts[impactsFrom[i] + term] = cleaning ? 0 : query.impactMilli(t);
                    mostMilli[i] += query.impactMilli(t);
                }
            }
        }
    }

    private void pushRanges() {
        long employer = query.request().post().employerId();
        for (int i = 0; i < segments.size(); i++) {
            SeekerSegment segment = segments.get(i).segment();
            wanted[i] = segment.wanted.of(employer);
            blocked[i] = segment.blocked.of(employer);
            dismissed[i] = segment.dismissed.of(query.request().post().id());
            for (int range = 0; range < segment.ranges.count(); range++) {
                push(i, segment.ranges, range, 0);
            }
        }
    }

    /** Puts a stretch into the heap unless one of its summaries says that nobody in it can be wanted. */
    private void push(int segmentNumber, SeekerBlocks stretches, int i, long opened) {
        if (!query.holds(stretches.certificatesOfAny[i])
                || !query.payAllowed(stretches.minMustFloor[i])
                || !query.timesFit(stretches.slots[i])) {
            return;
        }
        double metres = stretches.metresTo(i, query.place());
        if (!query.wayAllowed(metres, stretches.maxDistance[i])) {
            return;
        }
        SeekerEntries entries = segments.get(segmentNumber).segment().entries;
        int range = stretches.range[i];
        boolean anyWants = wanted[segmentNumber].anyIn(stretches.from[i], stretches.from[i + 1]);
        double bound = query.score(new SeekerFacts(
                query.closeness(entries.rangeWish[range]),
                mostMilli[segmentNumber],
                metres,
                entries.rangeHalfMetres[range],
                stretches.minFloor[i],
                query.time(stretches.slots[i]),
                query.settled(stretches.settlements[i]),
                query.help(stretches.helpGroups[i]),
                query.history(false, anyWants)));
        if (bound >= top.threshold()) {
            scratch.heap.push(bound, (long) segmentNumber << 32 | (long) i << 1 | opened);
        }
    }

    private void openRange(int segmentNumber, int range) {
        SeekerSegment segment = segments.get(segmentNumber).segment();
        int block = Arrays.binarySearch(segment.blocks.from, segment.ranges.from[range]);
        for (int to = segment.ranges.from[range + 1]; segment.blocks.from[block] < to; block++) {
            push(segmentNumber, segment.blocks, block, OPENED);
        }
    }

    private void scoreBlock(int segmentNumber, int block) {
        SeekerView view = segments.get(segmentNumber);
        SeekerSegment segment = view.segment();
        SeekerEntries entries = segment.entries;
        SeekerRows seekers = segment.seekers;
        int range = segment.blocks.range[block];
        int most = mostMilli[segmentNumber];
        for (int entry = segment.blocks.from[block]; entry < segment.blocks.from[block + 1]; entry++) {
            double metres = query.place().metresTo(entries.x[entry], entries.y[entry], entries.z[entry]);
            double history = query.history(dismissed[segmentNumber].has(entry), wanted[segmentNumber].has(entry));
            // a bound without the words: most fall here
            if (query.score(entries.facts(query, range, entry, most, metres, history)) < top.threshold()
                    || !passes(segmentNumber, range, entry, metres)) {
                continue;
            }
            int seeker = entries.seeker[entry];
            int bm25Milli = segment.terms.sum(seeker, scratch.impacts, impactsFrom[segmentNumber]);
            SeekerFacts facts = entries.facts(query, range, entry, bm25Milli, metres, history);
            double score = query.score(facts);
            if (score >= top.threshold() && query.behindCursor(score, seekers.id(seeker))) {
                top.offer(new TopSeekers.Found(score, seekers.id(seeker), seekers.version(seeker), facts));
            }
        }
    }

    private boolean passes(int segmentNumber, int range, int entry, double metres) {
        SeekerSegment segment = segments.get(segmentNumber).segment();
        SeekerRows seekers = segment.seekers;
        int seeker = segment.entries.seeker[entry];
        return query.timesFit(segment.entries.slots[entry])
                && query.payAllowed(segment.entries.mustFloor(entry))
                && seekers.isLawful(seeker, query)
                && query.wayAllowed(metres, seekers.maxDistance(seeker))
                && !blocked[segmentNumber].has(entry)
                && seekers.isClosest(seeker, segment.entries.rangeWish[range], query)
                && segments.get(segmentNumber).isLive(seeker);
    }
}
