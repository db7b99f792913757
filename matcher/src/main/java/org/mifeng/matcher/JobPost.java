package org.mifeng.matcher;

import java.time.Instant;
import java.util.Set;

/**
 * A job post as the engine sees it: no employer's name, phone or address, only what matching needs. The text has passed
 * review.
 *
 * @param id the post number, positive; ties in score are broken by the smaller
 * @param version of the row it was read from, not negative; of two versions the higher wins
 * @param employerId the employer's opaque number, positive
 * @param open whether the post is live and has openings left; a closed post is kept but never matched
 * @param occupation what the work is
 * @param place where work starts or the pick-up point
 * @param title at most 200 characters
 * @param body at most 10,000 characters
 * @param pay what it pays
 * @param settlement when pay is handed over
 * @param slots when the work is
 * @param shiftFixed whether the worker must be free in all of {@code slots}; otherwise one common slot is enough
 * @param openings how many are wanted, 1 to 10,000
 * @param openingsLeft how many are still wanted, 0 to {@code openings}
 * @param certificates all must be held (P24), bits of {@link CertificateCode}
 * @param benefits beside pay
 * @param hazards known hazards (P21, P23)
 * @param hazardsKnown whether the employer declared the hazards; if not, the post counts as hazardous for the young
 * @param minAge lowest lawful age in years, 16 or above (P13, P21)
 * @param maxAge highest age in years with approved justification (P13), or 120
 * @param confirmedAt when the employer last confirmed the post
 * @param validUntil when the post expires, exclusive
 */
public record JobPost(
        long id,
        long version,
        long employerId,
        boolean open,
        OccupationCode occupation,
        Coordinates place,
        String title,
        String body,
        Pay pay,
        Settlement settlement,
        TimeSlots slots,
        boolean shiftFixed,
        int openings,
        int openingsLeft,
        long certificates,
        Set<Benefit> benefits,
        Set<Hazard> hazards,
        boolean hazardsKnown,
        int minAge,
        int maxAge,
        Instant confirmedAt,
        Instant validUntil) {

    /** @throws InvalidFieldException if a value is out of its range */
    public JobPost {
        InvalidFieldException.check(id > 0, "id", "must be positive");
        InvalidFieldException.check(version >= 0, "version", "must not be negative");
        InvalidFieldException.check(employerId > 0, "employerId", "must be positive");
        InvalidFieldException.check(title.length() <= 200, "title", "must have at most 200 characters");
        InvalidFieldException.check(body.length() <= 10_000, "body", "must have at most 10000 characters");
        InvalidFieldException.check(openings >= 1 && openings <= 10_000, "openings", "must be 1 to 10000");
        InvalidFieldException.check(
                openingsLeft >= 0 && openingsLeft <= openings, "openingsLeft", "must be 0 to openings");
        InvalidFieldException.check(minAge >= 16 && minAge <= 120, "minAge", "must be 16 to 120");
        InvalidFieldException.check(maxAge >= minAge && maxAge <= 120, "maxAge", "must be minAge to 120");
        benefits = Set.copyOf(benefits);
        hazards = Set.copyOf(hazards);
    }
}
