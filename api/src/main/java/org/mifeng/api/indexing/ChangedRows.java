package org.mifeng.api.indexing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.OutboxChange;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.spi.IndexChange;

/**
 * Reads changed rows anew, as the engine is to know them now.
 *
 * @param market where a seeker without a place starts
 */
public record ChangedRows(MarketPlace market) {
    /**
     * What has become of these rows. A row that is gone becomes a removal of the change's version.
     *
     * <p>A seeker is made of rows of two tables. They are read in one snapshot: with a newer seeker and the relations of
     * before, the index would hold the new version without its news and refuse to hear of it again.
     *
     * @param connection in auto-commit mode; left so
     * @param changes one for each row
     */
    public List<IndexChange> read(Connection connection, Collection<OutboxChange> changes) throws SQLException {
        Map<OutboxChange.Key, IndexChange> found = new HashMap<>();
        read(connection, JobPostRows.SELECT, JobPostRows.ID, ids(changes, IndexSubject.JOB_POST), row -> {
            JobPost post = JobPostRows.read(row);
            found.put(new OutboxChange.Key(IndexSubject.JOB_POST, post.id()), new IndexChange.PutJobPost(post));
        });
        List<Long> seekers = ids(changes, IndexSubject.SEEKER);
        if (!seekers.isEmpty()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                seekers(connection, seekers, found);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return changes.stream()
                .map(change -> found.getOrDefault(change.key(), removal(change)))
                .toList();
    }

    private void seekers(Connection connection, List<Long> ids, Map<OutboxChange.Key, IndexChange> found)
            throws SQLException {
        Map<Long, SeekerRelations> relations = new HashMap<>();
        read(
                connection,
                SeekerRelations.SELECT,
                SeekerRelations.SEEKER,
                ids,
                row -> relations.put(
                        row.getLong(1),
                        relations
                                .getOrDefault(row.getLong(1), SeekerRelations.NONE)
                                .and(SeekerRelations.read(row))));
        read(connection, SeekerRows.SELECT, SeekerRows.ID, ids, row -> {
            Seeker seeker = SeekerRows.read(row, market, relations.getOrDefault(row.getLong(1), SeekerRelations.NONE));
            found.put(new OutboxChange.Key(IndexSubject.SEEKER, seeker.id()), new IndexChange.PutSeeker(seeker));
        });
    }

    private interface RowSink {
        void accept(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String select, String id, List<Long> ids, RowSink sink)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        try (PreparedStatement query = connection.prepareStatement(select + " where " + id + " in (" + places + ")")) {
            for (int i = 0; i < ids.size(); i++) {
                query.setLong(i + 1, ids.get(i));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sink.accept(rows);
                }
            }
        }
    }

    private static List<Long> ids(Collection<OutboxChange> changes, IndexSubject subject) {
        return changes.stream()
                .filter(change -> change.subject() == subject)
                .map(OutboxChange::id)
                .toList();
    }

    private static IndexChange removal(OutboxChange change) {
        return switch (change.subject()) {
            case JOB_POST -> new IndexChange.RemoveJobPost(change.id(), change.version());
            case SEEKER -> new IndexChange.RemoveSeeker(change.id(), change.version());
            case GENERATION -> throw new IllegalArgumentException("a generation is no row");
        };
    }
}
