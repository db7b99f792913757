package org.mifeng.indexdata.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

/** One trade, ready to be drawn from. Everything is in a fixed order: the maps of the table have none. */
final class TradePlan {
    private final Occupation occupation;
    private final Weighted<Alias> aliases;
    private final Weighted<PayUnit> payUnits;
    private final Weighted<Settlement> settlements;
    private final List<Share<Hazard>> hazards;
    private final List<Share<Certificate>> certificates;

    TradePlan(Occupation occupation, List<Alias> names) {
        this.occupation = occupation;
        aliases = new Weighted<>(names, Alias::weight);
        payUnits = new Weighted<>(List.of(PayUnit.values()), unit -> share(occupation.payUnits(), unit));
        settlements = new Weighted<>(
                List.of(Settlement.values()),
                settlement -> settlement == Settlement.MONTHLY ? 0 : share(occupation.settlements(), settlement));
        hazards = sharesInOrder(List.of(Hazard.values()), occupation.hazards());
        certificates = new ArrayList<>();
        occupation.certificates().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> certificates.add(
                        new Share<>(Certificates.find(entry.getKey()).orElseThrow(), entry.getValue())));
    }

    private static <K> int share(Map<K, Integer> shares, K key) {
        return shares.getOrDefault(key, 0);
    }

    private static <K> List<Share<K>> sharesInOrder(List<K> keys, Map<K, Integer> shares) {
        return keys.stream()
                .filter(shares::containsKey)
                .map(key -> new Share<>(key, share(shares, key)))
                .toList();
    }

    Occupation occupation() {
        return occupation;
    }

    String name(Draw draw) {
        return aliases.draw(draw).text();
    }

    String task(Draw draw) {
        return draw.of(occupation.tasks());
    }

    /** One of the tasks; numbers that follow each other give different ones. */
    String task(int number) {
        return occupation.tasks().get(number % occupation.tasks().size());
    }

    PayUnit payUnit(Draw draw) {
        return payUnits.draw(draw);
    }

    /** When pay is handed over; work by the hour is settled within 15 days (P18). */
    Settlement settlement(PayUnit unit, Draw draw) {
        if (unit == PayUnit.MONTH) {
            return draw.percent(96) ? Settlement.MONTHLY : Settlement.WEEKLY;
        }
        if (settlements.isEmpty()) {
            return unit == PayUnit.HOUR ? Settlement.WEEKLY : Settlement.MONTHLY;
        }
        if (unit == PayUnit.HOUR) {
            return settlements.draw(draw) == Settlement.WEEKLY ? Settlement.WEEKLY : Settlement.DAILY;
        }
        return draw.percent(12) ? Settlement.MONTHLY : settlements.draw(draw);
    }

    List<Share<Hazard>> hazards() {
        return hazards;
    }

    /** What posts of the trade demand, the most usual first. */
    List<Share<Certificate>> certificates() {
        return certificates;
    }

    /**
     * Something that occurs in a share of the cases.
     *
     * @param thing what occurs
     * @param percent of 100 cases
     */
    record Share<T>(T thing, int percent) {}
}
