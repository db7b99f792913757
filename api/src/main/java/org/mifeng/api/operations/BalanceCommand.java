package org.mifeng.api.operations;

import java.io.PrintStream;
import java.net.BindException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.mifeng.api.balance.Balancer;
import org.mifeng.api.launch.ExitCode;
import org.mifeng.api.launch.LaunchException;

/**
 * Serves one address in front of several nodes until the process is told to end. {@code ./run --nodes} starts it.
 *
 * @param nodes host and port of each
 * @param host the address to serve on
 * @param port the port to serve on
 * @param out for messages
 */
record BalanceCommand(List<String> nodes, String host, int port, PrintStream out) {
    static BalanceCommand of(List<String> arguments, PrintStream out) {
        Arguments line = Arguments.parse(arguments, Set.of("--port", "--host"), Set.of());
        for (String node : line.rest()) {
            if (!node.matches("[^:]+:[0-9]{1,5}")) {
                throw new UsageException(node + " must be HOST:PORT");
            }
        }
        if (line.rest().isEmpty()) {
            throw new UsageException("at least one node must be given, as HOST:PORT");
        }
        return new BalanceCommand(
                line.rest(), line.value("--host", "127.0.0.1"), (int) line.number("--port", 8080, 1, 65_535), out);
    }

    ExitCode run() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(end::countDown, "balance-end"));
        try (Balancer balancer = new Balancer(nodes)) {
            balancer.start(host, port);
            out.println("Serving " + nodes.size() + " nodes on port " + port);
            end.await();
            return ExitCode.DONE;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BindException) {
                throw new LaunchException(
                        ExitCode.PORT_IN_USE,
                        "Port " + port + " is used by another program. Stop it, or choose another with --port.",
                        e);
            }
            throw e;
        }
    }
}
