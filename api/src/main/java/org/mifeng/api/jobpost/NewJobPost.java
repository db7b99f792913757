package org.mifeng.api.jobpost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

/**
 * What an employer sends to post a job. Nothing is trusted yet; {@link PostingCheck} makes a {@link Posting} of it.
 *
 * @param title 1 to 200 characters
 * @param body what the work is, 1 to 10,000 characters
 * @param occupation a code of the 2022 classification
 * @param place where work starts or the pick-up point
 * @param pay what it pays
 * @param settlement when pay is handed over (P17)
 * @param slots when the work is, 28 bits
 * @param shiftFixed whether the worker must be free in all slots; no if left out
 * @param openings how many are wanted, 1 to 10,000
 * @param certificates that must be held, codes of the reference table; none if left out
 * @param benefits beside pay; none if left out
 * @param hazards known hazards; left out means not declared, which counts as hazardous for the young (P21)
 * @param minAge not supported yet (P13)
 * @param maxAge not supported yet (P13)
 * @param startsOn first day of work; left out means any day
 * @param validUntil when the post expires
 * @param phone whom to call
 */
public record NewJobPost(
        @Schema(required = true) @Nullable String title,
        @Schema(required = true) @Nullable String body,
        @Schema(required = true) @Nullable String occupation,
        @Schema(required = true) @Nullable Place place,
        @Schema(required = true) @Nullable Wage pay,
        @Schema(required = true) @Nullable Settlement settlement,
        @Schema(required = true) @Nullable Integer slots,
        @Nullable Boolean shiftFixed,
        @Schema(required = true) @Nullable Integer openings,
        @Nullable List<String> certificates,
        @Nullable List<Benefit> benefits,
        @Nullable List<Hazard> hazards,
        @Nullable Integer minAge,
        @Nullable Integer maxAge,
        @Nullable LocalDate startsOn,
        @Schema(required = true) @Nullable Instant validUntil,
        @Schema(required = true) @Nullable String phone) {

    /**
     * Where.
     *
     * @param latitude WGS-84, degrees north
     * @param longitude WGS-84, degrees east
     * @param address as people find it, 1 to 200 characters
     */
    @Schema(name = "NewJobPostPlace")
    public record Place(
            @Schema(required = true) @Nullable Double latitude,
            @Schema(required = true) @Nullable Double longitude,
            @Schema(required = true) @Nullable String address) {}

    /**
     * How much.
     *
     * @param amountFen fen per unit
     * @param unit per what
     * @param hoursPerDay working hours of a day, 8 if left out
     */
    @Schema(name = "NewJobPostPay")
    public record Wage(
            @Schema(required = true) @Nullable Integer amountFen,
            @Schema(required = true) @Nullable PayUnit unit,
            @Nullable Integer hoursPerDay) {}

    @Override
    public String toString() {
        return "NewJobPost";
    }
}
