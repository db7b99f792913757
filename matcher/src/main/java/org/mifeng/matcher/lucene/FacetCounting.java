package org.mifeng.matcher.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.occupation.Trade;
import org.mifeng.matcher.ranking.PostFilter;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.search.Criterion;
import org.mifeng.matcher.search.FacetCounts;
import org.mifeng.matcher.search.FacetCounts.Count;

/**
 * Counts what a search finds by the values of each criterion, in one pass. A post that misses nothing counts everywhere;
 * one that misses a single criterion counts where that criterion is not asked for; one that misses two counts nowhere.
 * Ranges that hold nothing sought are skipped. The sought trades come first, so that a count that stops early has them.
 */
final class FacetCounting {
    private static final Settlement[] SETTLEMENTS = Settlement.values();
    private static final Benefit[] BENEFITS = Benefit.values();
    private static final TimeSlots.DayPart[] DAY_PARTS = TimeSlots.DayPart.values();
    /** The slots of each part of a day, on all days. */
    private static final int[] PART_SLOTS = {0x111_1111, 0x222_2222, 0x444_4444, 0x888_8888};

    private final RankingQuery query;
    private final int mostPosts;
    /** Found posts, positive, with the last of which the count ends. */
    private final int enough;

    private int looked;
    private boolean stopped;

    private final Tally found = new Tally(1);
    private final Tally hidden = new Tally(Criterion.values().length);
    private final Tally settlements = new Tally(SETTLEMENTS.length);
    private final Tally benefits = new Tally(BENEFITS.length);
    private final Tally dayParts = new Tally(DAY_PARTS.length);
    private final Tally payBands = new Tally(FacetCounts.PAY_BANDS.size());
    private final Tally rings = new Tally(FacetCounts.RINGS.size());
    private final Map<OccupationCode, Count> occupations = new HashMap<>();
    private final Map<Integer, Count> towns = new HashMap<>();

    FacetCounting(RankingQuery query, int mostPosts) {
        this(query, mostPosts, Integer.MAX_VALUE);
    }

    private FacetCounting(RankingQuery query, int mostPosts, int enough) {
        this.query = query;
        this.mostPosts = mostPosts;
        this.enough = enough;
    }

    /** Whether so many posts are found; the count ends with the last of them. */
    static boolean finds(RankingQuery query, int posts, List<PostView> views) {
        FacetCounting counting = new FacetCounting(query, Integer.MAX_VALUE, posts);
        return counting.count(views).found().posts() >= posts;
    }

    /** Posts and openings by a small number. */
    private static final class Tally {
        private final int[] posts;
        private final long[] openings;

        Tally(int size) {
            posts = new int[size];
            openings = new long[size];
        }

        void add(int i, int more) {
            posts[i]++;
            openings[i] += more;
        }

        Count of(int i) {
            return new Count(posts[i], openings[i]);
        }

        List<Count> all() {
            List<Count> all = new ArrayList<>(posts.length);
            for (int i = 0; i < posts.length; i++) {
                all.add(of(i));
            }
            return all;
        }

        <E extends Enum<E>> Map<E, Count> by(Class<E> type) {
            Map<E, Count> by = new EnumMap<>(type);
            for (E value : type.getEnumConstants()) {
                by.put(value, of(value.ordinal()));
            }
            return by;
        }

        <K> void addTo(Map<K, Count> sums, Function<Integer, K> key) {
            for (int i = 0; i < posts.length; i++) {
                if (posts[i] > 0) {
                    sums.merge(key.apply(i), of(i), Count::plus);
                }
            }
        }
    }

    FacetCounts count(List<PostView> views) {
        for (PostView view : views) {
            if (stopped) {
                break;
            }
            InSegment segment = new InSegment(view);
            segment.count(query::isWished);
            segment.count(occupation -> !query.isWished(occupation));
            segment.end();
        }
        return new FacetCounts(
                found.of(0),
                stopped,
                occupations,
                settlements.by(Settlement.class),
                dayParts.by(TimeSlots.DayPart.class),
                benefits.by(Benefit.class),
                towns,
                payBands.all(),
                rings.all(),
                hidden.by(Criterion.class));
    }

    private final class InSegment {
        private final PostView view;
        private final PostSegment segment;
        private final PostRows posts;
        private final PostDetails details;
        private final BitSet saying;
        private final BitSet called;
        private final int[] terms;
        private final int[] bounds;
        private final int[] sums = new int[PostBlocks.RANGE_POSTS];
        private final Tally byTrade;
        private final Tally byTown;

        InSegment(PostView view) {
            this.view = view;
            segment = view.segment();
            posts = segment.posts;
            details = posts.details();
            saying = segment.saying(query.excludedWords());
            called = segment.called(query.excludedNames());
            terms = query.terms().stream()
                    .mapToInt(segment.terms::find)
                    .filter(term -> term >= 0)
                    .toArray();
            bounds = new int[segment.ranges.count()];
            for (int term : terms) {
                segment.terms.addBounds(term, bounds, 0);
            }
            byTrade = new Tally(segment.trades.size());
            byTown = new Tally(details.towns.length);
        }

        void count(IntPredicate trades) {
            PostBlocks ranges = segment.ranges;
            for (int range = 0; range < ranges.count() && !stopped; range++) {
                int occupation = ranges.occupation[range];
                if (trades.test(occupation) && query.isSought(occupation, bounds[range])) {
                    countRange(range, ranges.from[range], ranges.from[range + 1]);
                }
            }
        }

        private void countRange(int range, int from, int to) {
            if (looked + to - from > mostPosts) {
                stopped = true;
                return;
            }
            looked += to - from;
            Arrays.fill(sums, 0);
            for (int term : terms) {
                int entry = segment.terms.entry(term, range);
                if (entry >= 0) {
                    segment.terms.addImpacts(term, entry, sums, 0);
                }
            }
            for (int doc = from; doc < to && !stopped; doc++) {
                if (query.isSought(posts.occupation(doc), sums[doc - from])
                        && posts.isLawful(doc, query)
                        && view.isLive(doc)) {
                    countPost(doc);
                }
            }
        }

        private void countPost(int doc) {
            double metres = posts.metresFrom(query.start(), doc);
            int missed = posts.missed(doc, query.filter())
                    | (saying.get(doc) ? Criterion.WORD.bit() : 0)
                    | (called.get(doc) ? Criterion.OCCUPATION.bit() : 0)
                    | (query.wayAllowed(metres, posts.limitLifted(doc)) ? 0 : Criterion.DISTANCE.bit());
            if (Integer.bitCount(missed) > 1) {
                return;
            }
            int openings = posts.openingsLeft(doc);
            if (missed == 0) {
                found.add(0, openings);
                stopped = found.posts[0] == enough;
            } else {
                hidden.add(Integer.numberOfTrailingZeros(missed), openings);
            }
            if (counts(missed, Criterion.OCCUPATION)) {
                byTrade.add(posts.occupation(doc), openings);
            }
            if (counts(missed, Criterion.TOWN)) {
                byTown.add(details.townPlace(doc), openings);
            }
            if (counts(missed, Criterion.SETTLEMENT)) {
                settlements.add(posts.settlement(doc), openings);
            }
            if (counts(missed, Criterion.PAY)) {
                payBands.add(FacetCounts.payBand(posts.fenPerHour(doc)), openings);
            }
            if (counts(missed, Criterion.BENEFIT)) {
                for (int bits = details.benefits(doc); bits != 0; bits &= bits - 1) {
                    benefits.add(Integer.numberOfTrailingZeros(bits), openings);
                }
            }
            if (counts(missed, Criterion.SLOT)) {
                for (int part = 0; part < DAY_PARTS.length; part++) {
                    if (PostFilter.timesFit(posts.slots(doc), posts.shiftFixed(doc), PART_SLOTS[part])) {
                        dayParts.add(part, openings);
                    }
                }
            }
            if (counts(missed, Criterion.DISTANCE)) {
                for (int ring = 0; ring < FacetCounts.RINGS.size(); ring++) {
                    if (posts.limitLifted(doc) || metres <= FacetCounts.RINGS.get(ring)) {
                        rings.add(ring, openings);
                    }
                }
            }
        }

        void end() {
            List<Trade> trades = segment.trades;
            byTrade.addTo(occupations, i -> trades.get(i).code());
            byTown.addTo(towns, i -> details.towns[i]);
        }
    }

    private static boolean counts(int missed, Criterion own) {
        return (missed & ~own.bit()) == 0;
    }
}
