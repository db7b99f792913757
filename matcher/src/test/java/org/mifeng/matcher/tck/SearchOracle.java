package org.mifeng.matcher.tck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.CertificateCode;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.search.Chosen;
import org.mifeng.matcher.search.Criterion;
import org.mifeng.matcher.search.FacetCounts;
import org.mifeng.matcher.search.FacetCounts.Count;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchFilter;

/** What a search asks of a post, written a second time from its description: sets instead of masks. */
final class SearchOracle {
    private SearchOracle() {}

    /** The criteria that the post misses, but for words and distance. */
    static Set<Criterion> missed(JobPost post, MatchRequest request) {
        Set<Criterion> missed = EnumSet.noneOf(Criterion.class);
        SearchFilter filter = request.search().map(Search::filter).orElse(SearchFilter.NONE);
        var groups = filter.occupations();
        boolean inGroups = groups.included().isEmpty()
                || groups.included().stream().anyMatch(group -> group.has(post.occupation()));
        note(
                missed,
                Criterion.OCCUPATION,
                inGroups && groups.excluded().stream().noneMatch(g -> g.has(post.occupation())));
        note(missed, Criterion.SETTLEMENT, isOneOf(filter.settlements(), post.settlement()));
        note(missed, Criterion.SLOT, slotsFit(post, filter));
        note(missed, Criterion.BENEFIT, hasAll(filter.benefits(), post.benefits()));
        note(missed, Criterion.HAZARD, hasAll(filter.hazards(), post.hazards()));
        note(
                missed,
                Criterion.CERTIFICATE,
                hasAll(filter.certificates(), certificates(post)) && isOpenToHolder(post, filter.heldCertificates()));
        note(missed, Criterion.EMPLOYER, isOneOf(filter.employers(), post.employerId()));
        note(missed, Criterion.TOWN, isOneOf(filter.towns(), post.town()));
        int pay = post.pay().fenPerHour();
        note(missed, Criterion.PAY, filter.leastFenPerHour() <= pay && pay < filter.belowFenPerHour());
        note(missed, Criterion.TRUST, post.trustPercent() >= filter.leastTrustPercent());
        Instant now = request.now();
        note(
                missed,
                Criterion.POSTED,
                filter.postedWithin()
                        .map(within -> !post.postedAt().isBefore(now.minus(within)))
                        .orElse(true));
        note(
                missed,
                Criterion.START,
                filter.startsBy()
                        .flatMap(by -> post.startsOn().map(day -> !day.isAfter(by)))
                        .orElse(true));
        return missed;
    }

    private static void note(Set<Criterion> missed, Criterion criterion, boolean met) {
        if (!met) {
            missed.add(criterion);
        }
    }

    private static <T extends Comparable<T>> boolean isOneOf(Chosen<T> chosen, T value) {
        return (chosen.included().isEmpty() || chosen.included().contains(value))
                && !chosen.excluded().contains(value);
    }

    private static <T extends Comparable<T>> boolean hasAll(Chosen<T> chosen, Collection<T> values) {
        return values.containsAll(chosen.included()) && Collections.disjoint(values, chosen.excluded());
    }

    /** Nothing is demanded, or something that is held, or it is not known what is held. */
    private static boolean isOpenToHolder(JobPost post, Set<CertificateCode> held) {
        List<CertificateCode> demanded = certificates(post);
        return held.isEmpty() || demanded.isEmpty() || !Collections.disjoint(demanded, held);
    }

    private static List<CertificateCode> certificates(JobPost post) {
        return IntStream.range(0, 64)
                .filter(bit -> (post.certificates() >>> bit & 1) == 1)
                .mapToObj(CertificateCode::new)
                .toList();
    }

    private static boolean slotsFit(JobPost post, SearchFilter filter) {
        return fits(post, filter.slots())
                && (post.slots().bits() & filter.excludedSlots().bits()) == 0;
    }

    private static boolean fits(JobPost post, TimeSlots wanted) {
        int work = post.slots().bits();
        int common = work & wanted.bits();
        return work == 0 || (post.shiftFixed() ? common == work : common != 0);
    }

    /** A post and the criteria that it misses. */
    record Missing(JobPost post, double metres, Set<Criterion> missed) {}

    /** The counts, each criterion by itself: first the posts are sorted out, then they are counted. */
    static FacetCounts count(List<Missing> sought) {
        Map<Criterion, Count> hidden = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            hidden.put(criterion, sum(sought.stream().filter(one -> one.missed().equals(Set.of(criterion)))));
        }
        Map<OccupationCode, Count> trades = new HashMap<>();
        without(sought, Criterion.OCCUPATION)
                .forEach(one -> trades.merge(one.post().occupation(), of(one), Count::plus));
        Map<Integer, Count> towns = new HashMap<>();
        without(sought, Criterion.TOWN).forEach(one -> towns.merge(one.post().town(), of(one), Count::plus));
        Map<Settlement, Count> settlements = new EnumMap<>(Settlement.class);
        for (Settlement settlement : Settlement.values()) {
            settlements.put(
                    settlement,
                    sum(without(sought, Criterion.SETTLEMENT)
                            .filter(one -> one.post().settlement() == settlement)));
        }
        Map<Benefit, Count> benefits = new EnumMap<>(Benefit.class);
        for (Benefit benefit : Benefit.values()) {
            benefits.put(
                    benefit,
                    sum(without(sought, Criterion.BENEFIT)
                            .filter(one -> one.post().benefits().contains(benefit))));
        }
        Map<TimeSlots.DayPart, Count> parts = new EnumMap<>(TimeSlots.DayPart.class);
        for (TimeSlots.DayPart part : TimeSlots.DayPart.values()) {
            TimeSlots wanted = TimeSlots.NEVER;
            for (java.time.DayOfWeek day : java.time.DayOfWeek.values()) {
                wanted = wanted.with(day, part);
            }
            TimeSlots slots = wanted;
            parts.put(part, sum(without(sought, Criterion.SLOT).filter(one -> fits(one.post(), slots))));
        }
        List<Count> bands = new ArrayList<>();
        for (int band = 0; band < FacetCounts.PAY_BANDS.size(); band++) {
            int least = FacetCounts.PAY_BANDS.get(band);
            int below =
                    band + 1 < FacetCounts.PAY_BANDS.size() ? FacetCounts.PAY_BANDS.get(band + 1) : Integer.MAX_VALUE;
            bands.add(sum(without(sought, Criterion.PAY)
                    .filter(one -> one.post().pay().fenPerHour() >= least
                            && one.post().pay().fenPerHour() < below)));
        }
        List<Count> rings = new ArrayList<>();
        for (int metres : FacetCounts.RINGS) {
            rings.add(sum(without(sought, Criterion.DISTANCE)
                    .filter(one -> one.metres() <= metres || one.post().liftsDistanceLimit())));
        }
        return new FacetCounts(
                sum(sought.stream().filter(one -> one.missed().isEmpty())),
                false,
                trades,
                settlements,
                parts,
                benefits,
                towns,
                bands,
                rings,
                hidden);
    }

    private static Stream<Missing> without(List<Missing> sought, Criterion own) {
        return sought.stream()
                .filter(one -> one.missed().isEmpty() || one.missed().equals(Set.of(own)));
    }

    private static Count of(Missing one) {
        return new Count(1, one.post().openings().left());
    }

    private static Count sum(Stream<Missing> posts) {
        return posts.map(SearchOracle::of).reduce(Count.ZERO, Count::plus);
    }
}
