package org.mifeng.matcher.search;

import java.util.List;
import java.util.Map;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/**
 * What a search would find by the values of one criterion, each counted as if the search did not ask for that criterion
 * itself: so a choice already made shows what another would give.
 *
 * @param found what the search finds as it is
 * @param atLeast whether the count stopped early: all numbers are then lower bounds
 * @param occupations by trade
 * @param settlements by settlement
 * @param dayParts by part of any day, as {@link SearchFilter#slots} would let them through
 * @param benefits by benefit
 * @param towns by number of the town
 * @param payBands by place in {@link #PAY_BANDS}
 * @param rings by place in {@link #RINGS}
 * @param hidden posts that miss this criterion and no other: what giving it up would add
 */
public record FacetCounts(
        Count found,
        boolean atLeast,
        Map<OccupationCode, Count> occupations,
        Map<Settlement, Count> settlements,
        Map<TimeSlots.DayPart, Count> dayParts,
        Map<Benefit, Count> benefits,
        Map<Integer, Count> towns,
        List<Count> payBands,
        List<Count> rings,
        Map<Criterion, Count> hidden) {
    /** The least fen per hour of each band; the last is open. */
    public static final List<Integer> PAY_BANDS = List.of(0, 1_500, 2_000, 2_500, 3_000, 4_000);

    /** Metres around the start. */
    public static final List<Integer> RINGS = List.of(1_000, 3_000, 5_000);

    /** The band of a pay. */
    public static int payBand(int fenPerHour) {
        int band = PAY_BANDS.size() - 1;
        while (fenPerHour < PAY_BANDS.get(band)) {
            band--;
        }
        return band;
    }

    /**
     * How many.
     *
     * @param posts job posts
     * @param openings places left in them
     */
    public record Count(int posts, long openings) {
        /** None. */
        public static final Count ZERO = new Count(0, 0);

        /** One more post. */
        public Count plus(long moreOpenings) {
            return new Count(posts + 1, openings + moreOpenings);
        }

        /** Both. */
        public Count plus(Count other) {
            return new Count(posts + other.posts, openings + other.openings);
        }
    }
}
