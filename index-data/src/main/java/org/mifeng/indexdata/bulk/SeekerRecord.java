package org.mifeng.indexdata.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

/**
 * A seeker (求职者) as a file carries it. ID number, name and phone are plain here and only here (P30): keep such files
 * as carefully as the keys. {@link #toString()} shows none of them.
 *
 * @param id number, positive
 * @param publicId 22 characters of base64url
 * @param idNumber of the person
 * @param name at most 50 characters, not empty
 * @param phone digits, spaces and hyphens, if there is one
 * @param state whether the person looks for work
 * @param birthDate the one in the ID number
 * @param wishes wished occupations, best first, at most 16
 * @param wishText wishes and skills in the seeker's words, at most 500 characters
 * @param home where the way to work begins, WGS-84, if told; never taken from the ID number
 * @param travel how the seeker gets to work
 * @param maxDistanceMetres 100 to 200,000
 * @param slots when the seeker is free
 * @param settlements acceptable ones; empty means any
 * @param floorFenPerHour 0 (none) to 100,000
 * @param floorIsMust whether posts below the floor are hidden
 * @param certificates held and valid, bits of {@link org.mifeng.matcher.CertificateCode}
 * @param helpGroups groups helped first (P04) that the person registered with
 * @param consentedAt when the person agreed to be kept (P30), if so
 * @param createdAt when the record was made
 * @param updatedAt when it last changed
 */
public record SeekerRecord(
        long id,
        String publicId,
        IdNumber idNumber,
        String name,
        Optional<String> phone,
        SeekerState state,
        LocalDate birthDate,
        List<OccupationCode> wishes,
        String wishText,
        Optional<Coordinates> home,
        TravelMode travel,
        int maxDistanceMetres,
        TimeSlots slots,
        Set<Settlement> settlements,
        int floorFenPerHour,
        boolean floorIsMust,
        long certificates,
        Set<HelpGroup> helpGroups,
        Optional<Instant> consentedAt,
        Instant createdAt,
        Instant updatedAt) {
    /** @throws org.mifeng.matcher.InvalidFieldException if a value is out of its range */
    public SeekerRecord {
        FieldRule.holds(id > 0, "id", "must be positive");
        FieldRule.publicId(publicId);
        FieldRule.holds(!name.isBlank(), "name", "must not be empty");
        FieldRule.text(name, 50, "name");
        phone.ifPresent(number -> FieldRule.phone(number, "phone"));
        FieldRule.holds(birthDate.equals(idNumber.birthDate()), "birthDate", "must be the date in the ID number");
        wishes = List.copyOf(wishes);
        FieldRule.holds(wishes.size() <= 16, "wishes", "must be at most 16");
        FieldRule.text(wishText, 500, "wishText");
        FieldRule.holds(
                maxDistanceMetres >= 100 && maxDistanceMetres <= 200_000, "maxDistanceMetres", "must be 100 to 200000");
        settlements = Set.copyOf(settlements);
        helpGroups = Set.copyOf(helpGroups);
        FieldRule.holds(floorFenPerHour >= 0 && floorFenPerHour <= 100_000, "floorFenPerHour", "must be 0 to 100000");
    }

    /**
     * The seeker as the engine sees it, at version 0.
     *
     * @param startWithoutHome where the way begins for a seeker who told no home
     */
    public Seeker seeker(Coordinates startWithoutHome) {
        return new Seeker(
                id,
                0,
                state == SeekerState.ACTIVE,
                birthDate,
                new Seeker.Wish(
                        wishes,
                        wishText,
                        home.orElse(startWithoutHome),
                        travel,
                        maxDistanceMetres,
                        slots,
                        settlements,
                        floorFenPerHour,
                        floorIsMust,
                        certificates),
                new Background(helpGroups, Set.of(), Set.of(), Set.of()));
    }

    @Override
    public String toString() {
        return "SeekerRecord[id=" + id + ", state=" + state + "]";
    }
}
