package org.mifeng.matcher.spi;

import java.util.List;

/**
 * A seeker that a backend found for a post, with the values that made the score.
 *
 * @param id the seeker number
 * @param version of the profile that was ranked
 * @param score as {@link org.mifeng.matcher.ranking.SeekerQuery#score} gives it
 * @param metres the way
 * @param values of the parts, in the order of {@link org.mifeng.matcher.Part}
 */
public record SeekerCandidate(long id, long version, double score, double metres, List<Double> values) {
    /** Copies the list. */
    public SeekerCandidate {
        values = List.copyOf(values);
    }
}
