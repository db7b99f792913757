package org.mifeng.api.seeker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

/** The row of a seeker, as far as matching needs it. What is sealed is not mapped: nothing here can show it. */
@Entity
@Table(name = "seeker")
@SuppressWarnings("UnusedVariable") // fields are read by the persistence provider
class SeekerEntity {
    @Id
    private long id;

    @Version
    private long version;

    @Column(name = "id_number_key")
    private byte[] idNumberKey;

    @Column(name = "consented_at")
    private @Nullable LocalDateTime consentedAt;

    @Column(name = "wish_occupations")
    private String wishOccupations;

    @Column(name = "wish_text")
    private String wishText;

    private @Nullable Double latitude;
    private @Nullable Double longitude;

    @Enumerated(EnumType.STRING)
    private TravelMode travel;

    @Column(name = "max_distance_metres")
    private int maxDistanceMetres;

    private int slots;

    @JdbcTypeCode(SqlTypes.TINYINT)
    private int settlements;

    @Column(name = "floor_fen_per_hour")
    private int floorFenPerHour;

    @Column(name = "floor_is_must")
    private boolean floorIsMust;

    private long certificates;

    @Column(name = "help_groups")
    private int helpGroups;

    /** For the persistence provider. */
    protected SeekerEntity() {}

    long id() {
        return id;
    }

    Set<HelpGroup> helpGroups() {
        return members(HelpGroup.class, helpGroups);
    }

    Seeker.Wish wish(Coordinates otherwiseStart) {
        return new Seeker.Wish(
                occupations(),
                wishText,
                latitude == null || longitude == null ? otherwiseStart : new Coordinates(latitude, longitude),
                travel,
                maxDistanceMetres,
                new TimeSlots(slots),
                members(Settlement.class, settlements),
                floorFenPerHour,
                floorIsMust,
                certificates);
    }

    private List<OccupationCode> occupations() {
        return wishOccupations.isEmpty()
                ? List.of()
                : Arrays.stream(wishOccupations.split(" ", -1))
                        .map(OccupationCode::new)
                        .toList();
    }

    private static <E extends Enum<E>> Set<E> members(Class<E> type, int bits) {
        Set<E> members = EnumSet.noneOf(type);
        for (E member : type.getEnumConstants()) {
            if ((bits >>> member.ordinal() & 1) == 1) {
                members.add(member);
            }
        }
        return members;
    }
}
