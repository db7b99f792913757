package org.mifeng.api.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;

/**
 * Tells the index that employers changed: state, verification and conduct of an employer are part of what the index holds
 * of its posts, so all of them get a new version and an outbox row. Whoever changes such a column calls this in the same
 * transaction, after the change.
 */
public final class EmployerPosts {
    private EmployerPosts() {}

    /**
     * Gives the posts of these employers their next version.
     *
     * @param connection in the transaction that changed the employers
     * @param employers their numbers, at most some thousands
     * @param now the moment of the change
     */
    public static void touch(Connection connection, Collection<Long> employers, Instant now) throws SQLException {
        if (employers.isEmpty()) {
            return;
        }
        String theirs = " where employer_id in (" + String.join(", ", Collections.nCopies(employers.size(), "?")) + ")";
        try (PreparedStatement update =
                        connection.prepareStatement("update job_post set version = version + 1" + theirs);
                PreparedStatement note =
                        connection.prepareStatement("insert into outbox (subject, subject_id, version, created_at)"
                                + " select '" + IndexSubject.JOB_POST.name() + "', id, version, ? from job_post"
                                + theirs)) {
            note.setObject(1, LocalDateTime.ofInstant(Instant.ofEpochMilli(now.toEpochMilli()), ZoneOffset.UTC));
            int place = 0;
            for (long employer : employers) {
                place++;
                update.setLong(place, employer);
                note.setLong(place + 1, employer);
            }
            update.executeUpdate();
            note.executeUpdate();
        }
    }
}
