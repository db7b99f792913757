package org.mifeng.api.indexing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.EmployerConduct;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Openings;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/** Rows of {@code job_post} as the engine sees them. Neither address nor phone is read. */
final class JobPostRows {
    /** Selects what {@link #read} needs; append a condition. */
    static final String SELECT = """
            select id, version, employer_id, state, occupation, latitude, longitude, title, body, pay_amount_fen,
                   pay_unit, hours_per_day, settlement, slots, shift_fixed, openings, openings_left, certificates,
                   benefits, hazards, hazards_known, min_age, max_age, confirmed_at, valid_until
            from job_post
            """;

    private static final String LIVE = "LIVE";

    private JobPostRows() {}

    /**
     * The row the cursor stands on.
     *
     * @throws IllegalArgumentException if a column holds what the engine refuses
     */
    static JobPost read(ResultSet row) throws SQLException {
        int openingsLeft = row.getInt(17);
        return new JobPost(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4).equals(LIVE) && openingsLeft > 0,
                new OccupationCode(row.getString(5)),
                new Coordinates(row.getDouble(6), row.getDouble(7)),
                row.getString(8),
                row.getString(9),
                new Pay(row.getInt(10), PayUnit.valueOf(row.getString(11)), row.getInt(12)),
                Settlement.valueOf(row.getString(13)),
                new TimeSlots(row.getInt(14)),
                row.getBoolean(15),
                new Openings(row.getInt(16), openingsLeft, 0),
                row.getLong(18),
                BitSets.of(Benefit.class, row.getInt(19)),
                BitSets.of(Hazard.class, row.getInt(20)),
                row.getBoolean(21),
                row.getInt(22),
                row.getInt(23),
                EmployerConduct.UNKNOWN.trustPercent(),
                Set.of(),
                instant(row, 24),
                instant(row, 25));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
