package org.mifeng.api.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mifeng.indexdata.query.Chip;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.TitleSign;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.CertificateCode;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.search.Chosen;
import org.mifeng.matcher.search.ExcludedName;
import org.mifeng.matcher.search.OccupationGroup;
import org.mifeng.matcher.search.SearchFilter;

/** What chips hide, gathered in one pass: a stream for each criterion took nearly as long as reading the words. */
final class ChipFilter {
    private static final int USUAL_HOURS = 8;
    private static final int TOMORROW = 1;
    private static final int ANY_DAY = Integer.MAX_VALUE;
    private static final double SURELY_MEANT = 0.5;

    private boolean hides;
    private final Sides<OccupationGroup> trades = new Sides<>();
    private final Sides<Settlement> settlements = new Sides<>();
    private final Sides<Benefit> benefits = new Sides<>();
    private final Sides<CertificateCode> certificates = new Sides<>();
    private final Sides<Integer> towns = new Sides<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> words = new LinkedHashSet<>();
    private TimeSlots slots = TimeSlots.ALWAYS;
    private int excludedSlots;
    private long held;
    /** Fen per hour, the highest that is asked for. */
    private int leastPay;
    /** By when work must begin, days from today; work that is wanted at once begins tomorrow at the latest. */
    private int startsWithinDays = ANY_DAY;

    ChipFilter(List<Chip> chips) {
        for (Chip chip : chips) {
            boolean negated = chip.mark().negated();
            hides |= negated || !(chip instanceof Chip.Trade || chip instanceof Chip.Word || chip instanceof Chip.Near);
            add(chip, negated);
        }
    }

    /** What is wanted and what is not. */
    private static final class Sides<T extends Comparable<T>> {
        private final Set<T> wanted = new HashSet<>();
        private final Set<T> unwanted = new HashSet<>();

        Set<T> of(boolean negated) {
            return negated ? unwanted : wanted;
        }

        Chosen<T> chosen() {
            return new Chosen<>(wanted, unwanted);
        }
    }

    private void add(Chip chip, boolean negated) {
        switch (chip) {
            case Chip.Trade trade -> {
                addSurelyMeant(trade, trades.of(negated));
                if (negated) {
                    names.add(trade.name());
                }
            }
            case Chip.Word word -> {
                if (negated) {
                    words.add(word.text());
                }
            }
            case Chip.Paid paid -> settlements.of(negated).add(paid.settlement());
            case Chip.Given given -> benefits.of(negated).addAll(given.benefits());
            case Chip.Demanded demanded ->
                (demanded.certificates() == 0 ? Certificates.all() : Certificates.in(demanded.certificates()))
                        .forEach(one -> certificates.of(negated).add(one.code()));
            case Chip.Held one -> held |= one.certificates();
            case Chip.Place place ->
                place.towns().forEach(town -> towns.of(negated).add(Integer.valueOf(town)));
            case Chip.Slot slot -> {
                if (negated) {
                    excludedSlots |= slot.slots().bits();
                } else {
                    narrow(slot.slots().bits());
                    startsWithinDays =
                            Math.min(startsWithinDays, slot.daysAhead().orElse(ANY_DAY));
                }
            }
            case Chip.Urgent urgent ->
                startsWithinDays = negated ? startsWithinDays : Math.min(startsWithinDays, TOMORROW);
            case Chip.Pay pay ->
                leastPay = Math.max(leastPay, new Pay(pay.leastFen(), pay.unit(), USUAL_HOURS).fenPerHour());
            case Chip.Near near -> {}
        }
    }

    private static void addSurelyMeant(Chip.Trade trade, Set<OccupationGroup> groups) {
        List<Chip.Weighted> occupations = trade.occupations();
        for (int i = 0; i < occupations.size(); i++) {
            if (i == 0 || occupations.get(i).weight() >= SURELY_MEANT) {
                groups.add(new OccupationGroup(occupations.get(i).code().value()));
            }
        }
    }

    /** 周末下午 is what both have in common; 下午或者晚上, which have nothing, is either. */
    private void narrow(int bits) {
        int common = slots.bits() & bits;
        slots = new TimeSlots(common == 0 ? slots.bits() | bits : common);
    }

    /**
     * All that hides posts.
     *
     * @param text what is looked for
     * @param today in Jining
     */
    SearchFilter filter(String text, LocalDate today) {
        if (!hides) {
            return SearchFilter.NONE;
        }
        return new SearchFilter(
                occupations(),
                settlements.chosen(),
                slots,
                new TimeSlots(excludedSlots),
                benefits.chosen(),
                Chosen.any(),
                certificates.chosen(),
                heldCertificates(),
                Chosen.any(),
                towns.chosen(),
                atMost(words),
                excludedNames(text),
                leastPay,
                SearchFilter.ANY_PAY,
                0,
                Optional.empty(),
                startsWithinDays == ANY_DAY ? Optional.empty() : Optional.of(today.plusDays(startsWithinDays)));
    }

    /** What of it hides posts of which no more than trade and words are known. */
    SearchFilter filterOfTitles(String text) {
        SearchFilter none = SearchFilter.NONE;
        return new SearchFilter(
                occupations(),
                none.settlements(),
                none.slots(),
                none.excludedSlots(),
                none.benefits(),
                none.hazards(),
                none.certificates(),
                none.heldCertificates(),
                none.employers(),
                none.towns(),
                atMost(words),
                excludedNames(text),
                none.leastFenPerHour(),
                none.belowFenPerHour(),
                none.leastTrustPercent(),
                none.postedWithin(),
                none.startsBy());
    }

    /**
     * Trades that are not wanted, where they are surely meant. What the same words ask for is not hidden: 打包 不去工厂 wants to
     * pack, though most packers work in factories.
     */
    private Chosen<OccupationGroup> occupations() {
        Set<OccupationGroup> unwanted = new HashSet<>(trades.unwanted);
        unwanted.removeAll(trades.wanted);
        return Chosen.without(unwanted);
    }

    /** With those that come with them, as C1 with B2. */
    private Set<CertificateCode> heldCertificates() {
        Set<CertificateCode> all = new HashSet<>();
        for (Certificate certificate : Certificates.in(Certificates.withImplied(held))) {
            all.add(certificate.code());
        }
        return all;
    }

    /**
     * Names of trades that are not wanted: whoever calls itself so is hidden too, of whatever trade. Not if what is asked for
     * is called so itself.
     */
    private Set<ExcludedName> excludedNames(String text) {
        Set<String> unwanted = new LinkedHashSet<>(names);
        unwanted.removeIf(text::contains);
        Set<ExcludedName> excluded = new HashSet<>();
        for (String name : atMost(unwanted)) {
            Set<String> denials = new HashSet<>();
            TitleSign.DENIALS.forEach(denial -> denials.add(denial + name));
            excluded.add(new ExcludedName(name, denials));
        }
        return excluded;
    }

    private static Set<String> atMost(Set<String> words) {
        return words.size() <= SearchFilter.MOST_WORDS
                ? words
                : Set.copyOf(new ArrayList<>(words).subList(0, SearchFilter.MOST_WORDS));
    }
}
