package org.mifeng.api.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.mifeng.api.fault.FaultPoint;

/**
 * Kills the service again and again while employers post and close, and looks after each new start whether anything was
 * lost. A round dies at a named point, or at a random moment under load, or there and once more while it starts. In some rounds the
 * database is killed with it.
 *
 * <p>Killing loses what a process held in memory, not what the system holds for the disk: a real power cut could lose
 * writes that were never forced. That the database forces its log at each commit is its setting, not shown here.
 */
public final class CrashDrill {
    private static final Duration LONGEST_WAY_TO_A_POINT = Duration.ofSeconds(20);
    private static final double POWER_CUTS = 0.3;

    private final Path jar;
    private final Path data;
    private final long seed;
    private final Ledger ledger = new Ledger();

    /** The same in a request and its repeat. */
    private final Instant validUntil = Instant.now().plus(Duration.ofDays(7));

    /**
     * @param jar of the built product
     * @param data directory of an installation that may not exist yet
     * @param seed of everything random
     */
    public CrashDrill(Path jar, Path data, long seed) {
        this.jar = jar.toAbsolutePath();
        this.data = data.toAbsolutePath();
        this.seed = seed;
    }

    /**
     * How a round went.
     *
     * @param number from 1
     * @param end a {@link FaultPoint}, {@code RANDOM} or {@code STARTING}
     * @param reached whether the process ended where it was to
     * @param databaseKilled whether the database went with it
     * @param posts acknowledged so far, over all rounds
     * @param resolved outcomes that were unknown after the crash and are known now
     * @param recoveryMillis from the new start to readiness
     */
    public record Round(
            int number,
            String end,
            boolean reached,
            boolean databaseKilled,
            int posts,
            int resolved,
            long recoveryMillis) {}

    private record Plan(
            Optional<FaultPoint> point, boolean whileStarting, boolean databaseToo, SplittableRandom random) {
        String end() {
            return point.map(Enum::name).orElse(whileStarting ? "STARTING" : "RANDOM");
        }
    }

    /**
     * Runs.
     *
     * @param each told of every round
     * @throws AssertionError with seed and place if a promise was broken
     */
    public List<Round> run(int rounds, Consumer<Round> each) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<Round> done = new ArrayList<>();
        Plan plan = plan(1, random.split());
        ServiceProcess service = ServiceProcess.start(jar, data, options(plan));
        try {
            service.awaitReady();
            for (int number = 1; number <= rounds; number++) {
                Plan next = plan(number + 1, random.split());
                try {
                    boolean reached = crash(service, plan, number);
                    long begun = System.nanoTime();
                    service = ServiceProcess.start(jar, data, options(next));
                    service.awaitReady();
                    long recovery = (System.nanoTime() - begun) / 1_000_000;
                    Round round = new Round(
                            number,
                            plan.end(),
                            reached,
                            plan.databaseToo(),
                            ledger.all().size(),
                            check(service, plan),
                            recovery);
                    each.accept(round);
                    done.add(round);
                } catch (Exception | AssertionError e) {
                    throw new AssertionError(
                            String.format(
                                    Locale.ROOT,
                                    "seed %d, round %d, killed at %s%s: %s",
                                    seed,
                                    number,
                                    plan.end(),
                                    plan.databaseToo() ? " with the database" : "",
                                    e.getMessage()),
                            e);
                }
                plan = next;
            }
        } finally {
            service.kill();
            ServiceProcess.killDatabase(data);
        }
        return done;
    }

    private int check(ServiceProcess service, Plan plan) throws Exception {
        try (PostingClient client = client(service)) {
            return new Recovery(data, client, ledger).check(plan.random());
        }
    }

    private static Plan plan(int number, SplittableRandom random) {
        FaultPoint[] points = FaultPoint.values();
        int kinds = points.length + 3;
        int kind = (number - 1) % kinds;
        boolean named = kind < points.length;
        return new Plan(
                named ? Optional.of(points[kind]) : Optional.empty(),
                kind == kinds - 1,
                random.nextDouble() < POWER_CUTS,
                random);
    }

    /** The service counts the passings of the plan's point from when this file exists. */
    private Path armed() {
        return data.resolveSibling("armed");
    }

    private List<String> options(Plan plan) throws IOException {
        Files.deleteIfExists(armed());
        return plan.point()
                .map(point -> List.of(
                        "-D" + FaultPoint.PROPERTY + "=" + point + ":" + times(point, plan.random()) + ":" + armed()))
                .orElse(List.of());
    }

    /** Kills what the plan says under load, and says whether it ended where the plan says. */
    private boolean crash(ServiceProcess service, Plan plan, int number) throws Exception {
        boolean reached;
        try (PostingClient client = client(service)) {
            Employers employers = Employers.start(client, ledger, "round-" + number, plan.random());
            if (plan.point().isPresent()) {
                Files.createFile(armed());
                reached = service.endsWithin(LONGEST_WAY_TO_A_POINT) && service.exitCode() == FaultPoint.EXIT_CODE;
            } else {
                reached = !service.endsWithin(Duration.ofMillis(plan.random().nextLong(50, 2_000)));
            }
            service.kill();
            employers.close();
        }
        if (plan.databaseToo()) {
            ServiceProcess.killDatabase(data);
        }
        if (plan.whileStarting()) {
            ServiceProcess again = ServiceProcess.start(jar, data, List.of());
            reached &= !again.endsWithin(Duration.ofMillis(plan.random().nextLong(100, 4_000)));
            again.kill();
            if (plan.databaseToo()) {
                ServiceProcess.killDatabase(data);
            }
        }
        return reached;
    }

    /** Early enough to come soon, late enough to come in the middle of things. */
    private static int times(FaultPoint point, SplittableRandom random) {
        return switch (point) {
            case AFTER_ROW, AFTER_OUTBOX, AFTER_COMMIT -> random.nextInt(1, 60);
            case BEFORE_APPLY, AFTER_APPLY -> random.nextInt(1, 20);
            case BEFORE_INDEX_COMMIT, AFTER_INDEX_COMMIT, AFTER_PRUNE_MARK -> random.nextInt(1, 5);
        };
    }

    private PostingClient client(ServiceProcess service) throws IOException {
        return new PostingClient(
                service.address(),
                Files.readString(data.resolve("employer-token")).strip(),
                validUntil);
    }
}
