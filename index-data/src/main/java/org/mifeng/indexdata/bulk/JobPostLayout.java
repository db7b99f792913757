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
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

/** The columns of a file of job posts. */
final class JobPostLayout {
    static final List<Column> COLUMNS = List.of(
            required("id", INTEGER),
            required("publicId", TEXT),
            required("employerId", INTEGER),
            required("state", TEXT),
            optional("occupation", TEXT),
            required("title", TEXT),
            required("body", TEXT),
            required("latitude", DECIMAL),
            required("longitude", DECIMAL),
            required("townCode", TEXT),
            required("address", TEXT),
            required("payAmountFen", INTEGER),
            required("payUnit", TEXT),
            required("hoursPerDay", INTEGER),
            required("settlement", TEXT),
            required("slots", TEXT),
            required("shiftFixed", FLAG),
            required("openings", INTEGER),
            required("openingsLeft", INTEGER),
            optional("applicants", INTEGER),
            optional("certificates", LIST),
            optional("benefits", LIST),
            optional("hazards", LIST),
            required("hazardsKnown", FLAG),
            optional("welcomes", LIST),
            required("minAge", INTEGER),
            required("maxAge", INTEGER),
            optional("startsOn", TEXT),
            required("phone", TEXT),
            required("confirmedAt", TEXT),
            required("validUntil", TEXT),
            required("createdAt", TEXT),
            required("updatedAt", TEXT));

    private JobPostLayout() {}

    static void write(JobPostRecord row, FieldSink sink) throws IOException {
        sink.integer(row.id());
        sink.text(row.publicId());
        sink.integer(row.employerId());
        sink.text(row.state().name());
        sink.text(row.occupation().value());
        sink.text(row.title());
        sink.text(row.body());
        sink.decimal(row.place().latitude());
        sink.decimal(row.place().longitude());
        sink.text(row.townCode());
        sink.text(row.address());
        sink.integer(row.pay().amountFen());
        sink.text(row.pay().unit().name());
        sink.integer(row.pay().hoursPerDay());
        sink.text(row.settlement().name());
        sink.text(SlotText.of(row.slots()));
        sink.flag(row.shiftFixed());
        sink.integer(row.openings());
        sink.integer(row.openingsLeft());
        sink.integer(row.applicants());
        sink.list(Certificates.keys(row.certificates()));
        sink.list(Fields.names(row.benefits()));
        sink.list(Fields.names(row.hazards()));
        sink.flag(row.hazardsKnown());
        sink.list(Fields.names(row.welcomes()));
        sink.integer(row.minAge());
        sink.integer(row.maxAge());
        sink.optional(row.startsOn());
        sink.text(row.phone());
        sink.text(row.confirmedAt().toString());
        sink.text(row.validUntil().toString());
        sink.text(row.createdAt().toString());
        sink.text(row.updatedAt().toString());
    }

    static JobPostRecord read(Fields fields, OccupationRule rule) {
        String title = fields.text("title");
        String body = fields.text("body");
        return new JobPostRecord(
                fields.wholeNumber("id"),
                fields.text("publicId"),
                fields.wholeNumber("employerId"),
                fields.choice("state", JobPostState.class),
                rule.decide(fields.optionalText("occupation").map(OccupationCode::new), title, body),
                title,
                body,
                new Coordinates(fields.decimal("latitude"), fields.decimal("longitude")),
                fields.text("townCode"),
                fields.text("address"),
                pay(fields),
                fields.choice("settlement", Settlement.class),
                SlotText.parse(fields.text("slots")),
                fields.flag("shiftFixed"),
                fields.integer("openings"),
                fields.integer("openingsLeft"),
                fields.optionalInteger("applicants").orElse(0),
                Certificates.bits(fields.list("certificates")),
                fields.choices("benefits", Benefit.class),
                fields.choices("hazards", Hazard.class),
                fields.flag("hazardsKnown"),
                fields.choices("welcomes", HelpGroup.class),
                fields.integer("minAge"),
                fields.integer("maxAge"),
                fields.optionalDate("startsOn"),
                fields.text("phone"),
                fields.instant("confirmedAt"),
                fields.instant("validUntil"),
                fields.instant("createdAt"),
                fields.instant("updatedAt"));
    }

    private static Pay pay(Fields fields) {
        int amountFen = fields.integer("payAmountFen");
        int hoursPerDay = fields.integer("hoursPerDay");
        FieldRule.holds(amountFen >= 1 && amountFen <= 10_000_000, "payAmountFen", "must be 1 to 10000000");
        try {
            return new Pay(amountFen, fields.choice("payUnit", PayUnit.class), hoursPerDay);
        } catch (InvalidFieldException e) {
            // the model calls the field pay.hoursPerDay; a file knows it by its column
            throw e.field().startsWith("pay.") ? new InvalidFieldException("hoursPerDay", "must be 1 to 16") : e;
        }
    }
}
