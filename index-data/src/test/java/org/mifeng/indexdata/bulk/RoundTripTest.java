package org.mifeng.indexdata.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read, to the last character, whatever the text holds. */
final class RoundTripTest {
    private static final int SEEDS = 400;

    @ParameterizedTest
    @EnumSource
    void employersSurviveAFile(BulkFormat format) throws IOException {
        roundTrip(BulkSchema.EMPLOYERS, format, SampleRows::employer);
    }

    @ParameterizedTest
    @EnumSource
    void jobPostsSurviveAFile(BulkFormat format) throws IOException {
        roundTrip(BulkSchema.JOB_POSTS, format, SampleRows::jobPost);
    }

    @ParameterizedTest
    @EnumSource
    void seekersSurviveAFile(BulkFormat format) throws IOException {
        roundTrip(BulkSchema.SEEKERS, format, SampleRows::seeker);
    }

    private static <R> void roundTrip(BulkSchema<R> schema, BulkFormat format, Function<SampleRows, R> sample)
            throws IOException {
        List<R> rows = LongStream.range(0, SEEDS)
                .mapToObj(seed -> sample.apply(new SampleRows(seed)))
                .toList();
        byte[] bytes = write(schema, format, rows);
        try (BulkReader<R> reader = schema.reader(new ByteArrayInputStream(bytes), format)) {
            assertThat(reader.records().toList()).isEqualTo(rows);
        }
        assertThat(write(schema, format, rows)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void aFileFromBeforeAColumnWasAddedIsRead(BulkFormat format) throws IOException {
        EmployerRecord employer = new SampleRows(1).employer();
        byte[] bytes = write(
                BulkSchema.EMPLOYERS.without(Set.of("paidOnTimePercent", "answeredPercent", "openComplaints")),
                format,
                List.of(employer));
        try (BulkReader<EmployerRecord> reader = BulkSchema.EMPLOYERS.reader(new ByteArrayInputStream(bytes), format)) {
            assertThat(reader.records().toList()).singleElement().satisfies(read -> {
                assertThat(read.publicId()).isEqualTo(employer.publicId());
                assertThat(read.paidOnTimePercent()).isEmpty();
                assertThat(read.openComplaints()).isZero();
            });
        }
        byte[] posts = write(
                BulkSchema.JOB_POSTS.without(Set.of("applicants", "welcomes")),
                format,
                List.of(new SampleRows(1).jobPost()));
        try (BulkReader<JobPostRecord> reader = BulkSchema.JOB_POSTS.reader(new ByteArrayInputStream(posts), format)) {
            assertThat(reader.records().toList()).singleElement().satisfies(read -> {
                assertThat(read.applicants()).isZero();
                assertThat(read.welcomes()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfNoRowsIsReadAsNone(BulkFormat format) throws IOException {
        byte[] bytes = write(BulkSchema.EMPLOYERS, format, List.of());
        try (BulkReader<EmployerRecord> reader = BulkSchema.EMPLOYERS.reader(new ByteArrayInputStream(bytes), format)) {
            assertThat(reader.rows()).isEmpty();
        }
    }

    private static <R> byte[] write(BulkSchema<R> schema, BulkFormat format, List<R> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BulkWriter<R> writer = schema.writer(bytes, format)) {
            for (R row : rows) {
                writer.write(row);
            }
        }
        return bytes.toByteArray();
    }
}
