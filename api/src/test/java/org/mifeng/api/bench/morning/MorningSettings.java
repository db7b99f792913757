package org.mifeng.api.bench.morning;

import java.util.List;

/**
 * Which mornings to play.
 *
 * @param posts of the whole district, open and closed
 * @param seekers who come in a morning, 1 to 10,000
 * @param openingsPercent openings for every hundred seekers
 * @param mornings how many
 * @param seed of the first; the others follow
 * @param holdMinutes how long an application keeps its opening beyond the applicant's own way
 * @param appealPercent how many of the jobs that fit also please, for reasons that no profile holds
 * @param tried numbers for spreading, beside those of the model in use
 */
public record MorningSettings(
        int posts,
        int seekers,
        int openingsPercent,
        int mornings,
        long seed,
        int holdMinutes,
        int appealPercent,
        List<Spreading> tried) {
    private static final int MINUTE = 60;

    /** Copies the list. */
    public MorningSettings {
        tried = List.copyOf(tried);
    }

    Habits habits() {
        return Habits.USUAL.with(holdMinutes * MINUTE, appealPercent / 100.0);
    }
}
