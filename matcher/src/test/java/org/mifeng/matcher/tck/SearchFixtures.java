package org.mifeng.matcher.tck;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.CertificateCode;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.search.Chosen;
import org.mifeng.matcher.search.ExcludedName;
import org.mifeng.matcher.search.OccupationGroup;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.search.SearchSort;

/** Searches over the small world of {@link Fixtures}. */
final class SearchFixtures {
    private SearchFixtures() {}

    /** The usual request as this search for these words. */
    static MatchRequest aSearch(String text, Search search) {
        return ofSearch(Fixtures.aRequest(withText(Fixtures.aWish(), text)), search);
    }

    static MatchRequest ofSearch(MatchRequest request, Search search) {
        return new MatchRequest(
                request.wish(),
                request.background(),
                request.ageYears(),
                Optional.of(search),
                request.spreadSeed(),
                request.now(),
                request.limit(),
                request.after());
    }

    private static Seeker.Wish withText(Seeker.Wish wish, String text) {
        return new Seeker.Wish(
                wish.occupations(),
                text,
                wish.start(),
                wish.travel(),
                wish.maxDistanceMetres(),
                wish.slots(),
                wish.settlements(),
                wish.floorFenPerHour(),
                wish.floorIsMust(),
                wish.certificates());
    }

    /** Any post that does not call itself so, or denies it. */
    static SearchFilter withoutName(String name, String... denials) {
        SearchFilter any = SearchFilter.NONE;
        return new SearchFilter(
                any.occupations(),
                any.settlements(),
                any.slots(),
                any.excludedSlots(),
                any.benefits(),
                any.hazards(),
                any.certificates(),
                any.heldCertificates(),
                any.employers(),
                any.towns(),
                Set.of(),
                Set.of(new ExcludedName(name, Set.of(denials))),
                any.leastFenPerHour(),
                any.belowFenPerHour(),
                any.leastTrustPercent(),
                any.postedWithin(),
                any.startsBy());
    }

    /** Any search of any person, or of nobody. */
    static MatchRequest randomSearch(RandomGenerator random) {
        MatchRequest request = Fixtures.randomRequest(random);
        String text = random.nextInt(3) == 0 ? "" : Fixtures.words(random, 1 + random.nextInt(3));
        Map<OccupationCode, Double> trades = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            trades.put(Fixtures.randomOccupation(random), 0.25 * (1 + random.nextInt(4)));
        }
        SearchSort sort = SearchSort.values()[Math.max(0, random.nextInt(7) - 3)];
        MatchRequest search = request.withWish(withText(request.wish(), text));
        return ofSearch(search, new Search(trades, randomFilter(random), sort, random.nextBoolean()));
    }

    /** Two or three criteria of all, so that something is left. */
    private static SearchFilter randomFilter(RandomGenerator random) {
        int chance = 5 + random.nextInt(10);
        boolean paid = random.nextInt(chance) == 0;
        return new SearchFilter(
                chosen(random, chance, randomGroups(random), randomGroups(random)),
                chosen(
                        random,
                        chance,
                        Fixtures.randomSet(random, Settlement.class, 2),
                        Fixtures.randomSet(random, Settlement.class, 4)),
                random.nextInt(chance) == 0 ? fewOrUsualSlots(random) : TimeSlots.ALWAYS,
                random.nextInt(chance) == 0
                        ? new TimeSlots(fewOrUsualSlots(random).bits() & 0x888_8888)
                        : TimeSlots.NEVER,
                chosen(
                        random,
                        chance,
                        Fixtures.randomSet(random, Benefit.class, 6),
                        Fixtures.randomSet(random, Benefit.class, 6)),
                chosen(
                        random,
                        chance,
                        Fixtures.randomSet(random, Hazard.class, 8),
                        Fixtures.randomSet(random, Hazard.class, 3)),
                chosen(random, chance, Set.of(new CertificateCode(random.nextInt(3))), Set.of(new CertificateCode(1))),
                random.nextInt(chance) == 0 ? Set.of(new CertificateCode(random.nextInt(3))) : Set.of(),
                chosen(random, chance, Fixtures.randomNumbers(random, 51), Fixtures.randomNumbers(random, 51)),
                chosen(random, chance, randomTowns(random), randomTowns(random)),
                random.nextInt(chance) == 0 ? Set.of(Fixtures.word(random)) : Set.of(),
                random.nextInt(chance) == 0
                        ? Set.of(new ExcludedName(Fixtures.word(random), Set.of(Fixtures.word(random))))
                        : Set.of(),
                paid ? 500 * random.nextInt(5) : 0,
                paid ? 2_001 + random.nextInt(4_000) : SearchFilter.ANY_PAY,
                random.nextInt(chance) == 0 ? 5 * random.nextInt(15) : 0,
                random.nextInt(chance) == 0 ? Optional.of(Duration.ofHours(1 + random.nextInt(250))) : Optional.empty(),
                random.nextInt(chance) == 0
                        ? Optional.of(LocalDate.of(2026, 11, 20).plusDays(random.nextInt(8)))
                        : Optional.empty());
    }

    /** What people ask for is the same part of every day, or some days. */
    private static TimeSlots fewOrUsualSlots(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> new TimeSlots(0x111_1111 << random.nextInt(4));
            case 1 -> new TimeSlots(0xFF0_0000);
            default -> Fixtures.fewSlots(random);
        };
    }

    private static <T extends Comparable<T>> Chosen<T> chosen(
            RandomGenerator random, int chance, Set<T> included, Set<T> excluded) {
        return new Chosen<>(
                random.nextInt(chance) == 0 ? included : Set.<T>of(),
                random.nextInt(chance) == 0 ? excluded : Set.<T>of());
    }

    private static Set<OccupationGroup> randomGroups(RandomGenerator random) {
        Set<OccupationGroup> groups = new HashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            OccupationCode code = Fixtures.randomOccupation(random);
            groups.add(new OccupationGroup(
                    switch (random.nextInt(3)) {
                        case 0 -> code.value();
                        case 1 -> code.minor();
                        default -> code.middle();
                    }));
        }
        return groups;
    }

    private static Set<Integer> randomTowns(RandomGenerator random) {
        Set<Integer> towns = new TreeSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            towns.add(370_811_001 + random.nextInt(9));
        }
        return towns;
    }
}
