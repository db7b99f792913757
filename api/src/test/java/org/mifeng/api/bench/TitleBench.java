package org.mifeng.api.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;
import org.mifeng.indexdata.title.LabelledTitles;
import org.mifeng.indexdata.title.TitleEvaluation;
import org.mifeng.indexdata.title.TitleEvaluation.Labelled;
import org.mifeng.indexdata.title.TitleNormaliser;

/** How fast titles are read, and how well, beside the longest everyday name that a title contains. */
final class TitleBench implements Benchmark {
    private static final Option<Integer> TITLES =
            Option.number("--titles", 100_000, 1_000, 450_000, "made-up titles that are read in each round");
    private static final Option<Integer> ROUNDS =
            Option.number("--rounds", 5, 1, 100, "rounds after one of warming up");
    private static final int THREADS = 2;

    @Override
    public String name() {
        return "titles";
    }

    @Override
    public String summary() {
        return "Reads made-up titles by one thread and by two, and labelled titles, beside the longest name contained.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(TITLES, ROUNDS);
    }

    @Override
    public Finding run(Settings settings) throws Exception {
        TitleNormaliser normaliser = TitleNormaliser.ofReferenceTables();
        LongestName baseline = new LongestName();
        List<String> titles = Generator.of(1, Instant.parse("2026-11-20T16:00:00Z"), Scale.FULL)
                .jobPosts(1, settings.get(TITLES))
                .map(JobPostRecord::title)
                .toList();
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round <= settings.get(ROUNDS); round++) {
                Map<String, Double> measured = new LinkedHashMap<>();
                measured.put("normaliser, 1 thread", speed(titles, all(titles, normaliser::read)));
                measured.put("normaliser, 2 threads", speed(titles, halves(titles, threads, normaliser)));
                measured.put("longest name, 1 thread", speed(titles, all(titles, baseline::trade)));
                if (round > 0) {
                    measured.forEach((engine, speed) -> speeds.computeIfAbsent(engine, e -> new ArrayList<>())
                            .add(speed));
                }
            }
        }
        StringBuilder table = new StringBuilder(String.format("%n%s", Spread.heading()));
        Map<String, Object> json = new LinkedHashMap<>();
        speeds.forEach((engine, measured) -> {
            Spread spread = Spread.of(measured);
            table.append(spread.row(engine, "titles/s"));
            json.put(engine, spread.json("titles/s"));
        });
        List<Labelled> labelled = LabelledTitles.read(Path.of(
                Objects.requireNonNull(TitleBench.class.getResource("/org/mifeng/indexdata/title/titles-test.csv"))
                        .toURI()));
        TitleEvaluation found = TitleEvaluation.of(normaliser, labelled);
        long right = labelled.stream()
                .filter(title -> baseline.trade(title.title()).equals(Optional.of(title.code())))
                .count();
        double rightShare = (double) right / labelled.size();
        table.append(String.format(
                Locale.ROOT,
                "occupation @1 on %d labelled titles: normaliser %.3f, longest name %.3f%n",
                labelled.size(),
                found.occupationAt1(),
                rightShare));
        json.put("occupation_at_1", Map.of("normaliser", found.occupationAt1(), "longest name", rightShare));
        return new Finding(table.toString(), Map.of("titles", json), true);
    }

    private interface Reader {
        Object read(String title);
    }

    private static Callable<Integer> all(List<String> titles, Reader reader) {
        return () -> {
            int read = 0;
            for (String title : titles) {
                read += reader.read(title) == null ? 0 : 1;
            }
            return read;
        };
    }

    private static Callable<Integer> halves(List<String> titles, ExecutorService threads, TitleNormaliser normaliser) {
        int middle = titles.size() / 2;
        return () -> {
            Future<Integer> first = threads.submit(all(titles.subList(0, middle), normaliser::read));
            Future<Integer> second = threads.submit(all(titles.subList(middle, titles.size()), normaliser::read));
            return first.get() + second.get();
        };
    }

    /** Titles per second. */
    private static double speed(List<String> titles, Callable<Integer> work) throws Exception {
        long start = System.nanoTime();
        int read = work.call();
        if (read != titles.size()) {
            throw new IllegalStateException("read " + read + " titles of " + titles.size());
        }
        return read * 1e9 / (System.nanoTime() - start);
    }
}
