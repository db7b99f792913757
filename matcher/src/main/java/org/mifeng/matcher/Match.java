package org.mifeng.matcher;

import java.util.List;

/**
 * One post that suits, with all that explains it.
 *
 * @param id the post number
 * @param version of the post that was ranked
 * @param employerId its employer's number
 * @param score the sum of all contributions, 0 to 1
 * @param rank what the order goes by: the score, and a little more for spreading, see {@link MatchRequest#spreadSeed}
 * @param metres the straight way from the seeker's start, in metres
 * @param parts every part of the score, in the order of {@link Part}
 * @param reasons one or two short Chinese reasons, made from the largest parts that matter to a person; may be empty
 */
public record Match(
        long id,
        long version,
        long employerId,
        double score,
        double rank,
        double metres,
        List<PartValue> parts,
        List<String> reasons) {
    /** Copies the lists. */
    public Match {
        parts = List.copyOf(parts);
        reasons = List.copyOf(reasons);
    }

    /** The same match, explained otherwise. */
    Match withReasons(List<String> others) {
        return new Match(id, version, employerId, score, rank, metres, parts, others);
    }

    /**
     * What one part gave.
     *
     * @param part which
     * @param value 0 to 1
     * @param weight of the part in the model
     */
    public record PartValue(Part part, double value, double weight) {
        /** Weight times value: what the part adds to the score. */
        public double contribution() {
            return value * weight;
        }
    }
}
