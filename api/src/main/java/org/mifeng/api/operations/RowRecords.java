package org.mifeng.api.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.privacy.EmployerContact;
import org.mifeng.api.privacy.Keys;
import org.mifeng.api.privacy.PersonDetails;
import org.mifeng.api.privacy.SealedPlace;
import org.mifeng.indexdata.bulk.EmployerRecord;
import org.mifeng.indexdata.bulk.EmployerState;
import org.mifeng.indexdata.bulk.IdNumber;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.bulk.JobPostState;
import org.mifeng.indexdata.bulk.SeekerRecord;
import org.mifeng.indexdata.bulk.SeekerState;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

/**
 * Rows of tables as records of files, the way back from {@link RecordRows}. Without leave to open what is sealed, sealed
 * fields hold stand-ins that no file may contain.
 */
final class RowRecords {
    /** Stands in where a record demands a value that nobody gave, or that stays sealed. */
    private static final String UNKNOWN_NAME = "未登记";

    private static final String UNKNOWN_PHONE = "000";

    private final Keys keys;
    private final boolean open;

    /** @param open whether sealed values are opened */
    RowRecords(Keys keys, boolean open) {
        this.keys = keys;
        this.open = open;
    }

    EmployerRecord employer(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        EmployerContact contact = opened(SealedPlace.ofEmployerContact(id), row.getBytes("contact_sealed"))
                .map(EmployerContact::of)
                .orElse(new EmployerContact("", "", ""));
        return new EmployerRecord(
                id,
                row.getString("public_id"),
                row.getString("name"),
                Optional.of(contact.creditCode()).filter(code -> !code.isEmpty()),
                contact.name(),
                contact.phone().isEmpty() ? UNKNOWN_PHONE : contact.phone(),
                EmployerState.valueOf(row.getString("state")),
                time(row, "verified_until"),
                number(row, "paid_on_time_percent"),
                number(row, "answered_percent"),
                row.getInt("open_complaints"),
                time(row, "created_at").orElseThrow(),
                time(row, "updated_at").orElseThrow());
    }

    JobPostRecord jobPost(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new JobPostRecord(
                id,
                row.getString("public_id"),
                row.getLong("employer_id"),
                JobPostState.valueOf(row.getString("state")),
                new OccupationCode(row.getString("occupation")),
                row.getString("title"),
                row.getString("body"),
                new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getString("town_code"),
                row.getString("address"),
                new Pay(
                        row.getInt("pay_amount_fen"),
                        PayUnit.valueOf(row.getString("pay_unit")),
                        row.getInt("hours_per_day")),
                Settlement.valueOf(row.getString("settlement")),
                new TimeSlots(row.getInt("slots")),
                row.getBoolean("shift_fixed"),
                row.getInt("openings"),
                row.getInt("openings_left"),
                row.getInt("applicants"),
                row.getLong("certificates"),
                Bits.set(Benefit.class, row.getLong("benefits")),
                Bits.set(Hazard.class, row.getLong("hazards")),
                row.getBoolean("hazards_known"),
                Bits.set(HelpGroup.class, row.getLong("welcomes")),
                row.getInt("min_age"),
                row.getInt("max_age"),
                Optional.ofNullable(row.getObject("starts_on", LocalDate.class)),
                opened(SealedPlace.ofJobPostPhone(id), row.getBytes("phone_sealed"))
                        .orElse(UNKNOWN_PHONE),
                time(row, "confirmed_at").orElseThrow(),
                time(row, "valid_until").orElseThrow(),
                time(row, "created_at").orElseThrow(),
                time(row, "updated_at").orElseThrow());
    }

    SeekerRecord seeker(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        LocalDate birthDate = row.getObject("birth_date", LocalDate.class);
        PersonDetails person = opened(SealedPlace.ofSeekerPerson(id), row.getBytes("person_sealed"))
                .map(PersonDetails::of)
                .orElse(new PersonDetails("", "", ""));
        double latitude = row.getDouble("latitude");
        Optional<Coordinates> home =
                row.wasNull() ? Optional.empty() : Optional.of(new Coordinates(latitude, row.getDouble("longitude")));
        String wishes = row.getString("wish_occupations");
        return new SeekerRecord(
                id,
                row.getString("public_id"),
                person.idNumber().isEmpty() ? IdNumber.synthetic(birthDate, 1) : new IdNumber(person.idNumber()),
                person.name().isEmpty() ? UNKNOWN_NAME : person.name(),
                Optional.of(person.phone()).filter(phone -> !phone.isEmpty()),
                SeekerState.valueOf(row.getString("state")),
                birthDate,
                wishes.isEmpty()
                        ? List.of()
                        : Arrays.stream(wishes.split(" ", -1))
                                .map(OccupationCode::new)
                                .toList(),
                row.getString("wish_text"),
                home,
                TravelMode.valueOf(row.getString("travel")),
                row.getInt("max_distance_metres"),
                new TimeSlots(row.getInt("slots")),
                Bits.set(Settlement.class, row.getLong("settlements")),
                row.getInt("floor_fen_per_hour"),
                row.getBoolean("floor_is_must"),
                row.getLong("certificates"),
                Bits.set(HelpGroup.class, row.getLong("help_groups")),
                time(row, "consented_at"),
                time(row, "created_at").orElseThrow(),
                time(row, "updated_at").orElseThrow());
    }

    private Optional<String> opened(SealedPlace place, byte @Nullable [] sealed) {
        return open && sealed != null ? Optional.of(keys.sealer().open(place, sealed)) : Optional.empty();
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
