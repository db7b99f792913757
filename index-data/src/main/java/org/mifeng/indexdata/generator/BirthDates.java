package org.mifeng.indexdata.generator;

import java.time.LocalDate;

/**
 * Birth dates and sequence numbers of ID numbers, such that no two seekers share both.
 *
 * <p>Seekers are dealt to the 999 sequence numbers in turn. The seekers of one sequence number are dealt to as many strata
 * of the age distribution by a permutation, one to a stratum; strata hold disjoint days, so their dates differ. So the
 * ages are distributed as wished, however many seekers there are, and each is computed from its number alone.
 */
final class BirthDates {
    private static final int SEQUENCES = 999;

    /** Age bands: from this age in years on, this many of a thousand; the last band ends at {@link #OLDEST}. */
    private static final int[][] BANDS = {{16, 6}, {18, 64}, {25, 130}, {35, 215}, {45, 275}, {55, 240}, {65, 70}};

    private static final int OLDEST = 76;
    private static final double DAYS_PER_YEAR = 365.2425;

    private final long seed;
    private final LocalDate today;
    private final int strata;
    private final int step;
    /** For each stratum its first age in days, and where the last one ends. */
    private final int[] firstDay;

    BirthDates(long seed, LocalDate today, int seekers) {
        this.seed = seed;
        this.today = today;
        strata = Math.max(1, (seekers + SEQUENCES - 1) / SEQUENCES);
        step = coprimeTo(strata, seed);
        firstDay = new int[strata + 1];
        for (int i = 0; i <= strata; i++) {
            firstDay[i] = ageDays(i / (double) strata);
            if (i > 0 && firstDay[i] <= firstDay[i - 1]) {
                throw new IllegalArgumentException("too many seekers for distinct birth dates: " + seekers);
            }
        }
    }

    private static int coprimeTo(int strata, long seed) {
        int candidate = (int) Long.remainderUnsigned(Draw.mix(seed), strata) | 1;
        while (gcd(candidate, strata) != 1) {
            candidate++;
        }
        return candidate;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The age in days below which this share of the seekers is; 16 years and a day at least. */
    private static int ageDays(double share) {
        double thousandths = share * 1_000;
        int band = 0;
        while (band < BANDS.length - 1 && thousandths > BANDS[band][1]) {
            thousandths -= BANDS[band][1];
            band++;
        }
        int endYear = band == BANDS.length - 1 ? OLDEST : BANDS[band + 1][0];
        double years = BANDS[band][0] + (endYear - BANDS[band][0]) * Math.min(1, thousandths / BANDS[band][1]);
        return (int) (years * DAYS_PER_YEAR) + 2;
    }

    /** 1 to 999; odd for a man, even for a woman. */
    int sequence(long index) {
        return 1 + (int) ((index - 1) % SEQUENCES);
    }

    LocalDate birthDate(long index) {
        int sequence = sequence(index);
        long turn = (index - 1) / SEQUENCES;
        long shift = Long.remainderUnsigned(Draw.mix(seed + sequence), strata);
        int stratum = (int) ((turn * step + shift) % strata);
        int days = firstDay[stratum + 1] - firstDay[stratum];
        return today.minusDays(firstDay[stratum] + new Draw(seed, Draw.Kind.BIRTH_DATE, index).below(days));
    }
}
