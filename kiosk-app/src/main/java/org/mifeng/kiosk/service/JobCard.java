package org.mifeng.kiosk.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job of a list, as the service states it. What an employer did not state is null here and is not shown; codes are
 * strings, for a newer service may know more of them.
 *
 * @param id opaque, 22 characters
 * @param picture key of the trade's picture
 * @param distanceMetres from the kiosk, in metres
 * @param direction one of eight, such as {@code EAST}
 * @param slots times of a week, see {@link WeekTimes}
 * @param reasons why it suits, at most two short phrases
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobCard(
        String id,
        long postNumber,
        String title,
        @Nullable Occupation occupation,
        @Nullable String picture,
        Pay pay,
        @Nullable String settlement,
        @Nullable Place place,
        @Nullable Double distanceMetres,
        @Nullable String direction,
        @Nullable LocalDate startsOn,
        @Nullable Integer slots,
        @Nullable Integer openings,
        @Nullable Integer openingsLeft,
        List<String> benefits,
        List<String> hazards,
        @Nullable Employer employer,
        @Nullable Instant confirmedAt,
        List<String> reasons) {
    /** Absent lists become empty ones. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent properties
    public JobCard {
        benefits = benefits == null ? List.of() : List.copyOf(benefits);
        hazards = hazards == null ? List.of() : List.copyOf(hazards);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        if (id == null || title == null || pay == null) {
            throw new IllegalArgumentException("a job has an id, a title and a pay");
        }
    }

    /** A trade. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Occupation(String code, String name) {}

    /**
     * What is paid.
     *
     * @param amountFen in fen for one unit
     * @param unit {@code HOUR}, {@code DAY}, {@code MONTH} or {@code PIECE}
     * @param hoursPerDay hours of a day's work, if stated
     * @param fenPerHour what an hour brings, in fen
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Pay(
            long amountFen,
            String unit,
            @Nullable Double hoursPerDay,
            @Nullable Long fenPerHour) {}

    /** Where the work is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Place(@Nullable String town, @Nullable String address) {}

    /** Who offers it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Employer(@Nullable String name, boolean verified) {}
}
