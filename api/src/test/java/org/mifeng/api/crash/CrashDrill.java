package org.mifeng.api.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.mifeng.api.fault.FaultPoint;

/**
 * Kills the service again and again while employers post and close, and looks after each new start whether anything was
 * lost. Rounds end as their {@link Plan} says; for a point of the change to a new generation of the index, one is asked for
 * while the load runs. When all rounds are done, a last new generation comes into force undisturbed.
 *
 * <p>Killing loses what a process held in memory, not what the system holds for the disk: a real power cut could lose
 * writes that were never forced. That the database forces its log at each commit is its setting, not shown here.
 */
public final class CrashDrill {
    private static final Duration LONGEST_WAY_TO_A_POINT = Duration.ofMinutes(3);

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

    /**
     * Runs.
     *
     * @param first number of the first round; a later one than 1 goes on where another run of this seed ended
     * @param rounds how many
     * @param each told of every round
     * @throws AssertionError with seed and place if a promise was broken
     */
    public List<Round> run(int first, int rounds, Consumer<Round> each) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Plan plan = Plan.next(1, random);
        while (plan.number() < first) {
            plan = Plan.next(plan.number() + 1, random);
        }
        List<Round> done = new ArrayList<>();
        ServiceProcess service = ServiceProcess.start(jar, data, options(plan));
        try {
            service.awaitReady();
            for (int i = 0; i < rounds; i++) {
                Plan next = Plan.next(plan.number() + 1, random);
                try {
                    boolean reached = crash(service, plan);
                    long begun = System.nanoTime();
                    service = ServiceProcess.start(jar, data, options(next));
                    service.awaitReady();
                    long recovery = (System.nanoTime() - begun) / 1_000_000;
                    int resolved = check(service, plan);
                    Round round = new Round(
                            plan.number(),
                            plan.end(),
                            reached,
                            plan.databaseToo(),
                            ledger.all().size(),
                            resolved,
                            recovery);
                    each.accept(round);
                    done.add(round);
                } catch (Exception | AssertionError e) {
                    throw broken(plan, e);
                }
                plan = next;
            }
            wantGeneration();
            check(service, plan);
        } finally {
            service.kill();
            ServiceProcess.killDatabase(data);
        }
        return done;
    }

    private AssertionError broken(Plan plan, Throwable cause) {
        return new AssertionError(
                String.format(
                        Locale.ROOT,
                        "seed %d, round %d, killed at %s%s: %s",
                        seed,
                        plan.number(),
                        plan.end(),
                        plan.databaseToo() ? " with the database" : "",
                        cause.getMessage()),
                cause);
    }

    private int check(ServiceProcess service, Plan plan) throws Exception {
        try (PostingClient client = client(service)) {
            return new Recovery(data, client, ledger).check(plan.random());
        }
    }

    /** The service counts the passings of the plan's point from when this file exists. */
    private Path armed() {
        return data.resolveSibling("armed");
    }

    private List<String> options(Plan plan) throws IOException {
        Files.deleteIfExists(armed());
        return plan.point()
                .map(point ->
                        List.of("-D" + FaultPoint.PROPERTY + "=" + point + ":" + plan.times(point) + ":" + armed()))
                .orElse(List.of());
    }

    private void wantGeneration() throws Exception {
        try (Connection connection = Recovery.database(data).connect()) {
            GenerationCheck.want(connection);
        }
    }

    /** Kills what the plan says under load, and says whether it ended where the plan says. */
    private boolean crash(ServiceProcess service, Plan plan) throws Exception {
        boolean reached;
        try (PostingClient client = client(service)) {
            Employers employers = Employers.start(client, ledger, "round-" + plan.number(), plan.random());
            if (plan.point().isPresent()) {
                Files.createFile(armed());
                if (plan.needsNewGeneration()) {
                    wantGeneration();
                }
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

    private PostingClient client(ServiceProcess service) throws IOException {
        return new PostingClient(
                service.address(),
                Files.readString(data.resolve("employer-token")).strip(),
                validUntil);
    }
}
