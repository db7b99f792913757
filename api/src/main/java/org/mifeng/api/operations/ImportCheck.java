package org.mifeng.api.operations;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.api.privacy.Keys;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.api.rules.PostingWords;
import org.mifeng.api.rules.RuleHit;
import org.mifeng.indexdata.bulk.BulkReader;
import org.mifeng.indexdata.bulk.BulkRow;
import org.mifeng.indexdata.bulk.BulkSchema;
import org.mifeng.indexdata.bulk.EmployerRecord;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.bulk.JobPostState;
import org.mifeng.indexdata.bulk.OccupationRule;
import org.mifeng.indexdata.bulk.SeekerRecord;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.OccupationCode;

/**
 * Finds what is wrong with the rows of files before anything is written: broken rules of fields, numbers and ids that come
 * twice or belong to another row in the database, employers that do not exist, unknown occupations. A fault names file,
 * line, field and rule, never the value. What must be unique is remembered by its hash or number, so memory grows with
 * the number of rows by about 100 bytes each.
 */
final class ImportCheck {
    private static final int BATCH = 500;

    private final Connection connection;
    private final Keys keys;
    private final OccupationRule occupations;
    private final Set<Long> employers = new HashSet<>();

    ImportCheck(Connection connection, Keys keys, OccupationRule occupations) {
        this.connection = connection;
        this.keys = keys;
        this.occupations = occupations;
    }

    /**
     * Where a row is.
     *
     * @param file its file
     * @param line its line, from 1
     */
    record Place(Path file, long line) {}

    /**
     * What is wrong with a row.
     *
     * @param place the row
     * @param field the field, or empty
     * @param rule what must be
     */
    record Fault(Place place, String field, String rule) {
        @Override
        public String toString() {
            return place.file() + ":" + place.line() + ": " + (field.isEmpty() ? "" : field + " ") + rule;
        }
    }

    /** The lines of the file that are faulty. */
    static Set<Long> linesOf(BulkFile file, List<Fault> faults) {
        return faults.stream()
                .map(Fault::place)
                .filter(place -> place.file().equals(file.path()))
                .map(Place::line)
                .collect(Collectors.toSet());
    }

    /**
     * Checks one file.
     *
     * @return how many rows it has
     */
    long run(BulkFile file, Consumer<Fault> faults, ProgressBar progress) throws IOException, SQLException {
        return switch (file.kind()) {
            case EMPLOYER ->
                new FileCheck<>(
                                file,
                                BulkSchema.EMPLOYERS,
                                List.of(
                                        new Unique<>("id", "employer", "id", row -> Optional.of(row.id())),
                                        new Unique<>(
                                                "publicId",
                                                "employer",
                                                "public_id",
                                                row -> Optional.of(row.publicId())),
                                        new Unique<>(
                                                "creditCode",
                                                "employer",
                                                "credit_code_key",
                                                row -> row.creditCode()
                                                        .map(code -> comparable(
                                                                keys.lookup().of(LookupPurpose.CREDIT_CODE, code))))),
                                EmployerRecord::id,
                                faults,
                                progress)
                        .run(row -> employers.add(row.id()));
            case JOB_POST ->
                new FileCheck<>(
                                file,
                                BulkSchema.jobPosts(occupations),
                                List.of(
                                        new Unique<>("id", "job_post", "id", row -> Optional.of(row.id())),
                                        new Unique<>(
                                                "publicId",
                                                "job_post",
                                                "public_id",
                                                row -> Optional.of(row.publicId()))),
                                JobPostRecord::id,
                                faults,
                                progress)
                        .run(row -> {});
            case SEEKER ->
                new FileCheck<>(
                                file,
                                BulkSchema.SEEKERS,
                                List.of(
                                        new Unique<>("id", "seeker", "id", row -> Optional.of(row.id())),
                                        new Unique<>(
                                                "publicId", "seeker", "public_id", row -> Optional.of(row.publicId())),
                                        new Unique<>(
                                                "idNumber",
                                                "seeker",
                                                "id_number_key",
                                                row -> Optional.of(comparable(keys.lookup()
                                                        .of(
                                                                LookupPurpose.ID_NUMBER,
                                                                row.idNumber().value()))))),
                                SeekerRecord::id,
                                faults,
                                progress)
                        .run(row -> {});
        };
    }

    /** A hash as something that can be compared; a character for each byte. */
    private static String comparable(byte[] hash) {
        return new String(hash, StandardCharsets.ISO_8859_1);
    }

    /** A field whose value no two rows may share. */
    private record Unique<R>(String field, String table, String column, Function<R, Optional<Object>> value) {
        boolean isHash() {
            return column.endsWith("_key");
        }
    }

    private final class FileCheck<R> {
        private final BulkFile file;
        private final BulkSchema<R> schema;
        private final List<Unique<R>> unique;
        private final Function<R, Long> id;
        private final Consumer<Fault> faults;
        private final ProgressBar progress;
        private final Map<String, Set<Object>> seen = new HashMap<>();

        FileCheck(
                BulkFile file,
                BulkSchema<R> schema,
                List<Unique<R>> unique,
                Function<R, Long> id,
                Consumer<Fault> faults,
                ProgressBar progress) {
            this.file = file;
            this.schema = schema;
            this.unique = unique;
            this.id = id;
            this.faults = faults;
            this.progress = progress;
        }

        long run(Consumer<R> remember) throws IOException, SQLException {
            long rows = 0;
            List<BulkRow.Good<R>> batch = new ArrayList<>(BATCH);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16);
                    BulkReader<R> reader = schema.reader(in, file.format())) {
                for (Optional<BulkRow<R>> next = reader.next(); next.isPresent(); next = reader.next()) {
                    rows++;
                    switch (next.get()) {
                        case BulkRow.Bad<R> bad -> fault(bad.line(), bad.field(), bad.rule());
                        case BulkRow.Good<R> good -> {
                            batch.add(good);
                            remember.accept(good.value());
                        }
                    }
                    if (batch.size() == BATCH) {
                        check(batch);
                        batch.clear();
                    }
                    progress.advance(1);
                }
            }
            check(batch);
            return rows;
        }

        private void fault(long line, String field, String rule) {
            faults.accept(new Fault(new Place(file.path(), line), field, rule));
        }

        private void check(List<BulkRow.Good<R>> batch) throws SQLException {
            for (Unique<R> key : unique) {
                Map<Object, BulkRow.Good<R>> values = new HashMap<>();
                Set<Object> before = seen.computeIfAbsent(key.field(), field -> new HashSet<>());
                for (BulkRow.Good<R> row : batch) {
                    Optional<Object> value = key.value().apply(row.value());
                    if (value.isPresent() && !before.add(value.get())) {
                        fault(row.line(), key.field(), "must not come twice in the file");
                    } else {
                        value.ifPresent(present -> values.put(present, row));
                    }
                }
                if (!key.column().equals("id")) {
                    owners(key, values);
                }
            }
            for (BulkRow.Good<R> row : batch) {
                switch (row.value()) {
                    case JobPostRecord post -> {
                        occupation(row.line(), "occupation", post.occupation());
                        words(row.line(), "title", post.state(), post.title());
                        words(row.line(), "body", post.state(), post.body());
                    }
                    case SeekerRecord seeker -> seeker.wishes().forEach(wish -> occupation(row.line(), "wishes", wish));
                    default -> {
                        // employers have none
                    }
                }
            }
            employersExist(batch);
        }

        /** What may not be posted may not be imported as live either; what people must look at comes in review. */
        private void words(long line, String field, JobPostState state, String text) {
            if (state == JobPostState.LIVE) {
                for (RuleHit hit : PostingWords.find(text)) {
                    fault(
                            line,
                            field,
                            switch (hit.consequence()) {
                                case REFUSE -> "breaks " + hit.ruleId() + ": not as a live post";
                                case HOLD -> "must be reviewed (" + hit.ruleId() + "): import it as IN_REVIEW";
                            });
                }
            }
        }

        /** A value that the database has under another number would make two rows one. */
        private void owners(Unique<R> key, Map<Object, BulkRow.Good<R>> values) throws SQLException {
            if (values.isEmpty()) {
                return;
            }
            String query = "select id, " + key.column() + " from " + key.table() + " where " + key.column() + " in ("
                    + String.join(",", Collections.nCopies(values.size(), "?")) + ")";
            try (PreparedStatement select = connection.prepareStatement(query)) {
                int place = 1;
                for (Object value : values.keySet()) {
                    if (key.isHash()) {
                        select.setBytes(place++, value.toString().getBytes(StandardCharsets.ISO_8859_1));
                    } else {
                        select.setObject(place++, value);
                    }
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        Object value = key.isHash() ? comparable(rows.getBytes(2)) : rows.getString(2);
                        BulkRow.Good<R> row = values.get(value);
                        if (row != null && id.apply(row.value()) != rows.getLong(1)) {
                            fault(row.line(), key.field(), "must not belong to another row of the database");
                        }
                    }
                }
            }
        }

        private void occupation(long line, String field, OccupationCode code) {
            if (Occupations.find(code).isEmpty()) {
                fault(line, field, "must be a known code of the 2022 classification");
            }
        }

        private void employersExist(List<BulkRow.Good<R>> batch) throws SQLException {
            Map<Long, List<Long>> wanted = new HashMap<>();
            for (BulkRow.Good<R> row : batch) {
                if (row.value() instanceof JobPostRecord post && !employers.contains(post.employerId())) {
                    wanted.computeIfAbsent(post.employerId(), employer -> new ArrayList<>())
                            .add(row.line());
                }
            }
            if (wanted.isEmpty()) {
                return;
            }
            String query = "select id from employer where id in ("
                    + String.join(",", Collections.nCopies(wanted.size(), "?")) + ")";
            try (PreparedStatement select = connection.prepareStatement(query)) {
                int place = 1;
                for (long employer : wanted.keySet()) {
                    select.setLong(place++, employer);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        employers.add(rows.getLong(1));
                        wanted.remove(rows.getLong(1));
                    }
                }
            }
            wanted.values()
                    .forEach(lines -> lines.forEach(line -> fault(
                            line, "employerId", "must be the number of an employer in the files or the database")));
        }
    }
}
