package org.mifeng.matcher;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A seeker's profile as the engine sees it: opaque number, wishes and limits; never a name, phone, address or ID
 * number, and nothing that ranking must not know (sex, ethnicity, origin; rule F1).
 *
 * @param id opaque number, positive
 * @param version of the row it was read from, not negative; of two versions the higher wins
 * @param active whether the seeker looks for work now and agreed to be suggested to employers
 * @param birthDate for the legal age rules only (P20 to P23)
 * @param wish what the seeker wants
 * @param background what is known beside it
 */
public record Seeker(long id, long version, boolean active, LocalDate birthDate, Wish wish, Background background) {
    /** @throws InvalidFieldException if a number is out of range */
    public Seeker {
        InvalidFieldException.check(id > 0, "id", "must be positive");
        InvalidFieldException.check(version >= 0, "version", "must not be negative");
    }

    /**
     * What a person wants of a job, whoever it is: the part of a profile that matching reads.
     *
     * @param occupations wished occupations, best first, at most 16; empty means any
     * @param text wishes and skills in the seeker's words, at most 500 characters; may be empty
     * @param start where the way to work begins: home or the kiosk, never taken from the ID number
     * @param travel how the seeker gets to work
     * @param maxDistanceMetres the limit of the way, 100 to {@value #ANYWHERE_METRES}, which means none
     * @param slots when the seeker is free
     * @param settlements acceptable settlements; empty means any; a preference, not a filter
     * @param floorFenPerHour wished pay in fen per hour, 0 (none) to 100,000
     * @param floorIsMust whether posts below the floor are hidden
     * @param certificates held and valid, bits of {@link CertificateCode}
     */
    public record Wish(
            List<OccupationCode> occupations,
            String text,
            Coordinates start,
            TravelMode travel,
            int maxDistanceMetres,
            TimeSlots slots,
            Set<Settlement> settlements,
            int floorFenPerHour,
            boolean floorIsMust,
            long certificates) {
        /** Farther than any two places in China are apart. */
        public static final int ANYWHERE_METRES = 6_000_000;

        /** @throws InvalidFieldException if a value is out of its range */
        public Wish {
            occupations = List.copyOf(occupations);
            settlements = Set.copyOf(settlements);
            InvalidFieldException.check(occupations.size() <= 16, "occupations", "must be at most 16");
            InvalidFieldException.check(text.length() <= 500, "text", "must have at most 500 characters");
            InvalidFieldException.check(
                    maxDistanceMetres >= 100 && maxDistanceMetres <= ANYWHERE_METRES,
                    "maxDistanceMetres",
                    "must be 100 to 6000000");
            InvalidFieldException.check(
                    floorFenPerHour >= 0 && floorFenPerHour <= 100_000, "floorFenPerHour", "must be 0 to 100000");
        }
    }
}
