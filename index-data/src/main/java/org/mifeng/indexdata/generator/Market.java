package org.mifeng.indexdata.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mifeng.indexdata.bulk.CreditCode;
import org.mifeng.indexdata.bulk.EmployerRecord;
import org.mifeng.indexdata.bulk.EmployerState;
import org.mifeng.indexdata.reference.EmployerNames;
import org.mifeng.indexdata.reference.PersonNames;
import org.mifeng.indexdata.reference.Surname;
import org.mifeng.indexdata.reference.Town;

/**
 * The employers. Each is computed from its number alone; posts need to draw among those of a sector, so the few facts
 * that posts ask for are kept.
 */
final class Market {
    private final long seed;
    private final Instant asOf;
    private final Geography geography;
    private final Weighted<Sector> sectors;
    private final List<String> sectorNames = new ArrayList<>();
    private final Weighted<Surname> surnames = new Weighted<>(PersonNames.surnames(), Surname::weight);
    private final Map<String, Weighted<EmployerPlan>> bySector = new HashMap<>();

    Market(long seed, Instant asOf, int employers, Trades trades, Geography geography) {
        this.seed = seed;
        this.asOf = asOf;
        this.geography = geography;
        sectors = sectors(trades);
        Map<String, List<EmployerPlan>> plans = new HashMap<>();
        for (int id = 1; id <= employers; id++) {
            EmployerPlan plan = plan(id);
            plans.computeIfAbsent(plan.sector(), sector -> new ArrayList<>()).add(plan);
        }
        plans.forEach((sector, members) -> bySector.put(sector, new Weighted<>(members, EmployerPlan::posting)));
    }

    private Weighted<Sector> sectors(Trades trades) {
        Map<String, Integer> weights = new HashMap<>();
        for (TradePlan trade : trades.all()) {
            String sector = trade.occupation().sector();
            if (!weights.containsKey(sector)) {
                sectorNames.add(sector);
            }
            weights.merge(sector, trade.occupation().weight(), Integer::sum);
        }
        return new Weighted<>(
                sectorNames.stream()
                        .map(name -> new Sector(name, weights.getOrDefault(name, 0)))
                        .toList(),
                Sector::weight);
    }

    /** An employer of the sector, large ones more often. */
    EmployerPlan employer(String sector, Draw draw) {
        Weighted<EmployerPlan> members = bySector.get(sector);
        if (members == null) {
            throw new IllegalStateException("no employer in " + sector);
        }
        return members.draw(draw);
    }

    private EmployerPlan plan(int id) {
        Draw draw = new Draw(seed, Draw.Kind.EMPLOYER, id);
        EmployerState state = state(id, draw);
        String sector = sector(id, draw);
        // one in a hundred has a hundred times the posts of the small ones
        int size =
                draw.percent(70) ? draw.between(1, 8) : draw.percent(90) ? draw.between(8, 40) : draw.between(60, 300);
        int count = size <= 8 ? 1 : Math.min(5, 1 + draw.below(size / 8 + 1));
        List<Site> sites = new ArrayList<>();
        Town home = geography.town(draw);
        for (int i = 0; i < count; i++) {
            sites.add(site(i == 0 || draw.percent(50) ? home : geography.town(draw), draw));
        }
        return new EmployerPlan(
                id,
                sector,
                List.copyOf(sites),
                state == EmployerState.ACTIVE ? size : 0,
                SyntheticNumbers.employerPhone(id));
    }

    /** The first employers are one of each sector and may post, so that a small market has every trade. */
    private String sector(long id, Draw draw) {
        Sector drawn = sectors.draw(draw);
        return id <= sectorNames.size() ? sectorNames.get((int) id - 1) : drawn.name();
    }

    private EmployerState state(long id, Draw draw) {
        int percent = draw.below(100);
        if (id <= sectorNames.size() || percent < 94) {
            return EmployerState.ACTIVE;
        }
        return percent < 98 ? EmployerState.REGISTERED : EmployerState.SUSPENDED;
    }

    private static Site site(Town town, Draw draw) {
        return new Site(
                Geography.placeIn(town, draw),
                town.code(),
                town.name(),
                town.fullName() + draw.of(EmployerNames.roads()) + " " + draw.between(1, 288) + " 号");
    }

    EmployerRecord employer(long id) {
        Draw draw = new Draw(seed, Draw.Kind.EMPLOYER, id);
        EmployerState state = state(id, draw);
        String sector = sector(id, draw);
        // a sequence of its own from here on, since the plan has used this one for sites
        Draw own = new Draw(~seed, Draw.Kind.EMPLOYER, id);
        String name = geography.town(own).county().substring(0, 2)
                + own.of(EmployerNames.brands())
                + "示例"
                + own.of(EmployerNames.kinds(sector))
                + own.of(EmployerNames.forms());
        Instant createdAt = asOf.minus(Duration.ofMinutes(own.between(60 * 24 * 30, 60 * 24 * 900)));
        Optional<Instant> verifiedUntil = state == EmployerState.REGISTERED
                ? Optional.empty()
                : Optional.of(asOf.plus(Duration.ofDays(own.between(30, 180))));
        String contact = surnames.draw(own).text() + "经理";
        Instant updatedAt = createdAt.plus(Duration.ofMinutes(own.below(60 * 24 * 20)));
        int complaints = complaints(own);
        OptionalInt paidOnTime = paidOnTime(complaints, own);
        OptionalInt answered = answered(own);
        return new EmployerRecord(
                id,
                SyntheticNumbers.publicId(seed, Draw.Kind.EMPLOYER, id),
                name,
                Optional.of(CreditCode.synthetic(id)),
                contact,
                SyntheticNumbers.employerPhone(id),
                state,
                verifiedUntil,
                paidOnTime,
                answered,
                complaints,
                createdAt,
                updatedAt);
    }

    /** Six in a hundred have one; a large one rarely more. */
    private static int complaints(Draw draw) {
        int percent = draw.below(100);
        return percent < 94 ? 0 : percent < 99 ? 1 : draw.between(2, 4);
    }

    /** Most pay as they said; of a third nothing is known yet; who pays late is complained of. */
    private static OptionalInt paidOnTime(int complaints, Draw draw) {
        int percent = draw.below(100);
        int late = complaints > 0 ? 60 : 4;
        if (percent < late) {
            return OptionalInt.of(draw.between(40, 84));
        }
        return draw.percent(33) ? OptionalInt.empty() : OptionalInt.of(draw.between(90, 100));
    }

    private static OptionalInt answered(Draw draw) {
        int percent = draw.below(100);
        if (percent < 25) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                percent < 75 ? draw.between(80, 100) : percent < 93 ? draw.between(55, 79) : draw.between(15, 54));
    }

    /**
     * A kind of employer.
     *
     * @param name such as {@code logistics}
     * @param weight how many posts it has
     */
    private record Sector(String name, int weight) {}
}
