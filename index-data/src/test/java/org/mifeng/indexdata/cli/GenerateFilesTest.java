package org.mifeng.indexdata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mifeng.indexdata.bulk.BulkFormat;
import org.mifeng.indexdata.bulk.BulkReader;
import org.mifeng.indexdata.bulk.BulkSchema;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;

final class GenerateFilesTest {
    private static final Instant AS_OF = Instant.parse("2026-11-20T16:00:00Z");
    private static final Scale TINY = new Scale(40, 5_000, 3_000);

    @TempDir
    private Path directory = Path.of("unset");

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsWhatTheGeneratorMakes(BulkFormat format) throws IOException {
        List<GenerateFiles.Written> written = GenerateFiles.run(order(format, directory), (what, done, total) -> {});
        Generator generator = Generator.of(5, AS_OF, TINY);
        assertThat(written).extracting(GenerateFiles.Written::rows).containsExactly(40L, 5_000L, 3_000L);
        assertThat(read(written.get(0).path(), BulkSchema.EMPLOYERS, format))
                .isEqualTo(generator.employers().toList());
        assertThat(read(written.get(1).path(), BulkSchema.JOB_POSTS, format))
                .isEqualTo(generator.jobPosts().toList());
        assertThat(read(written.get(2).path(), BulkSchema.SEEKERS, format))
                .isEqualTo(generator.seekers().toList());
    }

    @Test
    void progressRisesToTheTotalOfEachFile() throws IOException {
        List<String> reports = new ArrayList<>();
        GenerateFiles.run(
                order(BulkFormat.NDJSON, directory),
                (what, done, total) -> reports.add(what + " " + done + "/" + total));
        assertThat(reports)
                .containsExactly(
                        "employers 40/40",
                        "job-posts 2000/5000",
                        "job-posts 4000/5000",
                        "job-posts 5000/5000",
                        "seekers 2000/3000",
                        "seekers 3000/3000");
    }

    @Test
    void onlyCompleteFilesAreLeft() throws IOException {
        GenerateFiles.run(order(BulkFormat.CSV, directory), (what, done, total) -> {});
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("employers.csv", "job-posts.csv", "seekers.csv");
        }
    }

    /** Sets that the JDK orders anew in every process must not order anything here. */
    @Test
    void anotherProcessWritesTheSameBytes() throws Exception {
        Path here = directory.resolve("here");
        Path there = directory.resolve("there");
        GenerateFiles.run(order(BulkFormat.NDJSON, here), (what, done, total) -> {});
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GenerateFilesTest.class.getName() + "$OtherProcess",
                        there.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "output"))
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        for (String file : List.of("employers.ndjson", "job-posts.ndjson", "seekers.ndjson")) {
            assertThat(digest(there.resolve(file))).as(file).isEqualTo(digest(here.resolve(file)));
        }
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static GenerateFiles.Order order(BulkFormat format, Path directory) {
        return new GenerateFiles.Order(5, AS_OF, TINY, format, directory);
    }

    private static <R> List<R> read(Path file, BulkSchema<R> schema, BulkFormat format) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BulkReader<R> reader = schema.reader(in, format)) {
            return reader.records().toList();
        }
    }

    /** Writes the same order from a process of its own. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] arguments) throws IOException {
            GenerateFiles.run(order(BulkFormat.NDJSON, Path.of(arguments[0])), (what, done, total) -> {});
        }
    }
}
