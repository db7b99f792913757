package org.mifeng.matcher;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why there are no more jobs: how many meet every wish, and how many each single wish keeps out. Lawful jobs only, and
 * none of blocked employers.
 *
 * @param suiting jobs in a wished or near trade, within the distance, at free times, paid as asked and enough
 * @param more by relaxation, how many jobs would suit besides if only this wish was given up; none left out
 */
public record Shortage(int suiting, Map<Relaxation, Integer> more) {
    /** Copies the map. */
    public Shortage {
        more = Collections.unmodifiableMap(new EnumMap<>(more));
    }

    /** The one relaxation that adds most, if any adds at least one. */
    public Optional<Relaxation> best() {
        return more.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.<Relaxation, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Collections.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** @param missed lawful jobs by the mask of wishes they miss */
    static Shortage of(int[] missed) {
        Map<Relaxation, Integer> more = new EnumMap<>(Relaxation.class);
        for (Relaxation relaxation : Relaxation.values()) {
            more.put(relaxation, missed[relaxation.bit()]);
        }
        return new Shortage(missed[0], more);
    }

    /**
     * The fewest wishes to give up so that a list is not empty; of equally few those that give most jobs. Empty if there
     * is no lawful job at all. Trade, settlement and a pay that is no must are never among them: they order a list and
     * hide nothing.
     */
    static Set<Relaxation> fewest(int[] missed, boolean payIsMust) {
        int hiding = Relaxation.DISTANCE.bit() | Relaxation.TIME.bit() | (payIsMust ? Relaxation.PAY.bit() : 0);
        int best = 0;
        int bestJobs = 0;
        for (int given = 1; given <= hiding; given++) {
            int jobs = 0;
            for (int mask = 0; mask < missed.length; mask++) {
                jobs += (mask & hiding & ~given) == 0 ? missed[mask] : 0;
            }
            boolean fewer = bestJobs == 0 || Integer.bitCount(given) < Integer.bitCount(best);
            boolean asFew = Integer.bitCount(given) == Integer.bitCount(best);
            if (jobs > 0 && (fewer || (asFew && jobs > bestJobs))) {
                best = given;
                bestJobs = jobs;
            }
        }
        Set<Relaxation> relaxed = EnumSet.noneOf(Relaxation.class);
        for (Relaxation relaxation : Relaxation.values()) {
            if ((best & relaxation.bit()) != 0) {
                relaxed.add(relaxation);
            }
        }
        return relaxed;
    }
}
