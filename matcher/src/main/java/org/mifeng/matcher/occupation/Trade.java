package org.mifeng.matcher.occupation;

import org.mifeng.matcher.OccupationCode;

/**
 * One row of the reference table of occupations that odd jobs are about.
 *
 * @param code its code
 * @param name its official Chinese name
 * @param medianFenPerHour the usual pay of the trade in the district, fen per hour, 1 to 100,000: the pay part's measure
 */
public record Trade(OccupationCode code, String name, int medianFenPerHour) {
    /** @throws IllegalArgumentException if the pay is out of range */
    public Trade {
        if (medianFenPerHour < 1 || medianFenPerHour > 100_000) {
            throw new IllegalArgumentException(
                    "median pay of " + code + " must be 1 to 100000 but is " + medianFenPerHour);
        }
    }
}
