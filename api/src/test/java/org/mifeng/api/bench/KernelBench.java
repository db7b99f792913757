package org.mifeng.api.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mifeng.matcher.lucene.WalkKernels;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The pieces of the walk, each alone, by JMH. */
final class KernelBench implements Benchmark {
    private static final Option<Integer> FORKS =
            Option.number("--forks", 2, 1, 20, "processes for each piece, one after the other");
    private static final Option<Integer> SECONDS =
            Option.number("--seconds", 5, 1, 100, "measured in each process, after three of warming up");

    @Override
    public String name() {
        return "kernels";
    }

    @Override
    public String summary() {
        return "Times the pieces of the walk, each alone, by JMH, in nanoseconds: for directions, not for targets.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(FORKS, SECONDS);
    }

    @Override
    public Finding run(Settings settings) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(WalkKernels.class.getName())
                        .forks(settings.get(FORKS))
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(settings.get(SECONDS))
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .build())
                .run();
        StringBuilder table = new StringBuilder(String.format("%n%s", Spread.heading()));
        Map<String, Object> kernels = new LinkedHashMap<>();
        for (RunResult result : results) {
            List<Double> nanos = new ArrayList<>();
            result.getBenchmarkResults()
                    .forEach(fork -> fork.getIterationResults()
                            .forEach(iteration ->
                                    nanos.add(iteration.getPrimaryResult().getScore())));
            Spread spread = Spread.of(nanos);
            Result<?> primary = result.getPrimaryResult();
            table.append(spread.row(primary.getLabel(), "ns"));
            kernels.put(primary.getLabel(), spread.json("ns"));
        }
        table.append(String.format(Locale.ROOT, "%d processes each%n", settings.get(FORKS)));
        return new Finding(table.toString(), Map.of("kernels", kernels), true);
    }
}
