package org.mifeng.indexdata.bulk;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.mifeng.matcher.EmployerConduct;

/**
 * An employer (用人单位) as a file carries it. Contact and credit code are plain here and only here; whoever stores them
 * seals them. {@link #toString()} shows neither.
 *
 * @param id number, positive
 * @param publicId 22 characters of base64url
 * @param name at most 100 characters, not empty
 * @param creditCode 统一社会信用代码 (GB 32100-2015), 18 characters; absent for a private person who employs
 * @param contactName whom to ask for, at most 50 characters
 * @param phone digits, spaces and hyphens
 * @param state where it stands
 * @param verifiedUntil until when the verification holds (P15), if there was one
 * @param paidOnTimePercent how often pay came on time, 0 to 100, if known
 * @param answeredPercent how often applications were answered within a day, 0 to 100, if known
 * @param openComplaints complaints that are not settled, not negative
 * @param createdAt when it registered
 * @param updatedAt when the record last changed
 */
public record EmployerRecord(
        long id,
        String publicId,
        String name,
        Optional<String> creditCode,
        String contactName,
        String phone,
        EmployerState state,
        Optional<Instant> verifiedUntil,
        OptionalInt paidOnTimePercent,
        OptionalInt answeredPercent,
        int openComplaints,
        Instant createdAt,
        Instant updatedAt) {
    /** @throws org.mifeng.matcher.InvalidFieldException if a value is out of its range */
    public EmployerRecord {
        FieldRule.holds(id > 0, "id", "must be positive");
        FieldRule.publicId(publicId);
        FieldRule.holds(!name.isBlank(), "name", "must not be empty");
        FieldRule.text(name, 100, "name");
        creditCode.ifPresent(CreditCode::check);
        FieldRule.text(contactName, 50, "contactName");
        FieldRule.phone(phone, "phone");
        FieldRule.percent(paidOnTimePercent, "paidOnTimePercent");
        FieldRule.percent(answeredPercent, "answeredPercent");
        FieldRule.holds(openComplaints >= 0, "openComplaints", "must not be negative");
    }

    /**
     * What the engine may know of how it treats people. Verified is who was ever verified: whether that still holds is
     * judged when a list is made (P15), so that nothing hangs on the moment at which a row was read.
     */
    public EmployerConduct conduct() {
        return new EmployerConduct(verifiedUntil.isPresent(), paidOnTimePercent, answeredPercent, openComplaints);
    }

    @Override
    public String toString() {
        return "EmployerRecord[id=" + id + ", state=" + state + "]";
    }
}
