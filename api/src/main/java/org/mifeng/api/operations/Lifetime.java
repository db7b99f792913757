package org.mifeng.api.operations;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sees to it that what was started is stopped in the opposite order, however the end comes: by the main thread leaving,
 * or by SIGTERM or Ctrl-C, which the JVM answers with shutdown hooks that all run at once.
 *
 * <p>While the service runs it is the framework's hook that stops it; the main thread then leaves {@code serve} and closes
 * this, and our hook only waits for that. Before, nobody wakes the main thread: our hook itself stops what runs, and the
 * main thread fails at whatever it is doing.
 */
final class Lifetime implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lifetime.class);
    private static final long LONGEST_END_SECONDS = 90;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::endBySignal, "lifetime-end");
    private boolean ending;
    private boolean serving;

    Lifetime() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @param resource closed before those given earlier; at once if the end has come already */
    synchronized void closeAtEnd(AutoCloseable resource) {
        started.push(resource);
        if (ending) {
            stopAll();
        }
    }

    /** From now on the end is the framework's to begin. */
    synchronized void serving() {
        serving = true;
    }

    /** Whether a signal told us to end. */
    synchronized boolean isEnding() {
        return ending;
    }

    private void endBySignal() {
        boolean wait;
        synchronized (this) {
            ending = true;
            wait = serving;
        }
        try {
            if (wait && ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopAll();
    }

    private synchronized void stopAll() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOG.error("something did not stop in good order", e);
            }
        }
    }

    @Override
    public void close() {
        stopAll();
        ended.countDown();
    }
}
