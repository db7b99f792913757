package org.mifeng.api.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.indexdata.relevance.RankEvaluation;
import org.mifeng.indexdata.relevance.RankFiles;
import org.mifeng.indexdata.relevance.SearchEvaluation;
import org.mifeng.indexdata.relevance.TitleCorpus;
import org.mifeng.indexdata.title.FaultyFileException;
import org.mifeng.indexdata.title.LabelledTitles;
import org.mifeng.indexdata.title.TitleEvaluation;
import org.mifeng.indexdata.title.TitleNormaliser;

/**
 * The commands that measure, on files that people labelled: how well titles are understood, how well searches find posts,
 * how well titles find titles.
 *
 * @param json whether one JSON object is printed instead of lines to read
 * @param out for the numbers
 * @param err for what is wrong with a file
 */
record Evaluations(boolean json, PrintStream out, PrintStream err) {
    private static final int MOST_CONFUSIONS_SHOWN = 20;

    /** What one of the commands does with its files. */
    private interface Evaluation {
        void run(Evaluations screen, List<Path> files) throws IOException, FaultyFileException;
    }

    /** @throws UsageException if the command line is wrong or a file is not there */
    static ExitCode run(String command, List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        return switch (command) {
            case "evaluate-titles" -> run(arguments, List.of("FILE"), Evaluations::titles, out, err);
            case "evaluate-search" -> run(arguments, List.of("POSTS", "QUERIES"), Evaluations::search, out, err);
            default -> run(arguments, List.of("QUERIES", "CORPUS", "QRELS"), Evaluations::rank, out, err);
        };
    }

    private static ExitCode run(
            List<String> arguments, List<String> names, Evaluation evaluation, PrintStream out, PrintStream err)
            throws IOException {
        Arguments line = Arguments.parse(arguments, Set.of(), Set.of("--json"));
        if (line.rest().size() != names.size()) {
            throw new UsageException("must be named: " + String.join(", ", names));
        }
        List<Path> files = line.rest().stream().map(Path::of).toList();
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new UsageException("cannot read " + file);
            }
        }
        try {
            evaluation.run(new Evaluations(line.has("--json"), out, err), files);
            return ExitCode.DONE;
        } catch (FaultyFileException e) {
            err.println(e.getMessage());
            return ExitCode.INPUT_REFUSED;
        }
    }

    private void titles(List<Path> files) throws IOException, FaultyFileException {
        TitleEvaluation found =
                TitleEvaluation.of(TitleNormaliser.ofReferenceTables(), LabelledTitles.read(files.getFirst()));
        if (json) {
            object(
                    Map.of("titles", found.titles()),
                    List.of(
                            share("coverage", found.coverage()),
                            share("occupation_at_1", found.occupationAt1()),
                            share("occupation_at_3", found.occupationAt3()),
                            share("group_at_1", found.groupAt1()),
                            share("group_at_3", found.groupAt3())));
            return;
        }
        line("%d titles, coverage %.3f", found.titles(), found.coverage());
        line("occupation   @1 %.3f   @3 %.3f", found.occupationAt1(), found.occupationAt3());
        line("small group  @1 %.3f   @3 %.3f", found.groupAt1(), found.groupAt3());
        if (!found.confusions().isEmpty()) {
            line("worst confusions (label, first guess, times, a title):");
            found.confusions().stream()
                    .limit(MOST_CONFUSIONS_SHOWN)
                    .forEach(confusion -> line(
                            "%s  %-10s  %4d  %s",
                            confusion.label(), confusion.guess(), confusion.times(), confusion.example()));
        }
    }

    private void search(List<Path> files) throws IOException, FaultyFileException {
        List<TitleEvaluation.Labelled> posts = LabelledTitles.read(files.get(0));
        List<TitleEvaluation.Labelled> queries = LabelledTitles.read(files.get(1), "query");
        List<String> titles =
                posts.stream().map(TitleEvaluation.Labelled::title).toList();
        SearchEvaluation found;
        try (SearchedTitles index = new SearchedTitles(TitleNormaliser.ofReferenceTables(), titles, Instant.now())) {
            found = SearchEvaluation.of(index::search, posts, queries);
        }
        if (json) {
            object(
                    Map.of("posts", found.posts(), "queries", found.queries(), "answerable", found.answerable()),
                    List.of(
                            share("ndcg_at_10", found.ndcgAt10()),
                            share("recall_at_50", found.recallAt50()),
                            share("zero_result_rate", found.zeroResultRate()),
                            share("success_at_1", found.successAt1())));
            return;
        }
        line(
                "%d posts, %d queries, %d of them with a post to find",
                found.posts(), found.queries(), found.answerable());
        line("nDCG@10           %.3f", found.ndcgAt10());
        line("recall@50         %.3f", found.recallAt50());
        line("success@1         %.3f", found.successAt1());
        line("zero-result rate  %.3f", found.zeroResultRate());
    }

    private void rank(List<Path> paths) throws IOException, FaultyFileException {
        RankFiles files = RankFiles.read(paths.get(0), paths.get(1), paths.get(2));
        if (files.unknown() > 0) {
            err.printf(
                    "%d judged pairs name a query or title that is in neither file; such titles count as not found%n",
                    files.unknown());
        }
        TitleCorpus corpus = new TitleCorpus(
                TitleNormaliser.ofReferenceTables(), List.copyOf(files.corpus().values()));
        RankEvaluation found = RankEvaluation.of(corpus, files);
        if (json) {
            object(
                    Map.of("queries", found.queries()),
                    List.of(
                            share("map", found.map()),
                            share("p_at_5", found.precisionAt5()),
                            share("p_at_10", found.precisionAt10())));
            return;
        }
        line("%d queries, %d titles", found.queries(), files.corpus().size());
        line("MAP   %.3f", found.map());
        line("P@5   %.3f", found.precisionAt5());
        line("P@10  %.3f", found.precisionAt10());
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    private static String share(String name, double value) {
        return String.format(Locale.ROOT, "\"%s\":%.4f", name, value);
    }

    private void object(Map<String, Integer> counts, List<String> shares) {
        String counted = counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> "\"" + count.getKey() + "\":" + count.getValue())
                .collect(Collectors.joining(","));
        out.println("{" + counted + "," + String.join(",", shares) + "}");
    }
}
