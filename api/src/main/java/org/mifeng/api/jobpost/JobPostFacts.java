package org.mifeng.api.jobpost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

/**
 * What a list shows of a post whoever looks at it. Nothing that the employer did not state is invented.
 *
 * @param id opaque
 * @param postNumber for slips and the telephone
 * @param title how people call the work, short
 * @param rawTitle as the employer wrote it
 * @param occupation what the work is
 * @param picture key of the trade's picture
 * @param pay as stated, with yuan per hour (P17)
 * @param settlement when pay is handed over
 * @param place where work starts
 * @param startsOn first day of work, left out if any
 * @param slots when the work is
 * @param shiftFixed whether all slots are needed
 * @param openings how many are wanted
 * @param openingsLeft how many are still wanted
 * @param benefits beside pay
 * @param hazards known hazards
 * @param employer who
 * @param confirmedAt when the employer last confirmed the post
 * @param validUntil when it expires
 */
public record JobPostFacts(
        String id,
        long postNumber,
        String title,
        String rawTitle,
        Occupation occupation,
        String picture,
        StatedPay pay,
        Settlement settlement,
        Place place,
        @Nullable LocalDate startsOn,
        int slots,
        boolean shiftFixed,
        int openings,
        int openingsLeft,
        Set<Benefit> benefits,
        Set<Hazard> hazards,
        Employer employer,
        Instant confirmedAt,
        Instant validUntil) {

    /**
     * An occupation and how people call it.
     *
     * @param code of the 2022 classification
     * @param name everyday Chinese name
     */
    public record Occupation(String code, String name) {}

    /**
     * Pay as stated and per hour.
     *
     * @param amountFen per unit
     * @param unit per what
     * @param hoursPerDay assumed working hours of a day
     * @param fenPerHour what that makes per hour, rounded down
     */
    @Schema(name = "StatedPay")
    public record StatedPay(int amountFen, PayUnit unit, int hoursPerDay, int fenPerHour) {}

    /**
     * Where work starts.
     *
     * @param townCode nine digits
     * @param town its name
     * @param address as people find it
     * @param latitude WGS-84
     * @param longitude WGS-84
     */
    public record Place(String townCode, String town, String address, double latitude, double longitude) {}

    /**
     * Who posts.
     *
     * @param id opaque
     * @param name of the employer
     * @param verified whether staff verified it (P15)
     */
    public record Employer(String id, String name, boolean verified) {}
}
