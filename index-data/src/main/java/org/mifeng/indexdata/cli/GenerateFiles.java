package org.mifeng.indexdata.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.mifeng.indexdata.bulk.BulkFormat;
import org.mifeng.indexdata.bulk.BulkSchema;
import org.mifeng.indexdata.bulk.BulkWriter;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;

/** Writes a made-up market to three files: employers, job posts, seekers. */
public final class GenerateFiles {
    private static final int BUFFER_BYTES = 1 << 18;

    /** Rows between two reports of progress. */
    private static final int REPORT_EVERY = 2_000;

    private GenerateFiles() {}

    /**
     * What to write.
     *
     * @param seed any number; the same seed, moment, scale and format give the same bytes
     * @param asOf the moment that live posts are live at
     * @param scale how much
     * @param format of all three files
     * @param directory where the files go; it is made if it is missing, files of the same names are replaced
     */
    public record Order(long seed, Instant asOf, Scale scale, BulkFormat format, Path directory) {}

    /**
     * A file that was written.
     *
     * @param path where it is
     * @param rows how many records are in it
     * @param bytes its size
     */
    public record Written(Path path, long rows, long bytes) {}

    /** Hears how far the writing has come, on the writing thread. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Some rows more are written.
         *
         * @param what {@code employers}, {@code job-posts} or {@code seekers}
         * @param done rows so far; the last report of a file has {@code done} equal to {@code total}
         * @param total rows of the file
         */
        void report(String what, long done, long total);
    }

    /**
     * Writes the files. A file appears under its name when it is complete, never before.
     *
     * @return the files in the order they were written
     * @throws IOException if a file cannot be written; what was complete stays
     */
    public static List<Written> run(Order order, Progress progress) throws IOException {
        Files.createDirectories(order.directory());
        Generator generator = Generator.of(order.seed(), order.asOf(), order.scale());
        List<Written> written = new ArrayList<>();
        written.add(
                write(BulkSchema.EMPLOYERS, generator.employers(), order.scale().employers(), order, progress));
        written.add(
                write(BulkSchema.JOB_POSTS, generator.jobPosts(), order.scale().jobPosts(), order, progress));
        written.add(write(BulkSchema.SEEKERS, generator.seekers(), order.scale().seekers(), order, progress));
        return written;
    }

    private static <R> Written write(BulkSchema<R> schema, Stream<R> rows, long total, Order order, Progress progress)
            throws IOException {
        Path path = order.directory().resolve(schema.fileName(order.format()));
        Path unfinished = order.directory().resolve(schema.fileName(order.format()) + ".part");
        try {
            write(schema, rows.iterator(), total, unfinished, order.format(), progress);
            move(unfinished, path);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return new Written(path, total, Files.size(path));
    }

    private static <R> void write(
            BulkSchema<R> schema, Iterator<R> rows, long total, Path path, BulkFormat format, Progress progress)
            throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES);
                BulkWriter<R> writer = schema.writer(out, format)) {
            long done = 0;
            while (rows.hasNext()) {
                writer.write(rows.next());
                done++;
                if (done % REPORT_EVERY == 0 && done < total) {
                    progress.report(schema.name(), done, total);
                }
            }
        }
        progress.report(schema.name(), total, total);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
