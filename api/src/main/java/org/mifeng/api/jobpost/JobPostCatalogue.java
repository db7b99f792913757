package org.mifeng.api.jobpost;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.privacy.SealedPlace;
import org.mifeng.api.privacy.Sealer;
import org.mifeng.indexdata.bulk.EmployerState;
import org.mifeng.indexdata.bulk.JobPostState;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.reference.Picture;
import org.mifeng.indexdata.reference.Town;
import org.mifeng.indexdata.reference.Towns;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

/**
 * Posts as the public may see them. This is the exit check (invariant 3): whatever an index says, only a post that is
 * live, valid, wanted, and of an employer in good standing leaves here. Plain JDBC, one query for a page: this is the
 * hot path of every list.
 */
@Singleton
public class JobPostCatalogue {
    private static final String FACTS = """
            select p.id, p.public_id, p.version, p.state, p.occupation, p.title, p.latitude, p.longitude, p.town_code,
                   p.address, p.pay_amount_fen, p.pay_unit, p.hours_per_day, p.settlement, p.slots, p.shift_fixed,
                   p.openings, p.openings_left, p.benefits, p.hazards, p.starts_on, p.confirmed_at, p.valid_until,
                   e.public_id as employer_public_id,
                   e.name as employer_name, e.state as employer_state, e.verified_until""";

    private static final String FROM = " from job_post p join employer e on e.id = p.employer_id where ";

    private final DataSource database;
    private final Sealer sealer;

    JobPostCatalogue(DataSource database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /**
     * A post that may be shown.
     *
     * @param version of the row
     * @param facts what to show
     */
    public record Shown(long version, JobPostFacts facts) {}

    /**
     * Which of these posts may be shown now.
     *
     * @param ids post numbers, in any order
     * @return by post number; those that may not be shown are missing
     */
    public Map<Long, Shown> visible(Collection<Long> ids, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FACTS + FROM + "p.id in (" + places + ")")) {
            int place = 0;
            for (long id : ids) {
                query.setLong(++place, id);
            }
            Map<Long, Shown> shown = HashMap.newHashMap(ids.size());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (isVisible(row, now)) {
                        shown.put(row.getLong("id"), new Shown(row.getLong("version"), facts(row, now)));
                    }
                }
            }
            return shown;
        } catch (SQLException e) {
            throw new GenericJDBCException("cannot read posts", e);
        }
    }

    /** What a single post turned out to be. */
    public sealed interface Found {
        /** Open. */
        record Open(JobPostDetail detail) implements Found {}

        /** It was shown once and no longer is. */
        record Closed() implements Found {}

        /** There is no such post, or nobody has seen it yet. */
        record Unknown() implements Found {}
    }

    /** One post with all its text; the only place that opens its phone. */
    public Found find(String publicId, Instant now) {
        return read(publicId, (row, id) -> switch (JobPostState.valueOf(row.getString("state"))) {
                    case IN_REVIEW, TAKEN_DOWN -> new Found.Unknown();
                    case LIVE -> isVisible(row, now) ? new Found.Open(detail(row, now)) : new Found.Closed();
                    case PAUSED, FILLED, EXPIRED -> new Found.Closed();
                })
                .orElseGet(Found.Unknown::new);
    }

    /** One post whatever its state, for its own employer. */
    Optional<JobPostDetail> ofEmployer(String publicId, Instant now) {
        return read(publicId, (row, id) -> detail(row, now));
    }

    private interface RowReader<T> {
        T read(ResultSet row, long id) throws SQLException;
    }

    private <T> Optional<T> read(String publicId, RowReader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        FACTS + ", p.body, p.certificates, p.phone_sealed" + FROM + "p.public_id = ?")) {
            query.setString(1, publicId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row, row.getLong("id"))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new GenericJDBCException("cannot read a post", e);
        }
    }

    private static boolean isVisible(ResultSet row, Instant now) throws SQLException {
        return JobPostState.LIVE.name().equals(row.getString("state"))
                && row.getInt("openings_left") > 0
                && instant(row, "valid_until").isAfter(now)
                && EmployerState.ACTIVE.name().equals(row.getString("employer_state"))
                && isVerified(row, now);
    }

    /** P15: an expired verification hides the posts. */
    private static boolean isVerified(ResultSet row, Instant now) throws SQLException {
        @Nullable LocalDateTime until = row.getObject("verified_until", LocalDateTime.class);
        return until != null && until.toInstant(ZoneOffset.UTC).isAfter(now);
    }

    private static JobPostFacts facts(ResultSet row, Instant now) throws SQLException {
        OccupationCode code = new OccupationCode(row.getString("occupation"));
        Optional<Occupation> occupation = Occupations.find(code);
        String everydayName = occupation.map(Occupation::everydayName).orElse(code.value());
        Pay pay = new Pay(
                row.getInt("pay_amount_fen"), PayUnit.valueOf(row.getString("pay_unit")), row.getInt("hours_per_day"));
        String townCode = row.getString("town_code");
        String title = row.getString("title");
        return new JobPostFacts(
                row.getString("public_id"),
                row.getLong("id"),
                everydayName,
                title,
                new JobPostFacts.Occupation(code.value(), everydayName),
                occupation.map(Occupation::picture).orElse(Picture.OTHER).key(),
                new JobPostFacts.StatedPay(pay.amountFen(), pay.unit(), pay.hoursPerDay(), pay.fenPerHour()),
                Settlement.valueOf(row.getString("settlement")),
                new JobPostFacts.Place(
                        townCode,
                        Towns.find(townCode).map(Town::name).orElse(""),
                        row.getString("address"),
                        row.getDouble("latitude"),
                        row.getDouble("longitude")),
                row.getObject("starts_on", LocalDate.class),
                row.getInt("slots"),
                row.getBoolean("shift_fixed"),
                row.getInt("openings"),
                row.getInt("openings_left"),
                members(Benefit.class, row.getInt("benefits")),
                members(Hazard.class, row.getInt("hazards")),
                new JobPostFacts.Employer(
                        row.getString("employer_public_id"), row.getString("employer_name"), isVerified(row, now)),
                instant(row, "confirmed_at"),
                instant(row, "valid_until"));
    }

    private JobPostDetail detail(ResultSet row, Instant now) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("phone_sealed");
        return new JobPostDetail(
                facts(row, now),
                row.getString("body"),
                sealed == null ? null : sealer.open(SealedPlace.ofJobPostPhone(row.getLong("id")), sealed),
                certificates(row.getLong("certificates")));
    }

    private static List<String> certificates(long bits) {
        return Certificates.in(bits).stream().map(Certificate::name).toList();
    }

    private static <E extends Enum<E>> Set<E> members(Class<E> type, int bits) {
        Set<E> members = EnumSet.noneOf(type);
        Stream.of(type.getEnumConstants())
                .filter(member -> (bits >>> member.ordinal() & 1) == 1)
                .forEach(members::add);
        return members;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
