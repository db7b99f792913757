package org.mifeng.indexdata.bulk;

import static org.mifeng.indexdata.bulk.Column.Kind.DECIMAL;
import static org.mifeng.indexdata.bulk.Column.Kind.FLAG;
import static org.mifeng.indexdata.bulk.Column.Kind.INTEGER;
import static org.mifeng.indexdata.bulk.Column.Kind.LIST;
import static org.mifeng.indexdata.bulk.Column.Kind.TEXT;
import static org.mifeng.indexdata.bulk.Column.optional;
import static org.mifeng.indexdata.bulk.Column.required;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TravelMode;

/** The columns of a file of seekers. */
final class SeekerLayout {
    static final List<Column> COLUMNS = List.of(
            required("id", INTEGER),
            required("publicId", TEXT),
            required("idNumber", TEXT),
            required("name", TEXT),
            optional("phone", TEXT),
            required("state", TEXT),
            required("birthDate", TEXT),
            optional("wishes", LIST),
            required("wishText", TEXT),
            optional("latitude", DECIMAL),
            optional("longitude", DECIMAL),
            required("travel", TEXT),
            required("maxDistanceMetres", INTEGER),
            required("slots", TEXT),
            optional("settlements", LIST),
            required("floorFenPerHour", INTEGER),
            required("floorIsMust", FLAG),
            optional("certificates", LIST),
            optional("helpGroups", LIST),
            optional("consentedAt", TEXT),
            required("createdAt", TEXT),
            required("updatedAt", TEXT));

    private SeekerLayout() {}

    static void write(SeekerRecord row, FieldSink sink) throws IOException {
        sink.integer(row.id());
        sink.text(row.publicId());
        sink.text(row.idNumber().value());
        sink.text(row.name());
        sink.optional(row.phone());
        sink.text(row.state().name());
        sink.text(row.birthDate().toString());
        sink.list(row.wishes().stream().map(OccupationCode::value).toList());
        sink.text(row.wishText());
        if (row.home().isPresent()) {
            sink.decimal(row.home().get().latitude());
            sink.decimal(row.home().get().longitude());
        } else {
            sink.absent();
            sink.absent();
        }
        sink.text(row.travel().name());
        sink.integer(row.maxDistanceMetres());
        sink.text(SlotText.of(row.slots()));
        sink.list(Fields.names(row.settlements()));
        sink.integer(row.floorFenPerHour());
        sink.flag(row.floorIsMust());
        sink.list(Certificates.keys(row.certificates()));
        sink.list(Fields.names(row.helpGroups()));
        sink.optional(row.consentedAt());
        sink.text(row.createdAt().toString());
        sink.text(row.updatedAt().toString());
    }

    static SeekerRecord read(Fields fields) {
        return new SeekerRecord(
                fields.wholeNumber("id"),
                fields.text("publicId"),
                new IdNumber(fields.text("idNumber")),
                fields.text("name"),
                fields.optionalText("phone"),
                fields.choice("state", SeekerState.class),
                fields.date("birthDate"),
                fields.list("wishes").stream().map(OccupationCode::new).toList(),
                fields.text("wishText"),
                home(fields),
                fields.choice("travel", TravelMode.class),
                fields.integer("maxDistanceMetres"),
                SlotText.parse(fields.text("slots")),
                fields.choices("settlements", Settlement.class),
                fields.integer("floorFenPerHour"),
                fields.flag("floorIsMust"),
                Certificates.bits(fields.list("certificates")),
                fields.choices("helpGroups", HelpGroup.class),
                fields.optionalInstant("consentedAt"),
                fields.instant("createdAt"),
                fields.instant("updatedAt"));
    }

    private static Optional<Coordinates> home(Fields fields) {
        boolean latitude = fields.optionalText("latitude").isPresent();
        FieldRule.holds(
                latitude == fields.optionalText("longitude").isPresent(),
                latitude ? "longitude" : "latitude",
                "must be given with the other coordinate");
        return latitude
                ? Optional.of(new Coordinates(fields.decimal("latitude"), fields.decimal("longitude")))
                : Optional.empty();
    }
}
