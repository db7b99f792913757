package org.mifeng.indexdata.bulk;

import static org.mifeng.indexdata.bulk.Column.Kind.INTEGER;
import static org.mifeng.indexdata.bulk.Column.Kind.TEXT;
import static org.mifeng.indexdata.bulk.Column.optional;
import static org.mifeng.indexdata.bulk.Column.required;

import java.io.IOException;
import java.util.List;

/** The columns of a file of employers. */
final class EmployerLayout {
    static final List<Column> COLUMNS = List.of(
            required("id", INTEGER),
            required("publicId", TEXT),
            required("name", TEXT),
            optional("creditCode", TEXT),
            required("contactName", TEXT),
            required("phone", TEXT),
            required("state", TEXT),
            optional("verifiedUntil", TEXT),
            optional("paidOnTimePercent", INTEGER),
            optional("answeredPercent", INTEGER),
            optional("openComplaints", INTEGER),
            required("createdAt", TEXT),
            required("updatedAt", TEXT));

    private EmployerLayout() {}

    static void write(EmployerRecord row, FieldSink sink) throws IOException {
        sink.integer(row.id());
        sink.text(row.publicId());
        sink.text(row.name());
        sink.optional(row.creditCode());
        sink.text(row.contactName());
        sink.text(row.phone());
        sink.text(row.state().name());
        sink.optional(row.verifiedUntil());
        sink.optional(row.paidOnTimePercent());
        sink.optional(row.answeredPercent());
        sink.integer(row.openComplaints());
        sink.text(row.createdAt().toString());
        sink.text(row.updatedAt().toString());
    }

    static EmployerRecord read(Fields fields) {
        return new EmployerRecord(
                fields.wholeNumber("id"),
                fields.text("publicId"),
                fields.text("name"),
                fields.optionalText("creditCode"),
                fields.text("contactName"),
                fields.text("phone"),
                fields.choice("state", EmployerState.class),
                fields.optionalInstant("verifiedUntil"),
                fields.optionalInteger("paidOnTimePercent"),
                fields.optionalInteger("answeredPercent"),
                fields.optionalInteger("openComplaints").orElse(0),
                fields.instant("createdAt"),
                fields.instant("updatedAt"));
    }
}
