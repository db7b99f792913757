package org.mifeng.api.indexing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

/** Rows of {@code seeker} as the engine sees them. Neither the look-up key nor anything sealed is read. */
public final class SeekerRows {
    /** The number of a row in {@link #SELECT}. */
    public static final String ID = "s.id";

    /** Selects what {@link #read} needs; append further columns and the table {@code seeker s}. */
    public static final String COLUMNS = """
            select s.id, s.version, s.state, s.birth_date, s.wish_occupations, s.wish_text, s.latitude, s.longitude,
                   s.travel, s.max_distance_metres, s.slots, s.settlements, s.floor_fen_per_hour, s.floor_is_must,
                   s.certificates, s.help_groups""";

    /** Selects what {@link #read} needs; append a condition. */
    static final String SELECT = COLUMNS + " from seeker s";

    private static final String ACTIVE = "ACTIVE";

    private SeekerRows() {}

    /**
     * The row the cursor stands on.
     *
     * @param market where a seeker without a place starts
     * @param relations what the seeker said of employers and posts
     * @throws IllegalArgumentException if a column holds what the engine refuses
     */
    public static Seeker read(ResultSet row, MarketPlace market, SeekerRelations relations) throws SQLException {
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
                relations.background(BitSets.of(HelpGroup.class, row.getInt(16))));
    }

    /** Codes in the order of preference, separated by one space. */
    private static List<OccupationCode> occupations(String codes) {
        return codes.isEmpty()
                ? List.of()
                : Arrays.stream(codes.split(" ", -1)).map(OccupationCode::new).toList();
    }
}
