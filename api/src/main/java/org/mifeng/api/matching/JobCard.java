package org.mifeng.api.matching;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import org.mifeng.api.jobpost.JobPostFacts;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.Part;

/**
 * A post in a list: what it is, and why it suits.
 *
 * @param post what it is, whoever asks
 * @param distanceMetres the straight way from where the seeker starts, rounded to metres
 * @param direction of that way
 * @param score the sum of all contributions, 0 to 1
 * @param reasons one or two short Chinese reasons
 * @param parts what the score is made of (P31)
 */
public record JobCard(
        @JsonUnwrapped JobPostFacts post,
        long distanceMetres,
        Direction direction,
        double score,
        List<String> reasons,
        List<ScorePart> parts) {
    /** Copies the lists. */
    public JobCard {
        reasons = List.copyOf(reasons);
        parts = List.copyOf(parts);
    }

    /**
     * One part of a score; told to six decimals.
     *
     * @param part which
     * @param value 0 to 1
     * @param weight in the model
     * @param contribution weight times value
     */
    @JsonSerialize(using = ScorePartWriter.class)
    public record ScorePart(Part part, double value, double weight, double contribution) {}

    static JobCard of(JobPostFacts post, Match match, Coordinates start) {
        return new JobCard(
                post,
                Math.round(match.metres()),
                Direction.from(
                        start,
                        new Coordinates(post.place().latitude(), post.place().longitude())),
                match.score(),
                match.reasons(),
                match.parts().stream()
                        .map(part -> new ScorePart(part.part(), part.value(), part.weight(), part.contribution()))
                        .toList());
    }
}
