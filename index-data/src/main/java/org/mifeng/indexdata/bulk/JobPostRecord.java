package org.mifeng.indexdata.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.EmployerConduct;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Openings;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/**
 * A job post (岗位) as a file carries it. The phone is plain here and only here.
 *
 * @param id post number, positive
 * @param publicId 22 characters of base64url
 * @param employerId number of its employer
 * @param state where it stands
 * @param occupation code of the 2022 classification
 * @param title at most 200 characters, not empty
 * @param body what the work is, at most 10,000 characters
 * @param place where work starts, WGS-84
 * @param townCode nine digits of the town (民政 code)
 * @param address at most 200 characters
 * @param pay amount, unit, hours of a day
 * @param settlement when pay is handed over
 * @param slots when the work is
 * @param shiftFixed whether the worker must be free in all of {@code slots}
 * @param openings 1 to 10,000
 * @param openingsLeft 0 to {@code openings}
 * @param applicants people who hold one of the places left or have applied for one, 0 to 1,000,000
 * @param certificates all must be held (P24), bits of {@link org.mifeng.matcher.CertificateCode}
 * @param benefits beside pay
 * @param hazards known hazards
 * @param hazardsKnown whether the employer declared them
 * @param welcomes groups helped first (P04) whom the employer says to welcome
 * @param minAge 16 or above (P13, P21)
 * @param maxAge at most 120, which means no limit
 * @param startsOn first day of work, if it is fixed
 * @param phone digits, spaces and hyphens
 * @param confirmedAt when the employer last confirmed the post
 * @param validUntil when it expires, exclusive
 * @param createdAt when it was posted
 * @param updatedAt when it last changed
 */
public record JobPostRecord(
        long id,
        String publicId,
        long employerId,
        JobPostState state,
        OccupationCode occupation,
        String title,
        String body,
        Coordinates place,
        String townCode,
        String address,
        Pay pay,
        Settlement settlement,
        TimeSlots slots,
        boolean shiftFixed,
        int openings,
        int openingsLeft,
        int applicants,
        long certificates,
        Set<Benefit> benefits,
        Set<Hazard> hazards,
        boolean hazardsKnown,
        Set<HelpGroup> welcomes,
        int minAge,
        int maxAge,
        Optional<LocalDate> startsOn,
        String phone,
        Instant confirmedAt,
        Instant validUntil,
        Instant createdAt,
        Instant updatedAt) {
    /** @throws org.mifeng.matcher.InvalidFieldException if a value is out of its range */
    public JobPostRecord {
        FieldRule.holds(id > 0, "id", "must be positive");
        FieldRule.publicId(publicId);
        FieldRule.holds(employerId > 0, "employerId", "must be positive");
        FieldRule.holds(!title.isBlank(), "title", "must not be empty");
        FieldRule.text(title, 200, "title");
        FieldRule.text(body, 10_000, "body");
        FieldRule.townCode(townCode);
        FieldRule.text(address, 200, "address");
        FieldRule.holds(openings >= 1 && openings <= 10_000, "openings", "must be 1 to 10000");
        FieldRule.holds(openingsLeft >= 0 && openingsLeft <= openings, "openingsLeft", "must be 0 to openings");
        FieldRule.holds(applicants >= 0 && applicants <= 1_000_000, "applicants", "must be 0 to 1000000");
        FieldRule.holds(minAge >= 16 && minAge <= 120, "minAge", "must be 16 to 120");
        FieldRule.holds(maxAge >= minAge && maxAge <= 120, "maxAge", "must be minAge to 120");
        FieldRule.phone(phone, "phone");
        benefits = Set.copyOf(benefits);
        hazards = Set.copyOf(hazards);
        welcomes = Set.copyOf(welcomes);
    }

    /** The post as the engine sees it, of an employer of whom nothing is known. */
    public JobPost jobPost() {
        return jobPost(EmployerConduct.UNKNOWN);
    }

    /**
     * The post as the engine sees it, without phone and address, at version 0.
     *
     * @param employer how its employer treats people
     */
    public JobPost jobPost(EmployerConduct employer) {
        return new JobPost(
                id,
                0,
                employerId,
                state == JobPostState.LIVE && openingsLeft > 0,
                occupation,
                place,
                Integer.parseInt(townCode),
                title,
                body,
                pay,
                settlement,
                slots,
                shiftFixed,
                new Openings(openings, openingsLeft, applicants),
                certificates,
                benefits,
                hazards,
                hazardsKnown,
                minAge,
                maxAge,
                employer.trustPercent(),
                welcomes,
                startsOn,
                createdAt,
                confirmedAt,
                validUntil);
    }

    @Override
    public String toString() {
        return "JobPostRecord[id=" + id + ", state=" + state + ", occupation=" + occupation + "]";
    }
}
