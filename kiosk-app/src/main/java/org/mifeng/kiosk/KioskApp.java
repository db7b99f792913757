package org.mifeng.kiosk;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.mifeng.kiosk.session.Timings;

/** The agent's entry point: options in, exit code out. */
public final class KioskApp {
    private KioskApp() {}

    /** Runs the agent until SIGTERM or SIGINT. */
    public static void main(String[] args) throws InterruptedException {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT%1$tz %4$s %5$s%6$s%n");
        KioskOptions options;
        try {
            options = KioskOptions.parse(args);
        } catch (KioskOptions.UsageException e) {
            System.err.println("kiosk: " + e.getMessage() + " (see --help)");
            System.exit(2);
            return;
        }
        if (options.help()) {
            System.out.print(KioskOptions.HELP);
            return;
        }
        KioskAgent agent;
        try {
            agent = KioskAgent.start(options, Timings.STANDARD, InstantSource.system());
        } catch (KioskAgent.StartException e) {
            System.err.println("kiosk: " + e.getMessage());
            System.exit(e.exitCode());
            return;
        }
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(agent::close));
        new CountDownLatch(1).await();
    }
}
