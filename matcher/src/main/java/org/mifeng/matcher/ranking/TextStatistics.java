package org.mifeng.matcher.ranking;

import java.util.Map;

/**
 * What BM25 knows of the whole collection. Frozen when an index generation is built and kept with it: scores then do
 * not drift with merges and deletes, and a list can be replayed as long as its generation lives.
 *
 * @param posts how many posts were counted
 * @param averageLength of a post's text in terms, positive
 * @param documentFrequencies in how many of them each term occurs
 */
public record TextStatistics(int posts, double averageLength, Map<String, Integer> documentFrequencies) {
    /** Term frequency saturation of BM25. */
    static final double K1 = 1.2;

    /** Length normalisation of BM25; low, because a post is long when the employer is careful. */
    static final double B = 0.4;

    private static final int LEAST_MILLI = 120;
    /** Begins each term that is a word of the dictionary: no analysis of a text gives a term with this sign. */
    public static final String WORD_MARK = "=";

    /** What a word of the dictionary counts, in relation to a pair of characters that is as rare. */
    private static final double WORD_WEIGHT = 0.5;

    /** For an index that starts empty: every term counts the same. */
    public static final TextStatistics NONE = new TextStatistics(0, 64, Map.of());

    /** @throws IllegalArgumentException if the average is not positive or the count negative */
    public TextStatistics {
        if (!(averageLength > 0) || posts < 0) {
            throw new IllegalArgumentException("bad statistics: " + posts + " posts of length " + averageLength);
        }
        documentFrequencies =
                documentFrequencies instanceof TermCounts known ? known : new TermCounts(documentFrequencies);
    }

    /** Whether so many posts have the term that it tells none from another: one in four. */
    boolean isEverywhere(String term) {
        return posts > 0 && postsWith(term) > posts / 4;
    }

    /** Whether some post had the term when the posts were counted, or none was counted. */
    boolean isKnown(String term) {
        return posts == 0 || postsWith(term) > 0;
    }

    private int postsWith(String term) {
        return ((TermCounts) documentFrequencies).of(term);
    }

    /**
     * {@code ln(1 + (N - n + 0.5) / (n + 0.5))} in thousandths, half of it for a word of the dictionary, beside which its
     * pairs of characters count; at least {@value #LEAST_MILLI}: also a term that every post has must leave a trace in the
     * sum, for a search asks for posts with a sum above zero.
     */
    public int inverseDocumentFrequencyMilli(String term) {
        int n = postsWith(term);
        double weight = term.startsWith(WORD_MARK) ? WORD_WEIGHT : 1;
        return (int) Math.max(LEAST_MILLI, Math.round(1_000 * weight * Math.log(1 + (posts - n + 0.5) / (n + 0.5))));
    }
}
