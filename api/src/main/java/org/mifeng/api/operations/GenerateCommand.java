package org.mifeng.api.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.indexdata.bulk.BulkFormat;
import org.mifeng.indexdata.cli.GenerateFiles;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;

/**
 * Writes the files of a market that does not exist. The same seed, day and scale give the same bytes.
 *
 * @param directory where the files go
 * @param format how they are written
 * @param scale how much
 * @param seed any number
 * @param asOf the day on which live posts are live
 * @param out for messages
 */
record GenerateCommand(Path directory, BulkFormat format, Scale scale, long seed, Instant asOf, PrintStream out) {
    private enum Size {
        SMALL,
        FULL
    }

    static GenerateCommand of(List<String> arguments, PrintStream out) {
        Arguments line = Arguments.parse(
                        arguments, Set.of("--dir", "--format", "--scale", "--seed", "--as-of"), Set.of())
                .nothingElse();
        if (line.value("--dir").isEmpty()) {
            throw new UsageException("--dir names the directory for the files and must be given");
        }
        Instant asOf;
        try {
            asOf = line.value("--as-of")
                    .map(day -> LocalDate.parse(day).atTime(4, 0).toInstant(ZoneOffset.UTC))
                    .orElseGet(Instant::now);
        } catch (DateTimeParseException e) {
            throw new UsageException("--as-of must be a day such as 2026-11-21");
        }
        return new GenerateCommand(
                line.path("--dir", ""),
                line.choice("--format", BulkFormat.class, BulkFormat.NDJSON),
                line.choice("--scale", Size.class, Size.SMALL) == Size.SMALL ? Scale.SMALL : Scale.FULL,
                line.number("--seed", DataSet.SEED, Long.MIN_VALUE, Long.MAX_VALUE),
                Generator.dayOf(asOf),
                out);
    }

    ExitCode run() throws IOException {
        long total = (long) scale.employers() + scale.jobPosts() + scale.seekers();
        List<GenerateFiles.Written> files;
        try (ProgressBar progress = ProgressBar.onScreen("Making records", total)) {
            files = GenerateFiles.run(
                    new GenerateFiles.Order(seed, asOf, scale, format, directory), new Advance(progress));
        }
        for (GenerateFiles.Written file : files) {
            out.printf(Locale.ROOT, "%s: %,d rows, %,d bytes%n", file.path(), file.rows(), file.bytes());
        }
        return ExitCode.DONE;
    }

    /** Turns what is done of each file into steps of one bar. */
    private static final class Advance implements GenerateFiles.Progress {
        private final ProgressBar progress;
        private long doneOfFile;

        Advance(ProgressBar progress) {
            this.progress = progress;
        }

        @Override
        public void report(String what, long done, long total) {
            progress.advance(done - doneOfFile);
            doneOfFile = done == total ? 0 : done;
        }
    }
}
