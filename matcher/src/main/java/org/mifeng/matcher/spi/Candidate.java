package org.mifeng.matcher.spi;

import java.util.List;

/**
 * A post that a backend found, with the values that made its score.
 *
 * @param id the post number
 * @param version of the post that was ranked
 * @param employerId its employer's number
 * @param score as {@link org.mifeng.matcher.ranking.RankingQuery#score} gives it
 * @param rank as {@link org.mifeng.matcher.ranking.RankingQuery#rank} gives it
 * @param metres the way
 * @param values of the parts, in the order of {@link org.mifeng.matcher.Part}
 */
public record Candidate(
        long id, long version, long employerId, double score, double rank, double metres, List<Double> values) {
    /** Copies the list. */
    public Candidate {
        values = List.copyOf(values);
    }
}
