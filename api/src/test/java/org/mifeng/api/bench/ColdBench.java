package org.mifeng.api.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mifeng.api.launch.ProgressBar;

/** From an index on disk to the first answer, each time in a fresh process. */
final class ColdBench implements Benchmark {
    private static final Option<Integer> POSTS =
            Option.number("--posts", 450_000, 1_000, 10_000_000, "how many posts, open and closed");
    private static final Option<Integer> ROUNDS = Option.number("--rounds", 5, 1, 100, "how many processes");
    private static final List<String> PHASES = List.of("jvm_ms", "occupations_ms", "open_ms", "first_match_ms");

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public String summary() {
        return """
                Starts a Java process, with the service's heap, that reads the occupations, opens the index and answers one
                question; says how long each phase takes. The index lies in the system's file cache, as after a restart of the
                service, not of the machine. Service and database are not part of it.""";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(POSTS, ROUNDS, Option.DATA);
    }

    @Override
    public Finding run(Settings settings) throws Exception {
        Market market = Market.of(settings.get(Option.DATA), "market", settings.get(POSTS));
        market.index();
        int rounds = settings.get(ROUNDS);
        List<double[]> starts = new ArrayList<>();
        try (ProgressBar progress = Progress.of("Starting", rounds)) {
            for (int round = 0; round < rounds; round++) {
                starts.add(start(market));
                progress.advance(1);
            }
        }
        return finding(market.posts(), starts);
    }

    private static double[] start(Market market) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx1536m",
                "-XX:+UseG1GC",
                "-cp",
                System.getProperty("java.class.path"),
                ColdStart.class.getName(),
                market.directory().toString(),
                Integer.toString(market.posts()),
                Long.toString(System.currentTimeMillis())));
        Path messages = market.directory().resolve("cold-start.log");
        Process process =
                new ProcessBuilder(command).redirectError(messages.toFile()).start();
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IOException("the process ended with " + process.exitValue() + ":\n" + Files.readString(messages));
        }
        return Arrays.stream(line.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Finding finding(int posts, List<double[]> starts) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%,d posts, %d fresh processes%n%n%s", posts, starts.size(), Spread.heading()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("posts", posts);
        json.put("starts", starts.size());
        for (int phase = 0; phase < PHASES.size(); phase++) {
            int at = phase;
            Spread spread = Spread.of(starts.stream().map(start -> start[at]).toList());
            table.append(spread.row(PHASES.get(phase).replace("_ms", "").replace('_', ' '), "ms"));
            json.putAll(spread.json(PHASES.get(phase)));
        }
        Spread engine = Spread.of(
                starts.stream().map(start -> start[1] + start[2] + start[3]).toList());
        Spread total = Spread.of(
                starts.stream().map(start -> Arrays.stream(start).sum()).toList());
        table.append(engine.row("engine, without the JVM", "ms")).append(total.row("all", "ms"));
        json.putAll(engine.json("engine_ms"));
        json.putAll(total.json("total_ms"));
        return new Finding(table.toString(), json, true);
    }
}
