package org.mifeng.api.matching;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TravelMode;

/**
 * Who asks for jobs and what they want, as a client says it. Everything may be left out but the place.
 *
 * @param occupations wished codes of the 2022 classification, best first; any if left out
 * @param text wishes and skills in the seeker's words
 * @param near where the way to work begins
 * @param travel how the seeker gets to work; by e-bike if left out
 * @param maxDistanceMetres limit of the way, 100 to 200,000; 20,000 if left out
 * @param slots when the seeker is free, 28 bits; always if left out
 * @param settlements acceptable settlements; any if left out
 * @param floorFenPerHour wished pay; none if left out
 * @param floorIsMust whether posts below the floor are hidden; no if left out
 * @param certificates keys of those held; none if left out
 * @param birthDate for the age rules only; not together with {@code ageYears}
 * @param ageYears completed years; without it and a birth date no age rule can be applied, so the seeker counts as a
 *     minor of 16
 * @param helpGroups groups helped first (P04) that the seeker registered with; none if left out
 * @param wantedEmployers ids of employers the seeker worked for and wants again, at most 500
 * @param blockedEmployers ids of employers whose posts are not to be shown, at most 500
 * @param dismissedPosts ids of posts that were put aside, at most 500; they rank lower
 * @param spreadSeed shuffles near-equals, 0 to 2^53 - 1: take one per seeker and day; left out: the order of scores alone
 * @param limit jobs on a page, 1 to 50; 20 if left out
 * @param cursor of the page before
 */
public record Profile(
        @Nullable List<String> occupations,
        @Nullable String text,
        @Schema(required = true) @Nullable Near near,
        @Nullable TravelMode travel,
        @Nullable Integer maxDistanceMetres,
        @Nullable Integer slots,
        @Nullable List<Settlement> settlements,
        @Nullable Integer floorFenPerHour,
        @Nullable Boolean floorIsMust,
        @Nullable List<String> certificates,
        @Nullable LocalDate birthDate,
        @Nullable Integer ageYears,
        @Nullable List<HelpGroup> helpGroups,
        @Nullable List<String> wantedEmployers,
        @Nullable List<String> blockedEmployers,
        @Nullable List<String> dismissedPosts,
        @Nullable Long spreadSeed,
        @Nullable Integer limit,
        @Nullable String cursor) {
    /**
     * A place.
     *
     * @param latitude WGS-84, degrees north
     * @param longitude WGS-84, degrees east
     */
    public record Near(
            @Schema(required = true) @Nullable Double latitude,
            @Schema(required = true) @Nullable Double longitude) {}

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Profile";
    }
}
