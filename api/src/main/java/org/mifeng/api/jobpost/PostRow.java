package org.mifeng.api.jobpost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.bulk.EmployerState;
import org.mifeng.indexdata.bulk.JobPostState;
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
 * What a list may need of a post, as its row says it: public facts only, neither text nor phone. Sets are the bits of
 * their columns.
 *
 * @param id number of the row
 * @param publicId opaque
 * @param version of the row
 * @param state of the post
 * @param occupation code of the 2022 classification
 * @param title as the employer wrote it
 * @param place where work starts
 * @param pay as stated
 * @param settlement when pay is handed over
 * @param slots 28 bits
 * @param shiftFixed whether all slots are needed
 * @param openings how many are wanted
 * @param openingsLeft how many are still wanted
 * @param benefits bits
 * @param hazards bits
 * @param startsOn first day of work, if one was named
 * @param confirmedAt when the employer last confirmed the post
 * @param validUntil when it expires, exclusive
 * @param employer who posts
 */
public record PostRow(
        long id,
        String publicId,
        long version,
        JobPostState state,
        String occupation,
        String title,
        Place place,
        Pay pay,
        Settlement settlement,
        int slots,
        boolean shiftFixed,
        int openings,
        int openingsLeft,
        int benefits,
        int hazards,
        @Nullable LocalDate startsOn,
        Instant confirmedAt,
        Instant validUntil,
        Employer employer) {

    /** Selects what {@link #read} needs; append further columns, {@link #FROM}, and a condition. */
    public static final String SELECT = """
            select p.id, p.public_id, p.version, p.state, p.occupation, p.title, p.latitude, p.longitude, p.town_code,
                   p.address, p.pay_amount_fen, p.pay_unit, p.hours_per_day, p.settlement, p.slots, p.shift_fixed,
                   p.openings, p.openings_left, p.benefits, p.hazards, p.starts_on, p.confirmed_at, p.valid_until,
                   p.employer_id, e.public_id, e.name, e.state, e.verified_until""";

    /** The tables of {@link #SELECT}. */
    public static final String FROM = " from job_post p join employer e on e.id = p.employer_id";

    /**
     * Where work starts.
     *
     * @param latitude WGS-84
     * @param longitude WGS-84
     * @param townCode nine digits
     * @param address as people find it
     */
    public record Place(double latitude, double longitude, String townCode, String address) {}

    /**
     * Who posts.
     *
     * @param id number of the row
     * @param publicId opaque
     * @param name of the employer
     * @param state whether staff let it post
     * @param verifiedUntil when its verification ends (P15); null: never verified
     */
    public record Employer(
            long id,
            String publicId,
            String name,
            EmployerState state,
            @Nullable Instant verifiedUntil) {
        boolean isVerified(Instant now) {
            return verifiedUntil != null && verifiedUntil.isAfter(now);
        }
    }

    /** The row the cursor stands on. */
    public static PostRow read(ResultSet row) throws SQLException {
        @Nullable LocalDateTime verifiedUntil = row.getObject(28, LocalDateTime.class);
        return new PostRow(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                JobPostState.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                new Place(row.getDouble(7), row.getDouble(8), row.getString(9), row.getString(10)),
                new Pay(row.getInt(11), PayUnit.valueOf(row.getString(12)), row.getInt(13)),
                Settlement.valueOf(row.getString(14)),
                row.getInt(15),
                row.getBoolean(16),
                row.getInt(17),
                row.getInt(18),
                row.getInt(19),
                row.getInt(20),
                row.getObject(21, LocalDate.class),
                row.getObject(22, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject(23, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new Employer(
                        row.getLong(24),
                        row.getString(25),
                        row.getString(26),
                        EmployerState.valueOf(row.getString(27)),
                        verifiedUntil == null ? null : verifiedUntil.toInstant(ZoneOffset.UTC)));
    }

    /**
     * Whether the public may see the post (invariant 3): live, wanted, valid, of an employer who is active and verified
     * (P15). Time alone can only end it.
     */
    public boolean isVisible(Instant now) {
        return isWanted()
                && validUntil.isAfter(now)
                && employer.state() == EmployerState.ACTIVE
                && employer.isVerified(now);
    }

    /** Whether the post itself, leaving its employer and the time aside, is to be shown. */
    public boolean isWanted() {
        return state == JobPostState.LIVE && openingsLeft > 0;
    }

    /** What a list shows. */
    public JobPostFacts facts(Instant now) {
        OccupationCode code = new OccupationCode(occupation);
        Optional<Occupation> known = Occupations.find(code);
        String everydayName = known.map(Occupation::everydayName).orElse(code.value());
        return new JobPostFacts(
                publicId,
                id,
                everydayName,
                title,
                new JobPostFacts.Occupation(code.value(), everydayName),
                known.map(Occupation::picture).orElse(Picture.OTHER).key(),
                new JobPostFacts.StatedPay(pay.amountFen(), pay.unit(), pay.hoursPerDay(), pay.fenPerHour()),
                settlement,
                new JobPostFacts.Place(
                        place.townCode(),
                        Towns.find(place.townCode()).map(Town::name).orElse(""),
                        place.address(),
                        place.latitude(),
                        place.longitude()),
                startsOn,
                slots,
                shiftFixed,
                openings,
                openingsLeft,
                members(Benefit.class, benefits),
                members(Hazard.class, hazards),
                new JobPostFacts.Employer(employer.publicId(), employer.name(), employer.isVerified(now)),
                confirmedAt,
                validUntil);
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
