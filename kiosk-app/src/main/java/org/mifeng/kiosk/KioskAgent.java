package org.mifeng.kiosk;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mifeng.kiosk.card.CardEvent;
import org.mifeng.kiosk.card.pcsc.CardReader;
import org.mifeng.kiosk.card.virtual.VirtualReader;
import org.mifeng.kiosk.service.Enrolment;
import org.mifeng.kiosk.service.KioskIdentity;
import org.mifeng.kiosk.service.ServiceClient;
import org.mifeng.kiosk.session.KioskSession;
import org.mifeng.kiosk.session.Timings;
import org.mifeng.kiosk.web.AgentHealth;
import org.mifeng.kiosk.web.KioskServer;

/** The running agent: reader, session, page and service client, wired. */
final class KioskAgent implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(KioskAgent.class.getName());
    private static final long ENROLMENT_SECONDS = 1;

    private final KioskServer server;
    private final Deque<AutoCloseable> open;

    private KioskAgent(KioskServer server, Deque<AutoCloseable> open) {
        this.server = server;
        this.open = open;
    }

    /** The agent could not start; the message is for the operator. */
    static final class StartException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int exitCode;

        StartException(int exitCode, String message) {
            super(message);
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    /** What the reader last said. */
    private static final class ReaderState {
        private volatile String name = "";
        private volatile boolean ready;
    }

    static KioskAgent start(KioskOptions options, Timings timings, InstantSource clock) throws StartException {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            return start(options, timings, clock, open);
        } catch (StartException | RuntimeException e) {
            closeAll(open);
            throw e;
        }
    }

    private static KioskAgent start(
            KioskOptions options, Timings timings, InstantSource clock, Deque<AutoCloseable> open)
            throws StartException {
        Path data = options.data();
        open.push(lock(data));
        ServiceClient client = new ServiceClient(options.service(), clock);
        open.push(client);
        Enrolment enrolment;
        try {
            enrolment = new Enrolment(data, client);
        } catch (IOException e) {
            throw new StartException(4, e.getMessage() + "; take the file away to enrol anew");
        }

        boolean pcsc = switch (options.reader()) {
            case PCSC -> true;
            case VIRTUAL -> false;
            case AUTO -> CardReader.systemHas(options.readerName());
        };
        String kind = pcsc ? "pcsc" : "virtual";
        ReaderState reader = new ReaderState();

        // the session and the page know each other: the page is made first and given the session when it is there
        KioskSession[] session = new KioskSession[1];
        KioskServer server;
        try {
            server = KioskServer.bind(
                    options.port(),
                    () -> new AgentHealth(
                            kind,
                            reader.name,
                            reader.ready,
                            enrolment.identity().isPresent(),
                            enrolment.identity().map(KioskIdentity::kioskId).orElse("")),
                    clock,
                    touch -> session[0].onTouch(touch),
                    jobs -> session[0].onFit(jobs));
        } catch (IOException e) {
            throw new StartException(3, "port " + options.port() + " cannot be used: " + e.getMessage());
        }
        open.push(server);
        session[0] = new KioskSession(timings, clock, client, enrolment, server::show);
        open.push(session[0]);

        CardReader cards;
        if (pcsc) {
            cards = CardReader.ofSystem(options.readerName(), event -> onCard(event, reader, server, session[0]));
        } else {
            try {
                VirtualReader virtual = VirtualReader.open(data);
                open.push(virtual);
                cards = CardReader.ofSlot(virtual.slot(), event -> onCard(event, reader, server, session[0]));
            } catch (IOException e) {
                throw new StartException(4, "the virtual reader cannot be opened in " + data + ": " + e.getMessage());
            }
        }
        open.push(cards);

        ScheduledExecutorService enroller = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name("enrolment").daemon().unstarted(task));
        open.push(enroller::shutdownNow);
        var _ = enroller.scheduleWithFixedDelay(
                () -> {
                    boolean before = enrolment.identity().isPresent();
                    enrolment.attempt();
                    if (before != enrolment.identity().isPresent()) {
                        server.refresh();
                    }
                },
                0,
                ENROLMENT_SECONDS,
                TimeUnit.SECONDS);

        server.start();
        session[0].start();
        cards.start();
        LOG.log(
                Level.INFO,
                "kiosk page http://127.0.0.1:{0}/ reader {1} service {2}",
                String.valueOf(server.port()),
                kind,
                options.service());
        return new KioskAgent(server, open);
    }

    private static void onCard(CardEvent event, ReaderState reader, KioskServer server, KioskSession session) {
        switch (event) {
            case CardEvent.ReaderBack(String name) -> {
                LOG.log(Level.INFO, "reader ready: {0}", name);
                reader.name = name;
                reader.ready = true;
                server.refresh();
            }
            case CardEvent.ReaderLost(String what) -> {
                LOG.log(Level.WARNING, "reader lost: {0}", what);
                reader.ready = false;
                server.refresh();
            }
            case CardEvent.Detected _, CardEvent.Inserted _, CardEvent.Unreadable _, CardEvent.Removed _ -> {}
        }
        session.onCard(event);
    }

    /** Makes the data directory and keeps other agents out of it. */
    private static AutoCloseable lock(Path data) throws StartException {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(
                        data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            FileChannel channel =
                    FileChannel.open(data.resolve("agent.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                // an agent of this very process
            }
            channel.close();
            throw new StartException(4, "another agent uses " + data);
        } catch (IOException e) {
            throw new StartException(4, "the data directory " + data + " cannot be used: " + e);
        }
    }

    int port() {
        return server.port();
    }

    /** Stops everything, last started first. */
    @Override
    public void close() {
        closeAll(open);
    }

    private static void closeAll(Deque<AutoCloseable> open) {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "stopping: {0}", e.toString());
            }
        }
    }
}
