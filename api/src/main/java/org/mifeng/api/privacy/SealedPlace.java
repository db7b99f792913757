package org.mifeng.api.privacy;

/**
 * Where a sealed value stands. It is authenticated with the value, so that a value moved to another row, column or table
 * is refused.
 *
 * @param table such as {@code seeker}
 * @param column such as {@code person_sealed}
 * @param rowId the row's number
 */
public record SealedPlace(String table, String column, long rowId) {
    /** @throws IllegalArgumentException if a name is not a plain identifier */
    public SealedPlace {
        if (!table.matches("[a-z_]+") || !column.matches("[a-z_]+")) {
            throw new IllegalArgumentException("table and column must be plain names");
        }
    }

    /** A seeker's name and phone. */
    public static SealedPlace ofSeekerPerson(long seekerId) {
        return new SealedPlace("seeker", "person_sealed", seekerId);
    }

    /** The phone of a job post. */
    public static SealedPlace ofJobPostPhone(long jobPostId) {
        return new SealedPlace("job_post", "phone_sealed", jobPostId);
    }

    /** An employer's contact. */
    public static SealedPlace ofEmployerContact(long employerId) {
        return new SealedPlace("employer", "contact_sealed", employerId);
    }

    String associatedData() {
        return table + "/" + column + "/" + rowId;
    }
}
