package org.mifeng.matcher.search;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.CertificateCode;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/**
 * What a post must and must not be to be found. Of what a post has one of (trade, settlement, employer, town) it must be
 * one of the included; of what it may have several of (benefits, hazards, certificates) it must have all of the
 * included. None of the excluded in either case.
 *
 * @param occupations trades and groups of trades
 * @param settlements when pay is handed over
 * @param slots times when work is wanted: all of a fixed shift must be among them, else one; a post that states no
 *     times suits at all times
 * @param excludedSlots times when there must be no work, as in 不要夜班
 * @param benefits beside pay
 * @param hazards that the employer declared
 * @param certificates that the post demands
 * @param heldCertificates those that the person is known to hold: a post that demands some must demand one of these, for who
 *     names one may hold others too; empty if nothing is known
 * @param employers numbers
 * @param towns numbers of nine digits
 * @param excludedWords a post that has all the terms of one of them is out; at most {@value #MOST_WORDS}
 * @param excludedNames a post that says one of them in its title, or twice, is out, so that 不要保洁 hides 酒店保洁员 too, but
 *     nobody who only mentions cleaning, who denies it in the title, or twice, or in whose 环保洁具 the characters only touch;
 *     counts as a trade that is left out; at most {@value #MOST_WORDS}
 * @param leastFenPerHour 0 to 1,000,000
 * @param belowFenPerHour exclusive, above the least; {@link #ANY_PAY} for no limit
 * @param leastTrustPercent 0 to 100, see {@link org.mifeng.matcher.EmployerConduct#trustPercent}
 * @param postedWithin how long ago it was posted at most; empty for any time
 * @param startsBy the last day on which work may begin; a post that states no day begins on any; empty for any day
 */
public record SearchFilter(
        Chosen<OccupationGroup> occupations,
        Chosen<Settlement> settlements,
        TimeSlots slots,
        TimeSlots excludedSlots,
        Chosen<Benefit> benefits,
        Chosen<Hazard> hazards,
        Chosen<CertificateCode> certificates,
        Set<CertificateCode> heldCertificates,
        Chosen<Long> employers,
        Chosen<Integer> towns,
        Set<String> excludedWords,
        Set<ExcludedName> excludedNames,
        int leastFenPerHour,
        int belowFenPerHour,
        int leastTrustPercent,
        Optional<Duration> postedWithin,
        Optional<LocalDate> startsBy) {
    /** More than any job pays. */
    public static final int ANY_PAY = Integer.MAX_VALUE;

    /** The most words, and the most names, to leave out. */
    public static final int MOST_WORDS = 16;

    private static final int MOST_FEN_PER_HOUR = 1_000_000;

    /** Any post. */
    public static final SearchFilter NONE = new SearchFilter(
            Chosen.any(),
            Chosen.any(),
            TimeSlots.ALWAYS,
            TimeSlots.NEVER,
            Chosen.any(),
            Chosen.any(),
            Chosen.any(),
            Set.of(),
            Chosen.any(),
            Chosen.any(),
            Set.of(),
            Set.of(),
            0,
            ANY_PAY,
            0,
            Optional.empty(),
            Optional.empty());

    /** @throws InvalidFieldException if a value is out of its range */
    public SearchFilter {
        heldCertificates = Collections.unmodifiableSet(new TreeSet<>(heldCertificates));
        excludedWords = Collections.unmodifiableSet(new TreeSet<>(excludedWords));
        excludedNames = Collections.unmodifiableSet(new TreeSet<>(excludedNames));
        check(excludedWords.size() <= MOST_WORDS, "words", "must be at most " + MOST_WORDS);
        check(excludedNames.size() <= MOST_WORDS, "names", "must be at most " + MOST_WORDS);
        check(leastFenPerHour >= 0 && leastFenPerHour <= MOST_FEN_PER_HOUR, "leastFenPerHour", "must be 0 to 1000000");
        check(belowFenPerHour > leastFenPerHour, "belowFenPerHour", "must be above leastFenPerHour");
        check(leastTrustPercent >= 0 && leastTrustPercent <= 100, "leastTrustPercent", "must be 0 to 100");
        check(postedWithin.map(Duration::isPositive).orElse(true), "postedWithin", "must be positive");
    }

    private static void check(boolean holds, String field, String rule) {
        if (!holds) {
            throw new InvalidFieldException(field, rule);
        }
    }
}
