package org.mifeng.api.reconcile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.OutboxChange;
import org.mifeng.api.outbox.OutboxPositions;
import org.mifeng.matcher.spi.RowVersion;

/**
 * Compares the rows of one table with what an index holds of them, bucket by bucket of {@value #BUCKET} numbers.
 *
 * <p>Rows and outbox are read in one snapshot, and a row and its outbox row commit together. So a row that is newer than the
 * index has either a change in the outbox behind the index's position, and is only on its way, or none, and was missed.
 * Nothing is guessed from time.
 *
 * @param subject whose table
 * @param reader whose failed changes are known to be missing and are no difference
 */
public record Comparison(IndexSubject subject, String reader) {
    /** How many numbers are compared at once. */
    public static final int BUCKET = 4_096;

    /** Where an index tells its versions, by rising number. */
    @FunctionalInterface
    public interface IndexVersions {
        /** Those of numbers from first to last, both inclusive. */
        List<RowVersion> between(long first, long last);
    }

    /**
     * What came of one bucket.
     *
     * @param database digest of the rows
     * @param index digest of what the index holds
     * @param onTheirWay rows that differ because a change of them is in the outbox, or was set aside
     * @param differences all others that differ, by rising number
     * @param conclusive false if changes that the index lacks have left the outbox already, so that nothing can be said
     */
    public record Outcome(
            RowDigest database, RowDigest index, int onTheirWay, List<Difference> differences, boolean conclusive) {
        /** Copies the list. */
        public Outcome {
            differences = List.copyOf(differences);
        }
    }

    private String table() {
        return switch (subject) {
            case JOB_POST -> "job_post";
            case SEEKER -> "seeker";
            case GENERATION -> throw new IllegalStateException("generations have no rows");
        };
    }

    /** How many buckets there are; the last one reaches to the end of all numbers. */
    public int buckets(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from " + table())) {
            row.next();
            return Math.toIntExact(row.getLong(1) / BUCKET + 1);
        }
    }

    /**
     * Compares one bucket.
     *
     * @param connection in auto-commit mode; left so
     * @param index whose position does not change meanwhile
     * @param position of the index
     * @param bucket from 0
     * @param last whether it is the last one
     */
    public Outcome bucket(Connection connection, IndexVersions index, long position, int bucket, boolean last)
            throws SQLException {
        long lowest = bucket == 0 ? 0 : (long) bucket * BUCKET;
        long highest = last ? Long.MAX_VALUE : lowest + BUCKET - 1;
        List<RowVersion> there = index.between(lowest, highest);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            List<RowVersion> rows = rows(connection, lowest, highest);
            RowDigest inDatabase = RowDigest.of(rows);
            RowDigest inIndex = RowDigest.of(there);
            if (inDatabase.equals(inIndex)) {
                return new Outcome(inDatabase, inIndex, 0, List.of(), true);
            }
            List<Difference> differences = differences(rows, there);
            int all = differences.size();
            Set<Long> explained = explained(connection, differences, position);
            differences.removeIf(
                    difference -> explained.contains(difference.row().id()));
            boolean conclusive = OutboxPositions.read(connection).pruned() <= position;
            return new Outcome(inDatabase, inIndex, all - differences.size(), differences, conclusive);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private List<RowVersion> rows(Connection connection, long lowest, long highest) throws SQLException {
        List<RowVersion> rows = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select id, version from " + table() + " where id between ? and ?")) {
            query.setLong(1, lowest);
            query.setLong(2, highest);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(new RowVersion(found.getLong(1), found.getLong(2)));
                }
            }
        }
        return rows;
    }

    private List<Difference> differences(List<RowVersion> rows, List<RowVersion> index) {
        Map<Long, Long> inDatabase = byNumber(rows);
        Map<Long, Long> inIndex = byNumber(index);
        Set<Long> all = new TreeSet<>(inDatabase.keySet());
        all.addAll(inIndex.keySet());
        List<Difference> differences = new ArrayList<>();
        for (long id : all) {
            OptionalLong wanted = version(inDatabase, id);
            OptionalLong found = version(inIndex, id);
            if (!wanted.equals(found)) {
                differences.add(new Difference(new OutboxChange.Key(subject, id), wanted, found));
            }
        }
        return differences;
    }

    private static Map<Long, Long> byNumber(List<RowVersion> rows) {
        Map<Long, Long> map = new TreeMap<>();
        rows.forEach(row -> map.put(row.id(), row.version()));
        return map;
    }

    private static OptionalLong version(Map<Long, Long> versions, long id) {
        Long version = versions.get(id);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** Rows that differ because a change of them is on its way, or was set aside, which others have been told of. */
    private Set<Long> explained(Connection connection, List<Difference> differences, long position)
            throws SQLException {
        Set<Long> explained = new HashSet<>();
        if (differences.isEmpty()) {
            return explained;
        }
        String ids = String.join(", ", Collections.nCopies(differences.size(), "?"));
        try (PreparedStatement query = connection.prepareStatement("select subject_id from outbox where subject = ?"
                + " and (position is null or position > ?) and subject_id in (" + ids + ")"
                + " union select subject_id from outbox_failure where subject = ? and node = ?"
                + " and subject_id in (" + ids + ")")) {
            int place = 0;
            query.setString(++place, subject.name());
            query.setLong(++place, position);
            for (Difference difference : differences) {
                query.setLong(++place, difference.row().id());
            }
            query.setString(++place, subject.name());
            query.setString(++place, reader);
            for (Difference difference : differences) {
                query.setLong(++place, difference.row().id());
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    explained.add(rows.getLong(1));
                }
            }
        }
        return explained;
    }
}
