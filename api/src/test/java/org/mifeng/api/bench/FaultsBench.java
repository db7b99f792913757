package org.mifeng.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.crash.CrashDrill;
import org.mifeng.api.launch.ProgressBar;

/** The drill of {@link CrashDrill}, as long as wanted. A broken promise ends it and is printed with its seed. */
final class FaultsBench implements Benchmark {
    private static final Option<Integer> ROUNDS = Option.number("--rounds", 500, 1, 100_000, "how often to kill it");
    private static final Option<Integer> SEED =
            Option.number("--seed", 1, 0, 999_999_999, "of what is random; the same seed kills at the same places");

    private static final Option<Integer> FIRST = Option.number(
            "--first", 1, 1, 1_000_000, "number of the first round; goes on where a run of this seed ended");
    private static final Option<Optional<Path>> LOG =
            Option.file("--log", "append a line for each round to this file, at once");

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public String summary() {
        return "Kills the service under load at named points, those of a new generation of the index among them, at random"
                + " moments and\nwhile it starts, in three of ten rounds with its database, starts it again, and checks after every round: all that was acknowledged is there,"
                + " once; what had no answer\nis settled by asking again with the same key; index and database hold the same"
                + " versions; nothing closed is shown; and the newest\ngeneration of the index comes into force.";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(ROUNDS, SEED, FIRST, LOG, Option.DATA);
    }

    @Override
    public Finding run(Settings settings) throws Exception {
        Path root = settings.get(Option.DATA)
                .resolve("faults-" + ProcessHandle.current().pid());
        Files.createDirectories(root);
        int seed = settings.get(SEED);
        System.err.println("seed " + seed);
        List<CrashDrill.Round> rounds;
        try (ProgressBar progress = Progress.of("Killing", settings.get(ROUNDS))) {
            rounds = new CrashDrill(Path.of("api/target/quarkus-app/quarkus-run.jar"), root.resolve("data"), seed)
                    .run(settings.get(FIRST), settings.get(ROUNDS), round -> {
                        note(settings.get(LOG), seed, round);
                        progress.advance(1);
                    });
        } catch (AssertionError e) {
            return new Finding(
                    "A promise was broken: " + e.getMessage() + "\nEverything is left in " + root + "\n",
                    Map.of("seed", seed, "broken", String.valueOf(e.getMessage())),
                    false);
        }
        TestDatabase.delete(root);
        return finding(seed, rounds);
    }

    private static void note(Optional<Path> log, int seed, CrashDrill.Round round) {
        if (log.isPresent()) {
            try {
                Files.writeString(
                        log.get(),
                        "seed " + seed + " " + round + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Finding finding(int seed, List<CrashDrill.Round> rounds) {
        Map<String, Long> ends = rounds.stream()
                .collect(Collectors.groupingBy(CrashDrill.Round::end, TreeMap::new, Collectors.counting()));
        long missed = rounds.stream().filter(round -> !round.reached()).count();
        long withDatabase =
                rounds.stream().filter(CrashDrill.Round::databaseKilled).count();
        int resolved = rounds.stream().mapToInt(CrashDrill.Round::resolved).sum();
        int posts = rounds.getLast().posts();
        Samples recovery = new Samples();
        rounds.forEach(round -> recovery.add(round.recoveryMillis() * 1_000_000L));
        StringBuilder table = new StringBuilder();
        ends.forEach((end, count) -> table.append(String.format(Locale.ROOT, "%-22s %6d rounds%n", end, count)));
        table.append(String.format(
                Locale.ROOT,
                "%d rounds, seed %d; %d with the database; %d did not end where they were to%n"
                        + "%d posts, %d outcomes unknown after a crash, all settled; nothing lost, nothing doubled%n"
                        + "from the new start to ready: median %.1f s, most %.1f s%n",
                rounds.size(),
                seed,
                withDatabase,
                missed,
                posts,
                resolved,
                recovery.millisAt(0.5) / 1_000,
                recovery.millisAt(1) / 1_000));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seed", seed);
        json.put("rounds", rounds.size());
        json.put("ends", ends);
        json.put("with_database", withDatabase);
        json.put("missed", missed);
        json.put("posts", posts);
        json.put("unknown_outcomes", resolved);
        json.put("recovery_p50_ms", recovery.millisAt(0.5));
        json.put("recovery_max_ms", recovery.millisAt(1));
        return new Finding(table.toString(), json, true);
    }
}
