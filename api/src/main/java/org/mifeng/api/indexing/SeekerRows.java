package org.mifeng.api.indexing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

/** Rows of {@code seeker} as the engine sees them. Neither the look-up key nor anything sealed is read. */
final class SeekerRows {
    /** Selects what {@link #read} needs; append a condition. */
    static final String SELECT = """
            select id, version, state, birth_date, wish_occupations, wish_text, latitude, longitude, travel,
                   max_distance_metres, slots, settlements, floor_fen_per_hour, floor_is_must, certificates
            from seeker
            """;

    private static final String ACTIVE = "ACTIVE";

    private SeekerRows() {}

    /**
     * The row the cursor stands on.
     *
     * @param market where a seeker without a place starts
     * @throws IllegalArgumentException if a column holds what the engine refuses
     */
    static Seeker read(ResultSet row, MarketPlace market) throws SQLException {
        double latitude = row.getDouble(7);
        Coordinates start = row.wasNull() ? market.coordinates() : new Coordinates(latitude, row.getDouble(8));
        return new Seeker(
                row.getLong(1),
                row.getLong(2),
                row.getString(3).equals(ACTIVE),
                row.getObject(4, LocalDate.class),
                new Seeker.Wish(
                        occupations(row.getString(5)),
                        row.getString(6),
                        start,
                        TravelMode.valueOf(row.getString(9)),
                        row.getInt(10),
                        new TimeSlots(row.getInt(11)),
                        BitSets.of(Settlement.class, row.getInt(12)),
                        row.getInt(13),
                        row.getBoolean(14),
                        row.getLong(15)),
                Background.NONE);
    }

    /** Codes in the order of preference, separated by one space. */
    private static List<OccupationCode> occupations(String codes) {
        return codes.isEmpty()
                ? List.of()
                : Arrays.stream(codes.split(" ", -1)).map(OccupationCode::new).toList();
    }
}
