package org.mifeng.matcher;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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
 * @param town number of the town it lies in, nine digits, or 0 if it is not known
 * @param title at most 200 characters
 * @param body at most 10,000 characters
 * @param pay what it pays
 * @param settlement when pay is handed over
 * @param slots when the work is
 * @param shiftFixed whether the worker must be free in all of {@code slots}; otherwise one common slot is enough
 * @param openings how many are wanted, and how many are after the places
 * @param certificates all must be held (P24), bits of {@link CertificateCode}
 * @param benefits beside pay
 * @param hazards known hazards (P21, P23)
 * @param hazardsKnown whether the employer declared the hazards; if not, the post counts as hazardous for the young
 * @param minAge lowest lawful age in years, 16 or above (P13, P21)
 * @param maxAge highest age in years with approved justification (P13), or 120
 * @param trustPercent how far the employer can be trusted, 0 to 100, see {@link EmployerConduct#trustPercent}
 * @param welcomes groups helped first (P04) whom the employer says to welcome
 * @param startsOn first day of work, if it is fixed
 * @param postedAt when the post was made
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
        int town,
        String title,
        String body,
        Pay pay,
        Settlement settlement,
        TimeSlots slots,
        boolean shiftFixed,
        Openings openings,
        long certificates,
        Set<Benefit> benefits,
        Set<Hazard> hazards,
        boolean hazardsKnown,
        int minAge,
        int maxAge,
        int trustPercent,
        Set<HelpGroup> welcomes,
        Optional<LocalDate> startsOn,
        Instant postedAt,
        Instant confirmedAt,
        Instant validUntil) {

    /** @throws InvalidFieldException if a value is out of its range */
    public JobPost {
        InvalidFieldException.check(id > 0, "id", "must be positive");
        InvalidFieldException.check(version >= 0, "version", "must not be negative");
        InvalidFieldException.check(employerId > 0, "employerId", "must be positive");
        InvalidFieldException.check(
                town == 0 || (town >= 100_000_000 && town <= 999_999_999), "town", "must have nine digits");
        InvalidFieldException.check(title.length() <= 200, "title", "must have at most 200 characters");
        InvalidFieldException.check(body.length() <= 10_000, "body", "must have at most 10000 characters");
        InvalidFieldException.check(minAge >= 16 && minAge <= 120, "minAge", "must be 16 to 120");
        InvalidFieldException.check(maxAge >= minAge && maxAge <= 120, "maxAge", "must be minAge to 120");
        InvalidFieldException.check(trustPercent >= 0 && trustPercent <= 100, "trustPercent", "must be 0 to 100");
        welcomes = Set.copyOf(welcomes);
        benefits = Set.copyOf(benefits);
        hazards = Set.copyOf(hazards);
    }

    /** Whether a worker sleeps there or is fetched, so that the way is no matter. */
    public boolean liftsDistanceLimit() {
        return benefits.contains(Benefit.LODGING) || benefits.contains(Benefit.PICK_UP);
    }

    /** Whether someone under 18 must not see it (P21): a hazard is known, or none was declared. */
    public boolean hazardousOrUnknown() {
        return !hazardsKnown || !hazards.isEmpty();
    }
}
