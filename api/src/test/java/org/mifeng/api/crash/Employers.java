package org.mifeng.api.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several programs that post and close as fast as they are answered, until they are told to stop or nobody answers. */
final class Employers implements AutoCloseable {
    private static final int PROGRAMS = 4;
    private static final double CLOSINGS = 0.3;

    private final ExecutorService threads = Executors.newFixedThreadPool(PROGRAMS);
    private final List<Future<?>> programs = new ArrayList<>();
    private volatile boolean stopped;

    /**
     * Begins.
     *
     * @param name begins all keys of this load
     */
    static Employers start(PostingClient client, Ledger ledger, String name, SplittableRandom random) {
        Employers employers = new Employers();
        for (int program = 0; program < PROGRAMS; program++) {
            String keys = name + "-" + program + "-";
            SplittableRandom own = random.split();
            employers.programs.add(employers.threads.submit(() -> employers.work(client, ledger, keys, own)));
        }
        return employers;
    }

    private void work(PostingClient client, Ledger ledger, String keys, SplittableRandom random) {
        try {
            for (int number = 0; !stopped; number++) {
                if (random.nextDouble() < CLOSINGS) {
                    Optional<Ledger.Entry> chosen = ledger.takeOneToClose(random);
                    if (chosen.isPresent()) {
                        close(client, chosen.get());
                    }
                } else {
                    Ledger.Entry entry = ledger.begin(keys + number);
                    client.post(entry.key()).ifPresent(id -> ledger.acknowledge(entry, id));
                }
            }
        } catch (PostingClient.NoAnswerException e) {
            stopped = true; // what was asked for stays unknown in the ledger
        }
    }

    private static void close(PostingClient client, Ledger.Entry entry) throws PostingClient.NoAnswerException {
        entry.closing(Ledger.Outcome.UNKNOWN);
        if (client.close(entry.publicId().orElseThrow())) {
            entry.closing(Ledger.Outcome.DONE);
        }
    }

    /** Lets them finish what they are at. */
    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
        for (Future<?> program : programs) {
            try {
                program.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new AssertionError("a program of an employer failed", e.getCause());
            }
        }
    }
}
