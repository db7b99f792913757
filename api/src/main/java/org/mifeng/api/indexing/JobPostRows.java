package org.mifeng.api.indexing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.outbox.EmployerPosts;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.EmployerConduct;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Openings;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/**
 * Rows of {@code job_post}, each with its employer's, as the engine sees them. Neither address nor phone is read.
 *
 * <p>What is made of a row hangs on the row alone, never on the moment of reading, or two nodes would rank differently:
 * a verification that ends is an end of validity, judged when a list is made, and for trust an employer counts as verified
 * who ever was. So a change of the employer is a change of its posts: {@link EmployerPosts} gives them new versions.
 */
final class JobPostRows {
    /** The number of a row in {@link #SELECT}. */
    static final String ID = "p.id";

    /**
     * Selects what {@link #read} needs; append a condition. The outer join keeps posts in the order of their numbers and
     * looks up each employer by its key, so that all posts can be streamed.
     */
    static final String SELECT = """
            select p.id, p.version, p.employer_id, p.state, p.occupation, p.latitude, p.longitude, p.title, p.body,
                   p.pay_amount_fen, p.pay_unit, p.hours_per_day, p.settlement, p.slots, p.shift_fixed, p.openings,
                   p.openings_left, p.certificates, p.benefits, p.hazards, p.hazards_known, p.min_age, p.max_age,
                   p.confirmed_at, p.valid_until, p.applicants, p.welcomes, e.state, e.verified_until,
                   e.paid_on_time_percent, e.answered_percent, e.open_complaints, p.town_code, p.starts_on, p.created_at
            from job_post p left join employer e on e.id = p.employer_id
            """;

    private static final String LIVE = "LIVE";
    private static final String ACTIVE = "ACTIVE";

    private JobPostRows() {}

    /**
     * The row the cursor stands on.
     *
     * @throws IllegalArgumentException if a column holds what the engine refuses
     */
    static JobPost read(ResultSet row) throws SQLException {
        int openingsLeft = row.getInt(17);
        @Nullable LocalDateTime verifiedUntil = row.getObject(29, LocalDateTime.class);
        boolean employerMayPost = ACTIVE.equals(row.getString(28)) && verifiedUntil != null;
        Instant validUntil = instant(row, 25);
        return new JobPost(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4).equals(LIVE) && openingsLeft > 0 && employerMayPost,
                new OccupationCode(row.getString(5)),
                new Coordinates(row.getDouble(6), row.getDouble(7)),
                Integer.parseInt(row.getString(33)),
                row.getString(8),
                row.getString(9),
                new Pay(row.getInt(10), PayUnit.valueOf(row.getString(11)), row.getInt(12)),
                Settlement.valueOf(row.getString(13)),
                new TimeSlots(row.getInt(14)),
                row.getBoolean(15),
                new Openings(row.getInt(16), openingsLeft, row.getInt(26)),
                row.getLong(18),
                BitSets.of(Benefit.class, row.getInt(19)),
                BitSets.of(Hazard.class, row.getInt(20)),
                row.getBoolean(21),
                row.getInt(22),
                row.getInt(23),
                new EmployerConduct(verifiedUntil != null, number(row, 30), number(row, 31), row.getInt(32))
                        .trustPercent(),
                BitSets.of(HelpGroup.class, row.getInt(27)),
                Optional.ofNullable(row.getObject(34, LocalDate.class)),
                instant(row, 35),
                instant(row, 24),
                verifiedUntil == null ? validUntil : earlier(validUntil, verifiedUntil.toInstant(ZoneOffset.UTC)));
    }

    /** P15: a post is shown no longer than its employer is verified. */
    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static OptionalInt number(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
