package org.mifeng.indexdata.bulk;

import java.time.Instant;
import java.util.Optional;

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
    }

    @Override
    public String toString() {
        return "EmployerRecord[id=" + id + ", state=" + state + "]";
    }
}
