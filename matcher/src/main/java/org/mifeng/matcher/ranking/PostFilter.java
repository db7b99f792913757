package org.mifeng.matcher.ranking;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.occupation.Trade;
import org.mifeng.matcher.search.Chosen;
import org.mifeng.matcher.search.Criterion;
import org.mifeng.matcher.search.OccupationGroup;
import org.mifeng.matcher.search.SearchFilter;

/** A {@link SearchFilter} made ready: sets as masks and sorted numbers, moments as seconds. Immutable. */
public final class PostFilter {
    private static final int SETTLEMENTS = 4;
    private static final long[] NONE = {};
    /** Most questions' filter. */
    private static final PostFilter ANY = new PostFilter(List.of(), SearchFilter.NONE, Instant.EPOCH);

    private final boolean any;
    private final boolean[] occupations;
    private final int settlements;
    private final int slots;
    private final int excludedSlots;
    private final Masks benefits;
    private final Masks hazards;
    private final Masks certificates;
    private final long heldCertificates;
    private final long[] employers;
    private final long[] excludedEmployers;
    private final long[] towns;
    private final long[] excludedTowns;
    private final long townBits;
    private final int leastFenPerHour;
    private final int belowFenPerHour;
    private final int leastTrustPercent;
    private final long postedSince;
    private final long startsBy;
    private final PostSigns signs;

    /** Bits that must be set and bits that must not be. */
    record Masks(long all, long none) {
        static <T extends Comparable<T>> Masks of(Chosen<T> chosen, ToIntFunction<T> bit) {
            return new Masks(mask(chosen.included(), bit), mask(chosen.excluded(), bit));
        }

        boolean admit(long bits) {
            return (bits & all) == all && (bits & none) == 0;
        }
    }

    private PostFilter(List<Trade> trades, SearchFilter filter, Instant now) {
        any = filter.equals(SearchFilter.NONE);
        occupations = occupations(trades, filter.occupations());
        settlements = (filter.settlements().included().isEmpty()
                        ? (1 << SETTLEMENTS) - 1
                        : (int) mask(filter.settlements().included(), Enum::ordinal))
                & ~(int) mask(filter.settlements().excluded(), Enum::ordinal);
        slots = filter.slots().bits();
        excludedSlots = filter.excludedSlots().bits();
        benefits = Masks.of(filter.benefits(), Enum::ordinal);
        hazards = Masks.of(filter.hazards(), Enum::ordinal);
        certificates = Masks.of(filter.certificates(), code -> code.bit());
        heldCertificates =
                filter.heldCertificates().isEmpty() ? -1 : mask(filter.heldCertificates(), code -> code.bit());
        employers = sorted(filter.employers().included());
        excludedEmployers = sorted(filter.employers().excluded());
        towns = sorted(filter.towns().included());
        excludedTowns = sorted(filter.towns().excluded());
        townBits = towns.length == 0
                ? -1
                : Arrays.stream(towns).map(town -> townBit((int) town)).reduce(0, (a, b) -> a | b);
        leastFenPerHour = filter.leastFenPerHour();
        belowFenPerHour = filter.belowFenPerHour();
        leastTrustPercent = filter.leastTrustPercent();
        postedSince = filter.postedWithin()
                .map(within -> now.minus(within).getEpochSecond())
                .orElse(Long.MIN_VALUE);
        startsBy = filter.startsBy().map(day -> day.toEpochDay()).orElse(Long.MAX_VALUE);
        signs = new PostSigns(settlements, benefits, slots, excludedSlots, leastFenPerHour, belowFenPerHour);
    }

    private static boolean[] occupations(List<Trade> trades, Chosen<OccupationGroup> chosen) {
        boolean[] admitted = new boolean[trades.size()];
        Arrays.fill(admitted, chosen.included().isEmpty());
        chosen.included().forEach(group -> set(trades, group, admitted, true));
        chosen.excluded().forEach(group -> set(trades, group, admitted, false));
        return admitted;
    }

    /** The trades of a group are neighbours, for they are sorted by code: 不进厂 names hundreds of groups of one. */
    private static void set(List<Trade> trades, OccupationGroup group, boolean[] admitted, boolean value) {
        int from = 0;
        int to = trades.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (trades.get(middle).code().value().compareTo(group.prefix()) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        for (int i = from; i < admitted.length && group.has(trades.get(i).code()); i++) {
            admitted[i] = value;
        }
    }

    private static <T> long mask(Set<T> members, ToIntFunction<T> bit) {
        long mask = 0;
        for (T member : members) {
            mask |= 1L << bit.applyAsInt(member);
        }
        return mask;
    }

    private static long[] sorted(Set<? extends Number> numbers) {
        return numbers.isEmpty()
                ? NONE
                : numbers.stream().mapToLong(Number::longValue).sorted().toArray();
    }

    /** One of 64 bits for a town, so that a stretch of posts can say in one word which towns it may hold. */
    public static long townBit(int town) {
        return 1L << ((town * 0x9E37_79B9) >>> 26);
    }

    /**
     * What a filter reads of a post.
     *
     * @param occupation ordinal in the tree
     * @param settlement ordinal
     * @param slots when the work is
     * @param shiftFixed whether all of them are needed
     * @param benefits bits
     * @param hazards bits
     * @param certificates bits
     * @param employer number
     * @param town number
     * @param fenPerHour what it pays
     * @param trustPercent of the employer
     * @param postedSecond seconds since 1970
     * @param startsOnDay days since 1970; {@link Integer#MIN_VALUE} for any day
     */
    public record Facts(
            int occupation,
            int settlement,
            int slots,
            boolean shiftFixed,
            int benefits,
            int hazards,
            long certificates,
            long employer,
            int town,
            int fenPerHour,
            int trustPercent,
            long postedSecond,
            int startsOnDay) {}

    /** Whether every post passes: what a post says need not be read. */
    public boolean passesAll() {
        return any;
    }

    /** The criteria that a post misses, as bits of {@link Criterion}; words and distance are not seen here. */
    public int missed(Facts post) {
        return bit(admitsOccupation(post.occupation()), Criterion.OCCUPATION)
                | bit((settlements >>> post.settlement() & 1) == 1, Criterion.SETTLEMENT)
                | bit(slotsFit(post), Criterion.SLOT)
                | bit(benefits.admit(post.benefits()), Criterion.BENEFIT)
                | bit(hazards.admit(post.hazards()), Criterion.HAZARD)
                | bit(certificatesFit(post.certificates()), Criterion.CERTIFICATE)
                | bit(among(post.employer(), employers, excludedEmployers), Criterion.EMPLOYER)
                | bit(among(post.town(), towns, excludedTowns), Criterion.TOWN)
                | bit(post.fenPerHour() >= leastFenPerHour && post.fenPerHour() < belowFenPerHour, Criterion.PAY)
                | bit(post.trustPercent() >= leastTrustPercent, Criterion.TRUST)
                | bit(post.postedSecond() >= postedSince, Criterion.POSTED)
                | bit(post.startsOnDay() <= startsBy, Criterion.START);
    }

    private boolean certificatesFit(long demanded) {
        return certificates.admit(demanded) && (demanded == 0 || (demanded & heldCertificates) != 0);
    }

    private boolean slotsFit(Facts post) {
        return Fit.timesFit(post.slots(), post.shiftFixed(), slots) && (post.slots() & excludedSlots) == 0;
    }

    /** Whether a filter for these slots alone would let the post's times through. */
    public static boolean timesFit(int slots, boolean shiftFixed, int wantedSlots) {
        return Fit.timesFit(slots, shiftFixed, wantedSlots);
    }

    private static int bit(boolean holds, Criterion criterion) {
        return holds ? 0 : criterion.bit();
    }

    private static boolean among(long number, long[] included, long[] excluded) {
        return (included.length == 0 || Arrays.binarySearch(included, number) >= 0)
                && (excluded.length == 0 || Arrays.binarySearch(excluded, number) < 0);
    }

    /** Whether posts of the occupation may pass. */
    public boolean admitsOccupation(int occupation) {
        return any || occupations[occupation];
    }

    /** Whether posts of the settlement may pass. */
    public boolean admitsSettlement(int settlement) {
        return (settlements >>> settlement & 1) == 1;
    }

    /** The numbers of the only employers whose posts may pass, rising; empty if all may. Not to be changed. */
    public long[] onlyEmployers() {
        return employers;
    }

    /** Whether a post with these {@linkplain PostSigns#of signs} may pass: if not, {@link #missed} need not be asked. */
    public boolean mayPass(int postSigns) {
        return signs.admit(postSigns);
    }

    /**
     * Whether a stretch of posts may hold one that passes.
     *
     * @param signsOfAny {@linkplain PostSigns#of signs} that any of its posts has
     * @param signsOfAll those that all have
     * @param slotsOfAny times of any of its posts; none if one states none
     * @param townBitsOfAny {@link #townBit} of all of its posts
     * @param mostFenPerHour the highest pay
     * @param newestSecond when the newest was posted
     */
    public boolean mayPass(
            int signsOfAny, int signsOfAll, int slotsOfAny, long townBitsOfAny, int mostFenPerHour, long newestSecond) {
        return any
                || (signs.admitOneOf(signsOfAny, signsOfAll)
                        && Fit.timesFit(slotsOfAny, false, slots)
                        && (townBitsOfAny & townBits) != 0
                        && mostFenPerHour >= leastFenPerHour
                        && newestSecond >= postedSince);
    }

    static PostFilter of(OccupationTree tree, SearchFilter filter, Instant now) {
        return filter.equals(SearchFilter.NONE) ? ANY : new PostFilter(tree.trades(), filter, now);
    }
}
