package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mifeng.indexdata.query.Chip.Mark;
import org.mifeng.indexdata.query.Chip.Span;

/** Puts together what two chips say about one place: 微山韩庄镇, 附近 and 3公里以内. */
final class PlaceAndDistance {
    private PlaceAndDistance() {}

    static List<Chip> merged(List<Chip> chips) {
        boolean distance = false;
        for (Chip chip : chips) {
            distance |= saysMetres(chip);
        }
        List<Chip> merged = new ArrayList<>();
        boolean near = false;
        for (Chip chip : chips) {
            if (chip instanceof Chip.Near && (near || (distance && !saysMetres(chip)))) {
                continue; // one distance is enough, and metres say more than 附近
            }
            near |= chip instanceof Chip.Near;
            Chip before = merged.isEmpty() ? null : merged.getLast();
            if (chip instanceof Chip.Place town
                    && before instanceof Chip.Place county
                    && town.mark().negated() == county.mark().negated()
                    && !together(county, town).isEmpty()
                    && town.mark().span().from() - county.mark().span().to() <= 1) {
                merged.set(merged.size() - 1, joined(county, town));
            } else {
                merged.add(chip);
            }
        }
        return merged;
    }

    private static boolean saysMetres(Chip chip) {
        return chip instanceof Chip.Near && chip.mark().label().endsWith("以内");
    }

    private static Set<String> together(Chip.Place county, Chip.Place town) {
        Set<String> towns = new HashSet<>(county.towns());
        towns.retainAll(town.towns());
        return towns;
    }

    private static Chip joined(Chip.Place county, Chip.Place town) {
        Chip.Place narrow = county.towns().size() < town.towns().size() ? county : town;
        Mark mark = narrow.mark();
        Span span = new Span(county.mark().span().from(), town.mark().span().to());
        return new Chip.Place(
                new Mark(mark.key(), mark.label(), span, mark.recognition(), mark.negated()),
                narrow.name(),
                together(county, town));
    }
}
