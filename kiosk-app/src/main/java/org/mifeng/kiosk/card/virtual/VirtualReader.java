package org.mifeng.kiosk.card.virtual;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.mifeng.kiosk.card.pcsc.CardSlot;

/**
 * The agent's reader without hardware: a slot, and a control port on the loopback address through which {@code ./card}
 * puts cards in. Who may speak to the port is who may read {@link #CONTROL_FILE}: it holds port and secret and is
 * readable by the agent's user alone. The port is open only while this reader is in use.
 */
public final class VirtualReader implements AutoCloseable {
    /** Name of the file in the agent's data directory that holds port and secret. */
    static final String CONTROL_FILE = "virtual-reader";

    private static final System.Logger LOG = System.getLogger(VirtualReader.class.getName());
    private static final int MAX_LINE_CHARS = 4_096;
    private static final int READ_MILLIS = 2_000;

    private final VirtualSlot slot = new VirtualSlot();
    private final Semaphore conversations = new Semaphore(8);
    private final ServerSocket server;
    private final String secret;
    private final Path file;

    private VirtualReader(ServerSocket server, String secret, Path file) {
        this.server = server;
        this.secret = secret;
        this.file = file;
    }

    /**
     * Opens the control port.
     *
     * @param data the agent's data directory, which exists
     * @throws IOException if no port can be opened or the file cannot be written
     */
    public static VirtualReader open(Path data) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        ServerSocket server = new ServerSocket(0, 8, InetAddress.ofLiteral("127.0.0.1"));
        Path file = data.resolve(CONTROL_FILE);
        Path fresh = Files.createTempFile(
                data,
                CONTROL_FILE,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, server.getLocalPort() + " " + secret + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        VirtualReader reader = new VirtualReader(server, secret, file);
        Thread.ofPlatform().name("virtual-reader").daemon().start(reader::accept);
        return reader;
    }

    /** The slot that cards are put into. */
    public CardSlot slot() {
        return slot;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (conversations.tryAcquire()) {
                    Thread.ofVirtual().start(() -> {
                        try {
                            converse(socket);
                        } finally {
                            conversations.release();
                        }
                    });
                } else {
                    socket.close();
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.log(Level.WARNING, "virtual reader: {0}", e.getMessage());
                }
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), MAX_LINE_CHARS);
                Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
            socket.setSoTimeout(READ_MILLIS);
            out.write(answer(line(in), line(in)) + "\n");
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "virtual reader: a conversation ended early", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() >= MAX_LINE_CHARS) {
                throw new IOException("no line");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private String answer(String claimed, String command) throws InterruptedException {
        if (!MessageDigest.isEqual(claimed.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8))) {
            return "refused";
        }
        if (command.equals("remove")) {
            slot.remove();
            return "ok";
        }
        if (command.equals("status")) {
            return slot.isPresent() ? "inserted" : "empty";
        }
        try {
            slot.insert(PlayedCard.read(command).person());
            return "ok";
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "virtual reader: not a card", e);
            return "invalid";
        }
    }

    /** Closes the port, takes the file away and leaves the slot empty. */
    @Override
    public void close() {
        slot.remove();
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "virtual reader: {0}", e.getMessage());
        }
    }
}
