package org.mifeng.api.jobpost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/**
 * What an employer may post: every rule that needs no database holds.
 *
 * @param hazards empty if the employer declared nothing
 */
record Posting(
        String title,
        String body,
        OccupationCode occupation,
        Coordinates place,
        String townCode,
        String address,
        Pay pay,
        Settlement settlement,
        TimeSlots slots,
        boolean shiftFixed,
        int openings,
        long certificates,
        Set<Benefit> benefits,
        Optional<Set<Hazard>> hazards,
        Optional<LocalDate> startsOn,
        Instant validUntil,
        String phone) {
    /** 16: the age from which work is lawful (P20). */
    static final int LOWEST_AGE = 16;

    /** No highest age. */
    static final int NO_HIGHEST_AGE = 120;

    @Override
    public String toString() {
        return "Posting";
    }
}
