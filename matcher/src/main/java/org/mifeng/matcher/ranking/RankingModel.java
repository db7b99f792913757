package org.mifeng.matcher.ranking;

/**
 * One version of the ranking model: its weights and the shape of each part.
 *
 * @param version changes whenever a list could change; kept with every impression so that it can be replayed
 * @param match the weights for a seeker's profile
 * @param search the weights when words are typed: the trade they speak of counts most, then the words themselves
 * @param searchByName the same when the words are nothing but names of trades; of what a post brings for whoever asks (pay,
 *     freshness, vacancy, trust) each part weighs as in {@code search}
 * @param halfText the BM25 sum at which the text part of a match is one half
 * @param halfSearchText the same for a search, which asks for words beside pairs of characters
 * @param halfFreshnessDays the age of the last confirmation at which freshness is one half, days
 * @param spreadWidth how much less a post may score and still come first among near-equals, 0 to 0.1
 */
public record RankingModel(
        String version,
        Weights match,
        Weights search,
        Weights searchByName,
        double halfText,
        double halfSearchText,
        double halfFreshnessDays,
        double spreadWidth) {
    /**
     * The model in use. Trade first, for a wrong trade makes a job useless; then the way, which is paid twice a day;
     * then money; the rest decides among equals.
     */
    public static final RankingModel CURRENT = new RankingModel(
            "4",
            new Weights(0.30, 0.10, 0.20, 0.13, 0.06, 0.07, 0.05, 0.04, 0.03, 0.01, 0.01),
            new Weights(0.42, 0.24, 0.12, 0.06, 0.02, 0.02, 0.05, 0.03, 0.02, 0.01, 0.01),
            new Weights(0.44, 0.14, 0.20, 0.06, 0.02, 0.02, 0.05, 0.03, 0.02, 0.01, 0.01),
            8,
            16,
            3,
            0.01);

    private static final double MOST_SPREAD = 0.1;
    private static final double SECONDS_PER_DAY = 86_400;

    /** A term counts at most this often in a post: more says nothing more. */
    public static final int MAX_FREQUENCY = 63;

    private static final double CODE_SCALE = 255 / (TextStatistics.K1 + 1);

    private static final int FACTOR_BITS = 12;
    /** The BM25 term factor that each code stands for, in units of {@code 2^-FACTOR_BITS}. */
    private static final int[] FACTORS = new int[256];

    static {
        for (int code = 0; code < FACTORS.length; code++) {
            FACTORS[code] = (int) Math.round(code / CODE_SCALE * (1 << FACTOR_BITS));
        }
    }

    private static final double MILLI = 1_000;
    private static final double PERCENT = 100;

    /** @throws IllegalArgumentException if a half is not positive or the spread out of range */
    public RankingModel {
        if (!(halfText > 0 && halfSearchText > 0 && halfFreshnessDays > 0)) {
            throw new IllegalArgumentException(
                    "halves must be positive but are " + halfText + ", " + halfSearchText + ", " + halfFreshnessDays);
        }
        if (search.pay() != searchByName.pay()
                || search.freshness() != searchByName.freshness()
                || search.vacancy() != searchByName.vacancy()
                || search.trust() != searchByName.trust()) {
            throw new IllegalArgumentException("what a post brings must weigh the same in every search");
        }
        if (!(spreadWidth >= 0 && spreadWidth <= MOST_SPREAD)) {
            throw new IllegalArgumentException("the spread must be 0 to " + MOST_SPREAD + " but is " + spreadWidth);
        }
    }

    /**
     * The text part: saturates, so that a long wish cannot drown the rest.
     *
     * @param bm25Milli the sum of the terms' impacts, thousandths, not negative
     * @param half the sum at which it is one half
     */
    public static double text(int bm25Milli, double half) {
        return bm25Milli / (bm25Milli + half * MILLI);
    }

    /** The proximity part for a distance in metres. */
    public static double proximity(double metres, double halfMetres) {
        return halfMetres / (halfMetres + metres);
    }

    /**
     * The pay part: one half at the reference, four fifths at its double. Squared because people feel a day's pay 20 %
     * above the usual much more than a hyperbola alone would say.
     *
     * @param fenPerHour what the post pays
     * @param referenceFenPerHour the usual pay of the trade or the seeker's floor, whichever is higher; positive
     */
    public static double pay(int fenPerHour, int referenceFenPerHour) {
        double pay = (double) fenPerHour * fenPerHour;
        double reference = (double) referenceFenPerHour * referenceFenPerHour;
        return pay / (pay + reference);
    }

    /** The freshness part. A confirmation in the future (clocks differ) counts as now. */
    public double freshness(long confirmedAtSecond, long nowSecond) {
        double days = Math.max(0, nowSecond - confirmedAtSecond) / SECONDS_PER_DAY;
        return halfFreshnessDays / (halfFreshnessDays + days);
    }

    /**
     * What a post brings to a score for whoever asks: the weighted parts of pay, freshness, vacancy and trust, if the
     * seeker's own floor is not above the usual pay.
     *
     * @param weights of the parts
     * @param fenPerHour what it pays
     * @param medianFenPerHour the usual pay of its trade
     * @param ageSeconds of the last confirmation
     * @param vacancyPercent 0 to 100
     * @param trustPercent 0 to 100
     */
    public double merit(
            Weights weights,
            int fenPerHour,
            int medianFenPerHour,
            long ageSeconds,
            int vacancyPercent,
            int trustPercent) {
        return weights.pay() * pay(fenPerHour, medianFenPerHour)
                + weights.freshness() * freshness(0, ageSeconds)
                + weights.vacancy() * vacancyPercent / PERCENT
                + weights.trust() * trustPercent / PERCENT;
    }

    /**
     * BM25's term factor (Robertson and Zaragoza 2009), {@code tf (k1 + 1) / (tf + k1 (1 - b + b length / average))},
     * as one byte: an index then keeps a posting in a byte, and all backends agree to the bit.
     *
     * @param frequency how often the term occurs, title counted twice; positive
     * @param length of the text in terms, as the index keeps it
     * @param averageLength of all texts
     * @return 1 to 255
     */
    public static int termCode(int frequency, int length, double averageLength) {
        double norm = TextStatistics.K1 * (1 - TextStatistics.B + TextStatistics.B * length / averageLength);
        double capped = Math.min(frequency, MAX_FREQUENCY);
        double factor = capped * (TextStatistics.K1 + 1) / (capped + norm);
        return Math.clamp(Math.round(factor * CODE_SCALE), 1, 255);
    }

    /**
     * What a term adds to the BM25 sum, thousandths. Whole numbers add up to the same sum in any order, and fast.
     *
     * @param inverseDocumentFrequencyMilli thousandths, see {@link TextStatistics#inverseDocumentFrequencyMilli}
     * @param termCode 0 to 255
     */
    public static int termImpact(int inverseDocumentFrequencyMilli, int termCode) {
        return (inverseDocumentFrequencyMilli * FACTORS[termCode]) >> FACTOR_BITS;
    }
}
