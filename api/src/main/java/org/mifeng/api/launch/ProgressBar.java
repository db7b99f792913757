package org.mifeng.api.launch;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Shows how far a long task is: one line that redraws itself on a terminal, a plain line every tenth of the way
 * elsewhere. Safe for use by several threads.
 */
public final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final String label;
    private final long total;
    private final long started;
    private final AtomicLong done = new AtomicLong();
    private long drawnAt;
    private int tenths;
    private boolean closed;

    /**
     * @param out where to
     * @param terminal whether lines can be redrawn
     * @param nanos the time, as {@link System#nanoTime()}
     * @param label what is being done
     * @param total how many steps it takes, or 0 if nobody knows
     */
    public ProgressBar(PrintStream out, boolean terminal, LongSupplier nanos, String label, long total) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.label = label;
        this.total = total;
        started = nanos.getAsLong();
        drawnAt = started - REDRAW_NANOS;
    }

    /** On the standard output. */
    public static ProgressBar onScreen(String label, long total) {
        return new ProgressBar(
                System.out,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent(),
                System::nanoTime,
                label,
                total);
    }

    /** So many more steps are done. */
    public void advance(long steps) {
        long now = done.addAndGet(steps);
        draw(now);
    }

    /** How many steps are done. */
    public long done() {
        return done.get();
    }

    private synchronized void draw(long now) {
        if (closed) {
            return;
        }
        if (terminal) {
            long time = nanos.getAsLong();
            if (time - drawnAt >= REDRAW_NANOS) {
                drawnAt = time;
                out.print("\r" + line(now));
                out.flush();
            }
        } else if (total > 0 && now < total && now * 10 / total > tenths) {
            tenths = (int) (now * 10 / total);
            out.println(line(now));
        }
    }

    private String line(long now) {
        double seconds = Math.max(1e-3, (nanos.getAsLong() - started) / 1e9);
        String speed = String.format(Locale.ROOT, "%,d/s", Math.round(now / seconds));
        if (total <= 0) {
            return String.format(Locale.ROOT, "%-24s %,12d  %s  ", label, now, speed);
        }
        double part = Math.min(1, (double) now / total);
        int filled = (int) (part * CELLS);
        String bar = "#".repeat(filled) + ".".repeat(CELLS - filled);
        return String.format(
                Locale.ROOT, "%-24s [%s] %3d %%  %,d of %,d  %s  ", label, bar, (int) (part * 100), now, total, speed);
    }

    /** Draws the last state and ends the line, with the time it took. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        double seconds = (nanos.getAsLong() - started) / 1e9;
        out.println((terminal ? "\r" : "") + line(done.get()) + String.format(Locale.ROOT, "%.1f s", seconds));
    }
}
