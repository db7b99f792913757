package org.mifeng.api.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.api.launch.ConnectionSource;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.matcher.lucene.CommittedIndex;

/**
 * Compares all rows with what a node's index holds on disk, whether its service runs or not.
 *
 * @param database the rows
 * @param directories of the node
 * @param node its name
 */
public record Verification(ConnectionSource database, IndexDirectories directories, String node) {
    /** A service that runs may commit, merge and prune while we read; then we read again. */
    private static final int TRIES = 10;

    /**
     * One table.
     *
     * @param subject whose
     * @param position that the index had
     * @param database digest of all rows
     * @param index digest of all that the index holds
     * @param onTheirWay rows that differ because a change of them is in the outbox, or was set aside
     * @param differences all others that differ
     */
    public record Table(
            IndexSubject subject,
            long position,
            RowDigest database,
            RowDigest index,
            long onTheirWay,
            List<Difference> differences) {
        /** Copies the list. */
        public Table {
            differences = List.copyOf(differences);
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("subject", subject.name().toLowerCase(Locale.ROOT));
            json.put("position", position);
            json.put("database_rows", database.rows());
            json.put("database_digest", Long.toHexString(database.sum()));
            json.put("index_rows", index.rows());
            json.put("index_digest", Long.toHexString(index.sum()));
            json.put("on_their_way", onTheirWay);
            json.put("differing", differences.size());
            return json;
        }
    }

    /**
     * All tables.
     *
     * @param node whose index
     * @param generation of the index
     * @param tables posts, then seekers
     */
    public record Found(String node, String generation, List<Table> tables) {
        /** Copies the list. */
        public Found {
            tables = List.copyOf(tables);
        }

        /** Of all tables. */
        public List<Difference> differences() {
            return tables.stream()
                    .flatMap(table -> table.differences().stream())
                    .toList();
        }

        /** For programs. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("node", node);
            json.put("generation", generation);
            json.put("tables", tables.stream().map(Table::json).toList());
            return json;
        }
    }

    /** Thrown within when the index has moved on under our hands. */
    private static final class MovedOn extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Compares.
     *
     * @throws UncheckedIOException if the index cannot be read
     */
    public Found run() throws SQLException, IOException {
        for (int i = 1; ; i++) {
            try (CommittedIndex index = CommittedIndex.open(
                    directories.current().orElseThrow(() -> new IOException("the node " + node + " has no index")))) {
                return new Found(
                        node,
                        index.generation(),
                        List.of(
                                table(IndexSubject.JOB_POST, index::postVersions, index.postPosition()),
                                table(IndexSubject.SEEKER, index::seekerVersions, index.seekerPosition())));
            } catch (MovedOn | UncheckedIOException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Table table(IndexSubject subject, Comparison.IndexVersions index, long position) throws SQLException {
        Comparison comparison = new Comparison(subject, node);
        try (Connection connection = database.connect()) {
            int buckets = comparison.buckets(connection);
            RowDigest inDatabase = RowDigest.NONE;
            RowDigest inIndex = RowDigest.NONE;
            long onTheirWay = 0;
            List<Difference> differences = new ArrayList<>();
            for (int bucket = 0; bucket < buckets; bucket++) {
                Comparison.Outcome outcome =
                        comparison.bucket(connection, index, position, bucket, bucket == buckets - 1);
                if (!outcome.conclusive()) {
                    throw new MovedOn();
                }
                inDatabase = inDatabase.plus(outcome.database());
                inIndex = inIndex.plus(outcome.index());
                onTheirWay += outcome.onTheirWay();
                differences.addAll(outcome.differences());
            }
            return new Table(subject, position, inDatabase, inIndex, onTheirWay, differences);
        }
    }
}
