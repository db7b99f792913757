package org.mifeng.api.search;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.mifeng.indexdata.query.Chip;
import org.mifeng.indexdata.query.QueryReading;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.search.SearchSort;

/**
 * What a reading means to the engine: trades and words order a list, everything else is a filter.
 *
 * @param reading what was typed
 */
public record WordsRead(QueryReading reading) {
    private static final int MOST_TRADES = 16;
    /** What a wish takes; a guessed name stands in the rest too. */
    private static final int LONGEST_TEXT = 500;

    private static final int ANY_WAY = Integer.MAX_VALUE;

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
        return new ChipFilter(reading.chips()).filter(text(), today);
    }

    /** What of it hides posts of which no more than trade and words are known. */
    public SearchFilter filterOfTitles() {
        return new ChipFilter(reading.chips()).filterOfTitles(text());
    }

    /** How far at most, if it is said. */
    OptionalInt metres() {
        int metres = ANY_WAY;
        for (Chip chip : reading.chips()) {
            if (chip instanceof Chip.Near near) {
                metres = Math.min(metres, near.metres());
            }
        }
        return metres == ANY_WAY ? OptionalInt.empty() : OptionalInt.of(metres);
    }

    /** The certificates that are held. */
    private long held() {
        long held = 0;
        for (Chip chip : reading.chips()) {
            if (chip instanceof Chip.Held one) {
                held |= one.certificates();
            }
        }
        return held;
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
}
