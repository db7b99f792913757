package org.mifeng.api.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.ProgressBar;

/**
 * Takes files of employers, job posts and seekers into the database. All rows of all files are checked first, against the
 * rules of their fields, against each other and against the database; then all are written in one transaction, with
 * their outbox rows, so that a running service sees them. A row that is there already (by its number) gets a new version.
 *
 * @param data the data directory
 * @param files employers first, seekers last
 * @param dryRun whether to check only
 * @param goodRowsOnly whether faulty rows are left out instead of stopping the import
 * @param replaceUnknownOccupations whether posts with an occupation that our table does not know get the one that their
 *     words name, as posts without any do
 * @param out for messages
 */
record ImportCommand(
        DataDirectory data,
        List<BulkFile> files,
        boolean dryRun,
        boolean goodRowsOnly,
        boolean replaceUnknownOccupations,
        PrintStream out) {
    private static final String REPLACE_UNKNOWN = "--replace-unknown-occupations";
    private static final int MOST_FAULTS_SHOWN = 50;

    static ImportCommand of(List<String> arguments, PrintStream out) throws IOException {
        Arguments line = Arguments.parse(
                arguments, Set.of("--data", "--dir"), Set.of("--dry-run", "--good-rows-only", REPLACE_UNKNOWN));
        List<BulkFile> files = new ArrayList<>();
        for (String file : line.rest()) {
            files.add(BulkFile.named(Path.of(file))
                    .orElseThrow(() -> new UsageException(
                            file + " must be named employers, job-posts or seekers, and end with .ndjson or .csv")));
        }
        if (line.value("--dir").isPresent()) {
            Path directory = Path.of(line.value("--dir", ""));
            if (!Files.isDirectory(directory)) {
                throw new UsageException("there is no directory " + directory);
            }
            try (var found = Files.list(directory)) {
                found.map(BulkFile::named).flatMap(Optional::stream).forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            throw new UsageException("there is no file to import");
        }
        for (BulkFile file : files) {
            if (!Files.isReadable(file.path())) {
                throw new UsageException("cannot read " + file.path());
            }
        }
        files.sort(Comparator.comparing(BulkFile::kind).thenComparing(BulkFile::path));
        return new ImportCommand(
                DataDirectory.open(line.path("--data", "data")),
                List.copyOf(files),
                line.has("--dry-run"),
                line.has("--good-rows-only"),
                line.has(REPLACE_UNKNOWN),
                out);
    }

    ExitCode run() throws IOException, SQLException {
        try (OpenMarket market = OpenMarket.open(data, out);
                Connection connection = market.database().connect()) {
            connection.setAutoCommit(false);
            OccupationsByWords occupations = new OccupationsByWords(replaceUnknownOccupations);
            ImportCheck check = new ImportCheck(connection, market.keys(), occupations);
            List<ImportCheck.Fault> faults = new ArrayList<>();
            long rows = 0;
            try (ProgressBar progress = ProgressBar.onScreen("Checking", 0)) {
                for (BulkFile file : files) {
                    rows += check.run(file, faults::add, progress);
                }
            }
            faults.sort(Comparator.comparing((ImportCheck.Fault fault) -> files.stream()
                            .map(BulkFile::path)
                            .toList()
                            .indexOf(fault.place().file()))
                    .thenComparing(fault -> fault.place().line()));
            faults.stream().limit(MOST_FAULTS_SHOWN).forEach(out::println);
            if (faults.size() > MOST_FAULTS_SHOWN) {
                out.printf("and %d more%n", faults.size() - MOST_FAULTS_SHOWN);
            }
            long good = rows
                    - faults.stream().map(ImportCheck.Fault::place).distinct().count();
            out.printf("%d rows checked, %d are good%n", rows, good);
            if (occupations.read() > 0) {
                out.printf("posts that got the occupation their words name: %d%n", occupations.read());
            }
            if (!faults.isEmpty() && !goodRowsOnly) {
                out.println("Nothing was changed. Correct the rows, or leave them out with --good-rows-only.");
                return ExitCode.INPUT_REFUSED;
            }
            if (dryRun) {
                return faults.isEmpty() ? ExitCode.DONE : ExitCode.INPUT_REFUSED;
            }
            ImportWrite write = new ImportWrite(connection, market.keys(), occupations, Instant.now());
            try (ProgressBar progress = ProgressBar.onScreen("Importing", good)) {
                for (BulkFile file : files) {
                    write.run(file, ImportCheck.linesOf(file, faults), progress);
                }
                connection.commit();
            }
            out.printf("%d rows are new, %d have a new version%n", write.inserted(), write.updated());
            return ExitCode.DONE;
        }
    }
}
