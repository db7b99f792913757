package org.mifeng.indexdata.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The columns of one kind of file. A reader takes columns in any order and refuses unknown ones; a writer keeps this
 * order.
 *
 * @param <R> what a row holds
 */
public final class BulkSchema<R> {
    /** Employers. */
    public static final BulkSchema<EmployerRecord> EMPLOYERS =
            new BulkSchema<>("employers", EmployerLayout.COLUMNS, EmployerLayout::write, EmployerLayout::read);

    /** Job posts that say their occupation. */
    public static final BulkSchema<JobPostRecord> JOB_POSTS = jobPosts(OccupationRule.GIVEN);

    /** Seekers. */
    public static final BulkSchema<SeekerRecord> SEEKERS =
            new BulkSchema<>("seekers", SeekerLayout.COLUMNS, SeekerLayout::write, SeekerLayout::read);

    private final String name;
    private final List<Column> columns;
    private final RowWriter<R> rowWriter;
    private final Function<Fields, R> rowReader;

    private BulkSchema(String name, List<Column> columns, RowWriter<R> rowWriter, Function<Fields, R> rowReader) {
        this.name = name;
        this.columns = columns;
        this.rowWriter = rowWriter;
        this.rowReader = rowReader;
    }

    /** Job posts whose occupation a rule decides about. */
    public static BulkSchema<JobPostRecord> jobPosts(OccupationRule rule) {
        return new BulkSchema<>(
                "job-posts", JobPostLayout.COLUMNS, JobPostLayout::write, fields -> JobPostLayout.read(fields, rule));
    }

    /** What the file holds, as the beginning of its usual name: {@code employers}, {@code job-posts}, {@code seekers}. */
    public String name() {
        return name;
    }

    /** The usual name of a file, such as {@code job-posts.ndjson}. */
    public String fileName(BulkFormat format) {
        return name + "." + format.extension();
    }

    /** The columns in their order. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * The same kind of file without some columns, for writing only: a reader would miss those that are required.
     *
     * @param names of the columns to leave out
     */
    public BulkSchema<R> without(Set<String> names) {
        boolean[] kept = new boolean[columns.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = !names.contains(columns.get(i).name());
        }
        return new BulkSchema<>(
                name,
                columns.stream()
                        .filter(column -> !names.contains(column.name()))
                        .toList(),
                (row, sink) -> rowWriter.write(row, new SomeFieldsSink(sink, kept)),
                rowReader);
    }

    /**
     * Opens a file. A byte order mark is skipped.
     *
     * @param in the file's bytes; the reader closes it
     */
    public BulkReader<R> reader(InputStream in, BulkFormat format) throws IOException {
        return switch (format) {
            case NDJSON -> new NdjsonBulkReader<>(in, this);
            case CSV -> new CsvBulkReader<>(in, this);
        };
    }

    /**
     * Begins a file.
     *
     * @param out where the bytes go; the writer closes it
     */
    public BulkWriter<R> writer(OutputStream out, BulkFormat format) throws IOException {
        return switch (format) {
            case NDJSON -> new NdjsonBulkWriter<>(out, this);
            case CSV -> new CsvBulkWriter<>(out, this);
        };
    }

    void write(R row, FieldSink sink) throws IOException {
        rowWriter.write(row, sink);
    }

    /** @throws org.mifeng.matcher.InvalidFieldException if a field breaks a rule */
    R read(Fields fields) {
        return rowReader.apply(fields);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Hands the fields of a row over in the order of the columns. */
    interface RowWriter<R> {
        void write(R row, FieldSink sink) throws IOException;
    }
}
