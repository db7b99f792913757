package org.mifeng.api.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command line behind {@code ./bench}, whose help describes it. A new benchmark is a class and a line here. */
public final class Bench {
    static final int DONE = 0;
    static final int LISTS_DIFFER = 1;
    static final int WRONG_USAGE = 2;

    static final List<Benchmark> ALL = List.of(
            new MatchBench(),
            new ReverseBench(),
            new SearchBench(),
            new BuildBench(),
            new FreshBench(),
            new ColdBench(),
            new ScaleBench(),
            new HttpBench(),
            new KernelBench(),
            new TitleBench(),
            new MorningBench(),
            new FaultsBench());

    private static final Option<Optional<Path>> JSON =
            Option.file("--json", "also write the result as one JSON object to this file");

    private Bench() {}

    /** Runs one benchmark. Exit codes: 0 done, 1 the lists of two exact engines differ, 2 wrong usage. */
    public static void main(String[] arguments) throws Exception {
        PrintStream results = System.out;
        // the product's own commands show their progress on the standard output, which is kept for the results here
        System.setOut(System.err);
        System.exit(run(List.of(arguments), results, System.err));
    }

    /** As {@link #main}, with the exit code as the answer. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        try {
            return runChecked(arguments, out);
        } catch (UsageException e) {
            err.println(e.getMessage() + ". See ./bench --help.");
            return WRONG_USAGE;
        }
    }

    private static int runChecked(List<String> arguments, PrintStream out) throws Exception {
        Benchmark benchmark = named(arguments.isEmpty() ? "" : arguments.getFirst());
        List<String> rest = arguments.subList(1, arguments.size());
        if (rest.contains("--help")) {
            out.print(help(benchmark));
            return DONE;
        }
        Settings settings = Settings.read(rest, benchmark.options(), JSON);
        Finding finding = benchmark.run(settings);
        out.print(finding.table());
        Optional<Path> json = settings.get(JSON);
        if (json.isPresent()) {
            Files.writeString(
                    json.get(),
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(finding.json()));
        }
        return finding.listsEqual() ? DONE : LISTS_DIFFER;
    }

    private static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("the first word must be a benchmark: "
                        + ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "))));
    }

    private static String help(Benchmark benchmark) {
        StringBuilder text = new StringBuilder("./bench " + benchmark.name() + " [options]\n\n");
        text.append(benchmark.summary()).append("\n\n");
        benchmark.options().forEach(option -> text.append(option.help()));
        return text.append(JSON.help()).toString();
    }
}
