package org.mifeng.api.search;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mifeng.indexdata.query.Chip;
import org.mifeng.indexdata.query.QueryReading;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.reference.TitleSign;
import org.mifeng.matcher.CertificateCode;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.search.Chosen;
import org.mifeng.matcher.search.ExcludedName;
import org.mifeng.matcher.search.OccupationGroup;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.search.SearchSort;

/**
 * What a reading means to the engine: trades and words order a list, everything else is a filter.
 *
 * @param reading what was typed
 */
public record WordsRead(QueryReading reading) {
    private static final int USUAL_HOURS = 8;
    private static final int MOST_TRADES = 16;
    /** What a wish takes; a guessed name stands in the rest too. */
    private static final int LONGEST_TEXT = 500;

    private static final int TOMORROW = 1;
    private static final double SURELY_MEANT = 0.5;

    /** The trades that are looked for, by how surely they are meant. */
    Map<OccupationCode, Double> trades() {
        Map<OccupationCode, Double> trades = new HashMap<>();
        int read = 0;
        for (Chip chip : reading.chips()) {
            if (chip instanceof Chip.Trade trade && !trade.mark().negated()) {
                for (Chip.Weighted one : trade.occupations()) {
                    if (read++ < MOST_TRADES) {
                        trades.merge(one.code(), Math.min(1, one.weight()), Math::max);
                    }
                }
            }
        }
        return trades;
    }

    /** The words to look for: the names of work that were read, and what no table explains. */
    public String text() {
        Set<String> said = new LinkedHashSet<>();
        for (Chip chip : reading.chips()) {
            if (chip instanceof Chip.Trade trade && !trade.mark().negated()) {
                said.add(trade.name());
            }
        }
        said.add(reading.rest());
        String words = String.join(" ", said).strip();
        return words.substring(0, Math.min(LONGEST_TEXT, words.length()));
    }

    /** The search for these trades and words. */
    public Search search(SearchFilter filter, SearchSort sort) {
        Map<OccupationCode, Double> trades = trades();
        return new Search(
                trades, filter, sort, !trades.isEmpty() && reading.rest().isBlank());
    }

    /** All that hides posts. */
    SearchFilter filter(LocalDate today) {
        boolean hides = false;
        for (Chip chip : reading.chips()) {
            hides |= hides(chip);
        }
        if (!hides) {
            return SearchFilter.NONE;
        }
        return new SearchFilter(
                occupations(),
                chosen(Chip.Paid.class, chip -> Stream.of(chip.settlement())),
                slots(),
                excludedSlots(),
                chosen(Chip.Given.class, chip -> chip.benefits().stream()),
                Chosen.any(),
                chosen(Chip.Demanded.class, WordsRead::certificates),
                heldCertificates(),
                Chosen.any(),
                chosen(Chip.Place.class, chip -> chip.towns().stream().map(Integer::valueOf)),
                excludedWords(),
                excludedNames(),
                leastFenPerHour(),
                SearchFilter.ANY_PAY,
                0,
                Optional.empty(),
                startsWithinDays().map(today::plusDays));
    }

    private static boolean hides(Chip chip) {
        return chip.mark().negated()
                || !(chip instanceof Chip.Trade || chip instanceof Chip.Word || chip instanceof Chip.Near);
    }

    /** What of it hides posts of which no more than trade and words are known. */
    public SearchFilter filterOfTitles() {
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
                excludedWords(),
                excludedNames(),
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
        Set<OccupationGroup> unwanted = surelyMeant(reading.unwanted(Chip.Trade.class));
        unwanted.removeAll(surelyMeant(reading.wanted(Chip.Trade.class)));
        return Chosen.without(unwanted);
    }

    private static Set<OccupationGroup> surelyMeant(Stream<Chip.Trade> chips) {
        return chips.flatMap(chip -> chip.occupations().stream()
                        .filter(trade -> trade.weight() >= SURELY_MEANT
                                || trade.equals(chip.occupations().getFirst())))
                .map(trade -> new OccupationGroup(trade.code().value()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private long held() {
        return reading.wanted(Chip.Held.class)
                .mapToLong(Chip.Held::certificates)
                .reduce(0, (a, b) -> a | b);
    }

    /** With those that come with them, as C1 with B2. */
    private Set<CertificateCode> heldCertificates() {
        return Certificates.in(Certificates.withImplied(held())).stream()
                .map(Certificate::code)
                .collect(Collectors.toSet());
    }

    /**
     * The trades most of whose posts demand what is held, if no trade is named: what has use for a certificate comes before what
     * needs none.
     */
    List<OccupationCode> tradesOfCertificates() {
        long held = held();
        if (held == 0 || !trades().isEmpty()) {
            return List.of();
        }
        return Occupations.all().stream()
                .filter(occupation -> demand(occupation, held) > 0)
                .sorted(Comparator.comparingInt((Occupation occupation) -> demand(occupation, held))
                        .reversed()
                        .thenComparing(Occupation::code))
                .limit(MOST_TRADES)
                .map(Occupation::code)
                .toList();
    }

    /** How many of the trade's posts demand one of these, in relation to other trades. */
    private static int demand(Occupation occupation, long certificates) {
        return Certificates.keys(certificates).stream()
                        .mapToInt(key -> occupation.certificates().getOrDefault(key, 0))
                        .sum()
                * occupation.weight();
    }

    private static Stream<CertificateCode> certificates(Chip.Demanded chip) {
        return (chip.certificates() == 0 ? Certificates.all() : Certificates.in(chip.certificates()))
                .stream().map(Certificate::code);
    }

    private <C extends Chip, T extends Comparable<T>> Chosen<T> chosen(Class<C> kind, Function<C, Stream<T>> values) {
        if (reading.chips().stream().noneMatch(kind::isInstance)) {
            return Chosen.any();
        }
        return new Chosen<>(
                reading.wanted(kind).flatMap(values).collect(Collectors.toSet()),
                reading.unwanted(kind).flatMap(values).collect(Collectors.toSet()));
    }

    /** 周末下午 is what both have in common; 下午或者晚上, which have nothing, is either. */
    private TimeSlots slots() {
        return new TimeSlots(reading.wanted(Chip.Slot.class)
                .mapToInt(chip -> chip.slots().bits())
                .reduce((a, b) -> (a & b) == 0 ? a | b : a & b)
                .orElse(TimeSlots.ALWAYS.bits()));
    }

    private TimeSlots excludedSlots() {
        return new TimeSlots(reading.unwanted(Chip.Slot.class)
                .mapToInt(chip -> chip.slots().bits())
                .reduce(0, (a, b) -> a | b));
    }

    /** The highest pay that is asked for, fen per hour; 0 if none is. */
    private int leastFenPerHour() {
        return reading.wanted(Chip.Pay.class)
                .mapToInt(chip -> new Pay(chip.leastFen(), chip.unit(), USUAL_HOURS).fenPerHour())
                .max()
                .orElse(0);
    }

    /** How far at most, if it is said. */
    OptionalInt metres() {
        return reading.wanted(Chip.Near.class).mapToInt(Chip.Near::metres).min();
    }

    /** By when work must begin, days from today; work that is wanted at once begins tomorrow at the latest. */
    private Optional<Integer> startsWithinDays() {
        return Stream.concat(
                        reading.wanted(Chip.Urgent.class).map(chip -> TOMORROW),
                        reading.wanted(Chip.Slot.class)
                                .flatMap(chip -> chip.daysAhead().stream().boxed()))
                .min(Integer::compare);
    }

    /**
     * Names of trades that are not wanted: whoever calls itself so is hidden too, of whatever trade. Not if what is asked for
     * is called so itself.
     */
    private Set<ExcludedName> excludedNames() {
        String wanted = text();
        return reading.unwanted(Chip.Trade.class)
                .map(Chip.Trade::name)
                .filter(name -> !wanted.contains(name))
                .distinct()
                .limit(SearchFilter.MOST_WORDS)
                .map(name -> new ExcludedName(
                        name,
                        TitleSign.DENIALS.stream().map(denial -> denial + name).collect(Collectors.toSet())))
                .collect(Collectors.toSet());
    }

    private Set<String> excludedWords() {
        return reading.unwanted(Chip.Word.class)
                .map(Chip.Word::text)
                .limit(SearchFilter.MOST_WORDS)
                .collect(Collectors.toSet());
    }
}
