package org.mifeng.api.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.indexdata.title.LabelledTitles;
import org.mifeng.indexdata.title.TitleEvaluation;
import org.mifeng.indexdata.title.TitleNormaliser;

/**
 * Measures how well titles are understood, on a file of titles that people labelled with trades.
 *
 * @param file CSV with the columns title and code
 * @param json whether one JSON object is printed instead of lines to read
 * @param out for the numbers
 */
record EvaluateTitlesCommand(Path file, boolean json, PrintStream out) {
    private static final int MOST_CONFUSIONS_SHOWN = 20;

    static EvaluateTitlesCommand of(List<String> arguments, PrintStream out) {
        Arguments line = Arguments.parse(arguments, Set.of(), Set.of("--json"));
        if (line.rest().size() != 1) {
            throw new UsageException("one file of titles must be named");
        }
        Path file = Path.of(line.rest().getFirst());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UsageException("cannot read " + file);
        }
        return new EvaluateTitlesCommand(file, line.has("--json"), out);
    }

    ExitCode run(PrintStream err) throws IOException {
        List<TitleEvaluation.Labelled> titles;
        try {
            titles = LabelledTitles.read(file);
        } catch (LabelledTitles.FaultyFileException e) {
            err.println(file.getFileName() + ": " + e.getMessage());
            return ExitCode.INPUT_REFUSED;
        }
        TitleEvaluation found = TitleEvaluation.of(TitleNormaliser.ofReferenceTables(), titles);
        if (json) {
            out.printf(
                    Locale.ROOT,
                    "{\"titles\":%d,\"coverage\":%.4f,\"occupation_at_1\":%.4f,\"occupation_at_3\":%.4f,"
                            + "\"group_at_1\":%.4f,\"group_at_3\":%.4f}%n",
                    found.titles(),
                    found.coverage(),
                    found.occupationAt1(),
                    found.occupationAt3(),
                    found.groupAt1(),
                    found.groupAt3());
            return ExitCode.DONE;
        }
        out.printf(Locale.ROOT, "%d titles, coverage %.3f%n", found.titles(), found.coverage());
        out.printf(Locale.ROOT, "occupation   @1 %.3f   @3 %.3f%n", found.occupationAt1(), found.occupationAt3());
        out.printf(Locale.ROOT, "small group  @1 %.3f   @3 %.3f%n", found.groupAt1(), found.groupAt3());
        if (!found.confusions().isEmpty()) {
            out.println("worst confusions (label, first guess, times, a title):");
            found.confusions().stream()
                    .limit(MOST_CONFUSIONS_SHOWN)
                    .forEach(confusion -> out.printf(
                            Locale.ROOT,
                            "%s  %-10s  %4d  %s%n",
                            confusion.label(),
                            confusion.guess(),
                            confusion.times(),
                            confusion.example()));
        }
        return ExitCode.DONE;
    }
}
