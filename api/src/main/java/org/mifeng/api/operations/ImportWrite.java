package org.mifeng.api.operations;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.bulkload.RowSink;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.api.outbox.EmployerPosts;
import org.mifeng.api.privacy.Keys;
import org.mifeng.indexdata.bulk.BulkReader;
import org.mifeng.indexdata.bulk.BulkRow;
import org.mifeng.indexdata.bulk.BulkSchema;
import org.mifeng.indexdata.bulk.EmployerRecord;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.bulk.OccupationRule;
import org.mifeng.indexdata.bulk.SeekerRecord;

/**
 * Writes checked rows in the connection's transaction: new ones at version 0, known ones at their next version, each with
 * its outbox row. The rows that are there already are locked while they are compared, so no version is lost.
 */
final class ImportWrite {
    private static final int BATCH = 1_000;

    private final Connection connection;
    private final OccupationRule occupations;
    private final RecordRows rows;
    private final RowRecords known;
    private final Instant now;
    private long inserted;
    private long updated;

    ImportWrite(Connection connection, Keys keys, OccupationRule occupations, Instant now) {
        this.occupations = occupations;
        this.connection = connection;
        this.rows = new RecordRows(keys);
        this.known = new RowRecords(keys, false);
        this.now = now;
    }

    /** How many rows were new. */
    long inserted() {
        return inserted;
    }

    /** How many rows were there already. */
    long updated() {
        return updated;
    }

    /**
     * Writes one file.
     *
     * @param leftOut lines that are not to be written
     */
    void run(BulkFile file, Set<Long> leftOut, ProgressBar progress) throws IOException, SQLException {
        switch (file.kind()) {
            case EMPLOYER ->
                run(
                        file,
                        BulkSchema.EMPLOYERS,
                        leftOut,
                        progress,
                        new Table<>(
                                "employer",
                                RecordRows.EMPLOYER_COLUMNS,
                                Optional.empty(),
                                EmployerRecord::id,
                                rows::employer));
            case JOB_POST ->
                run(
                        file,
                        BulkSchema.jobPosts(occupations),
                        leftOut,
                        progress,
                        new Table<>(
                                "job_post",
                                RecordRows.JOB_POST_COLUMNS,
                                Optional.of("JOB_POST"),
                                JobPostRecord::id,
                                rows::jobPost));
            case SEEKER ->
                run(
                        file,
                        BulkSchema.SEEKERS,
                        leftOut,
                        progress,
                        new Table<>(
                                "seeker",
                                RecordRows.SEEKER_COLUMNS,
                                Optional.of("SEEKER"),
                                SeekerRecord::id,
                                rows::seeker));
        }
    }

    private interface RowWriter<R> {
        void write(R record, long version, RowSink row);
    }

    private interface Numbered<R> {
        long id(R record);
    }

    private record Table<R>(
            String name,
            List<String> columns,
            Optional<String> outboxSubject,
            Numbered<R> number,
            RowWriter<R> writer) {
        String insert() {
            return "insert into " + name + " (" + String.join(", ", columns) + ") values ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        }

        String update() {
            return "update " + name + " set "
                    + columns.stream().skip(1).map(column -> column + " = ?").collect(Collectors.joining(", "))
                    + " where id = ?";
        }
    }

    private <R> void run(BulkFile file, BulkSchema<R> schema, Set<Long> leftOut, ProgressBar progress, Table<R> table)
            throws IOException, SQLException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
                BulkReader<R> reader = schema.reader(in, file.format());
                PreparedStatement insert = connection.prepareStatement(table.insert());
                PreparedStatement update = connection.prepareStatement(table.update())) {
            List<R> batch = new ArrayList<>(BATCH);
            for (Optional<BulkRow<R>> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (!leftOut.contains(next.get().line())) {
                    switch (next.get()) {
                        case BulkRow.Good<R> good -> batch.add(good.value());
                        case BulkRow.Bad<R> bad -> throw bad.exception();
                    }
                }
                if (batch.size() == BATCH) {
                    write(table, batch, insert, update);
                    progress.advance(batch.size());
                    batch.clear();
                }
            }
            write(table, batch, insert, update);
            progress.advance(batch.size());
        }
    }

    private <R> void write(Table<R> table, List<R> batch, PreparedStatement insert, PreparedStatement update)
            throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        Map<Long, Long> versions = versions(table, batch);
        Set<Long> changed = changedEmployers(batch);
        StatementRow inserts = new StatementRow(insert, table.columns().size(), false);
        StatementRow updates = new StatementRow(update, table.columns().size(), true);
        Map<Long, Long> written = new HashMap<>();
        for (R record : batch) {
            long id = table.number().id(record);
            @Nullable Long version = versions.get(id);
            if (version == null) {
                table.writer().write(record, 0, inserts);
                written.put(id, 0L);
                inserted++;
            } else {
                table.writer().write(record, version + 1, updates);
                written.put(id, version + 1);
                updated++;
            }
        }
        inserts.check();
        updates.check();
        insert.executeBatch();
        update.executeBatch();
        EmployerPosts.touch(connection, changed, now);
        if (table.outboxSubject().isPresent()) {
            record(table.outboxSubject().get(), written);
        }
    }

    private <R> Map<Long, Long> versions(Table<R> table, List<R> batch) throws SQLException {
        Map<Long, Long> versions = new HashMap<>();
        String query = "select id, version from " + table.name() + " where id in ("
                + String.join(",", Collections.nCopies(batch.size(), "?")) + ") for update";
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < batch.size(); i++) {
                select.setLong(i + 1, table.number().id(batch.get(i)));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getLong(1), rows.getLong(2));
                }
            }
        }
        return versions;
    }

    /** Employers whose posts the index must hear of; most files repeat what is known already. */
    private Set<Long> changedEmployers(List<?> batch) throws SQLException {
        Map<Long, EmployerRecord> employers = new HashMap<>();
        for (Object record : batch) {
            if (record instanceof EmployerRecord employer) {
                employers.put(employer.id(), employer);
            }
        }
        Set<Long> changed = new HashSet<>();
        if (employers.isEmpty()) {
            return changed;
        }
        try (PreparedStatement select = connection.prepareStatement("select * from employer where id in ("
                + String.join(",", Collections.nCopies(employers.size(), "?")) + ") for update")) {
            int place = 0;
            for (long id : employers.keySet()) {
                select.setLong(++place, id);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    EmployerRecord before = known.employer(rows);
                    EmployerRecord after = Objects.requireNonNull(employers.get(before.id()));
                    if (before.state() != after.state()
                            || !before.verifiedUntil().equals(after.verifiedUntil())
                            || !before.conduct().equals(after.conduct())) {
                        changed.add(before.id());
                    }
                }
            }
        }
        return changed;
    }

    private void record(String subject, Map<Long, Long> written) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into outbox (subject, subject_id, version, created_at) values (?, ?, ?, ?)")) {
            for (Map.Entry<Long, Long> row : written.entrySet()) {
                insert.setString(1, subject);
                insert.setLong(2, row.getKey());
                insert.setLong(3, row.getValue());
                insert.setObject(4, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
