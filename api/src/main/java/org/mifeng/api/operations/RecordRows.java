package org.mifeng.api.operations;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.bulkload.RowSink;
import org.mifeng.api.privacy.EmployerContact;
import org.mifeng.api.privacy.Keys;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.api.privacy.PersonDetails;
import org.mifeng.api.privacy.SealedPlace;
import org.mifeng.indexdata.bulk.EmployerRecord;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.bulk.SeekerRecord;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.OccupationCode;

/** Records of files as rows of tables: this is where plain personal data ends and sealed begins. */
final class RecordRows {
    static final List<String> EMPLOYER_COLUMNS = List.of(
            "id",
            "public_id",
            "version",
            "name",
            "credit_code_key",
            "contact_sealed",
            "state",
            "verified_until",
            "paid_on_time_percent",
            "answered_percent",
            "open_complaints",
            "created_at",
            "updated_at");

    static final List<String> JOB_POST_COLUMNS = List.of(
            "id",
            "public_id",
            "version",
            "employer_id",
            "state",
            "occupation",
            "title",
            "body",
            "latitude",
            "longitude",
            "town_code",
            "address",
            "pay_amount_fen",
            "pay_unit",
            "hours_per_day",
            "settlement",
            "slots",
            "shift_fixed",
            "openings",
            "openings_left",
            "applicants",
            "certificates",
            "benefits",
            "hazards",
            "hazards_known",
            "welcomes",
            "min_age",
            "max_age",
            "starts_on",
            "phone_sealed",
            "confirmed_at",
            "valid_until",
            "created_at",
            "updated_at");

    static final List<String> SEEKER_COLUMNS = List.of(
            "id",
            "public_id",
            "version",
            "id_number_key",
            "person_sealed",
            "state",
            "birth_date",
            "wish_occupations",
            "wish_text",
            "latitude",
            "longitude",
            "travel",
            "max_distance_metres",
            "slots",
            "settlements",
            "floor_fen_per_hour",
            "floor_is_must",
            "certificates",
            "help_groups",
            "consented_at",
            "created_at",
            "updated_at");

    private final Keys keys;

    RecordRows(Keys keys) {
        this.keys = keys;
    }

    void employer(EmployerRecord employer, long version, RowSink row) {
        row.number(employer.id())
                .text(employer.publicId())
                .number(version)
                .text(employer.name())
                .bytes(employer.creditCode()
                        .map(code -> keys.lookup().of(LookupPurpose.CREDIT_CODE, code))
                        .orElse(null))
                .bytes(keys.sealer()
                        .seal(
                                SealedPlace.ofEmployerContact(employer.id()),
                                new EmployerContact(
                                                employer.creditCode().orElse(""),
                                                employer.contactName(),
                                                employer.phone())
                                        .text()))
                .text(employer.state().name())
                .time(employer.verifiedUntil().orElse(null))
                .number(employer.paidOnTimePercent())
                .number(employer.answeredPercent())
                .number(employer.openComplaints())
                .time(employer.createdAt())
                .time(employer.updatedAt())
                .endRow();
    }

    void jobPost(JobPostRecord post, long version, RowSink row) {
        row.number(post.id())
                .text(post.publicId())
                .number(version)
                .number(post.employerId())
                .text(post.state().name())
                .text(post.occupation().value())
                .text(post.title())
                .text(post.body())
                .number(post.place().latitude())
                .number(post.place().longitude())
                .text(post.townCode())
                .text(post.address())
                .number(post.pay().amountFen())
                .text(post.pay().unit().name())
                .number(post.pay().hoursPerDay())
                .text(post.settlement().name())
                .number(post.slots().bits())
                .flag(post.shiftFixed())
                .number(post.openings())
                .number(post.openingsLeft())
                .number(post.applicants())
                .number(post.certificates())
                .number(Bits.of(post.benefits()))
                .number(Bits.of(post.hazards()))
                .flag(post.hazardsKnown())
                .number(Bits.of(post.welcomes()))
                .number(post.minAge())
                .number(post.maxAge())
                .date(post.startsOn().orElse(null))
                .bytes(keys.sealer().seal(SealedPlace.ofJobPostPhone(post.id()), post.phone()))
                .time(post.confirmedAt())
                .time(post.validUntil())
                .time(post.createdAt())
                .time(post.updatedAt())
                .endRow();
    }

    void seeker(SeekerRecord seeker, long version, RowSink row) {
        @Nullable Coordinates home = seeker.home().orElse(null);
        row.number(seeker.id())
                .text(seeker.publicId())
                .number(version)
                .bytes(keys.lookup()
                        .of(LookupPurpose.ID_NUMBER, seeker.idNumber().value()))
                .bytes(keys.sealer()
                        .seal(
                                SealedPlace.ofSeekerPerson(seeker.id()),
                                new PersonDetails(
                                                seeker.idNumber().value(),
                                                seeker.name(),
                                                seeker.phone().orElse(""))
                                        .text()))
                .text(seeker.state().name())
                .date(seeker.birthDate())
                .text(seeker.wishes().stream().map(OccupationCode::value).collect(Collectors.joining(" ")))
                .text(seeker.wishText())
                .number(home == null ? null : (Double) home.latitude())
                .number(home == null ? null : (Double) home.longitude())
                .text(seeker.travel().name())
                .number(seeker.maxDistanceMetres())
                .number(seeker.slots().bits())
                .number(Bits.of(seeker.settlements()))
                .number(seeker.floorFenPerHour())
                .flag(seeker.floorIsMust())
                .number(seeker.certificates())
                .number(Bits.of(seeker.helpGroups()))
                .time(seeker.consentedAt().orElse(null))
                .time(seeker.createdAt())
                .time(seeker.updatedAt())
                .endRow();
    }
}
