package org.mifeng.api.bench.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Requests at a steady rate, whether or not the earlier ones are answered (an open loop): a request's time runs from the
 * moment it was due, so that waiting for a free connection or a stalled service counts. One thread, non-blocking, so that
 * it takes as little as it can of the machine it shares with the service.
 */
public final class Load implements Callable<Answers> {
    private static final long LONGEST_PARK_NANOS = 100_000;
    private static final long DRAIN_NANOS = 3_000_000_000L;

    private final InetSocketAddress service;
    private final IntFunction<byte[]> requests;
    private final double perSecond;
    private final int seconds;
    private final int connections;

    /**
     * @param port of the service on this machine
     * @param requests the bytes of the n-th request
     * @param perSecond how many, above 0
     * @param seconds for how long
     * @param connections at most so many at once
     */
    public Load(int port, IntFunction<byte[]> requests, double perSecond, int seconds, int connections) {
        service = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.requests = requests;
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.connections = connections;
    }

    /** One connection, used for one request at a time. */
    private static final class Line {
        final SocketChannel channel;
        final Answer answer = new Answer();
        ByteBuffer sending = ByteBuffer.allocate(0);
        int slot = -1;

        Line(SocketChannel channel) {
            this.channel = channel;
        }
    }

    @Override
    public Answers call() throws IOException {
        int slots = (int) Math.max(1, Math.round(perSecond * seconds));
        double everyNanos = 1e9 / perSecond;
        Answers answers = new Answers(slots, perSecond);
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 17);
        Deque<Line> idle = new ArrayDeque<>();
        int opened = 0;
        int busy = 0;
        try (Selector selector = Selector.open()) {
            long start = System.nanoTime();
            long end = start + (long) (slots * everyNanos) + DRAIN_NANOS;
            int next = 0;
            while ((next < slots || busy > 0) && System.nanoTime() < end) {
                long now = System.nanoTime();
                while (next < slots && start + (long) (next * everyNanos) <= now) {
                    Line line = idle.pollLast();
                    if (line == null) {
                        if (opened == connections) {
                            break;
                        }
                        line = open(selector);
                        opened++;
                    }
                    line.slot = next;
                    line.sending = ByteBuffer.wrap(requests.apply(next));
                    line.answer.begin();
                    next++;
                    busy++;
                    send(line, selector);
                }
                if (selector.selectNow() == 0) {
                    long due = next < slots ? start + (long) (next * everyNanos) : Long.MAX_VALUE;
                    LockSupport.parkNanos(Math.clamp(due - System.nanoTime(), 1_000, LONGEST_PARK_NANOS));
                    continue;
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    Line line = (Line) key.attachment();
                    if (key.isValid() && key.isWritable()) {
                        send(line, selector);
                    }
                    if (key.isValid() && key.isReadable()) {
                        boolean open = read(line, buffer);
                        if (line.slot >= 0 && (line.answer.isWhole() || !open)) {
                            answers.add(
                                    line.slot,
                                    System.nanoTime() - start - (long) (line.slot * everyNanos),
                                    line.answer.isWhole() ? line.answer.status() : 0,
                                    line.answer.retryAfter());
                            line.slot = -1;
                            busy--;
                            if (open) {
                                idle.addLast(line);
                            }
                        }
                        if (!open) {
                            idle.remove(line);
                            line.channel.close();
                            opened--;
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
            answers.finish(System.nanoTime() - start);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
        return answers;
    }

    private Line open(Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(service);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Line line = new Line(channel);
        channel.register(selector, SelectionKey.OP_READ, line);
        return line;
    }

    private static void send(Line line, Selector selector) throws IOException {
        line.channel.write(line.sending);
        line.channel
                .keyFor(selector)
                .interestOps(
                        line.sending.hasRemaining()
                                ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                                : SelectionKey.OP_READ);
    }

    /** @return whether the connection is still open */
    private static boolean read(Line line, ByteBuffer buffer) {
        try {
            buffer.clear();
            int length = line.channel.read(buffer);
            if (length < 0) {
                return false;
            }
            line.answer.take(buffer.flip());
            return !line.answer.isWhole() || line.answer.keepsAlive();
        } catch (IOException e) {
            return false;
        }
    }
}
