package org.mifeng.api.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A relay between the service and the database server that can lose the server, or lose just the answer to a commit.
 * Tests and test resources have class loaders of their own, so the relay is told by a system property.
 */
final class DatabaseRelay implements AutoCloseable {
    private static final String MODE = "org.mifeng.api.test-relay";

    /** Three bytes of length, one of sequence, the command, the word. */
    private static final int COMMIT_LENGTH = 11;

    /** What becomes of connections. */
    enum Mode {
        /** All goes through. */
        PASS,
        /** As if the server were gone. */
        REFUSE,
        /** The server commits a change, and nobody hears of it. Then as {@link #PASS}. */
        LOSE_NEXT_COMMIT
    }

    private final ServerSocket door;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    DatabaseRelay(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        set(Mode.PASS);
        Thread.ofVirtual().start(this::accept);
        Thread.ofVirtual().start(this::refuse);
    }

    int port() {
        return door.getLocalPort();
    }

    static void set(Mode mode) {
        System.setProperty(MODE, mode.name());
    }

    private static boolean is(Mode mode) {
        return mode.name().equals(System.getProperty(MODE));
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (is(Mode.REFUSE)) {
                    client.close();
                    continue;
                }
                Socket database = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(client);
                open.add(database);
                Thread.ofVirtual().start(() -> relay(client, database, true));
                Thread.ofVirtual().start(() -> relay(database, client, false));
            } catch (IOException e) {
                // the door was closed, or the server is gone: the next one will see
            }
        }
    }

    private void refuse() {
        while (!door.isClosed()) {
            if (is(Mode.REFUSE)) {
                open.forEach(DatabaseRelay::close);
                open.clear();
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void relay(Socket from, Socket to, boolean fromClient) {
        byte[] buffer = new byte[1 << 16];
        boolean writing = false;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                boolean commits = fromClient && text.length() == COMMIT_LENGTH && text.endsWith("commit");
                writing |= fromClient && text.contains("insert into outbox");
                boolean lose = commits
                        && writing
                        && System.getProperties().replace(MODE, Mode.LOSE_NEXT_COMMIT.name(), Mode.PASS.name());
                if (lose) {
                    from.close(); // first, so that the answer finds nobody
                }
                writing &= !commits;
                out.write(buffer, 0, length);
                out.flush();
                if (lose) {
                    Thread.sleep(500); // the server commits
                    return;
                }
            }
        } catch (IOException e) {
            // one side went away, so the other does
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(DatabaseRelay::close);
    }
}
