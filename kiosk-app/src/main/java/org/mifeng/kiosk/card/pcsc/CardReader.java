package org.mifeng.kiosk.card.pcsc;

import java.lang.System.Logger.Level;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import org.mifeng.kiosk.card.CardEvent;
import org.mifeng.kiosk.card.SdtIdCardReader;
import org.mifeng.kiosk.card.UnreadableReason;

/**
 * One reader and the one platform thread that owns it.
 *
 * <p>The thread finds the terminal by name, waits for a card, reads it, waits for it to leave, and so on. Waiting is in
 * slices, so that stopping takes no longer than one. Whatever goes wrong with the service or the reader is reported once
 * as {@link CardEvent.ReaderLost}; then everything is dropped and sought again, at first after half a second, then slower,
 * never slower than every {@link #SLOWEST_BACK_OFF}.
 */
public final class CardReader implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CardReader.class.getName());
    private static final long SLICE_MILLIS = 1_000;
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration SLOWEST_BACK_OFF = Duration.ofSeconds(2);

    private final TerminalSource source;
    private final Pattern name;
    private final Consumer<CardEvent> listener;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    private boolean up;
    private boolean lostReported;

    private CardReader(TerminalSource source, Pattern name, Consumer<CardEvent> listener) {
        this.source = source;
        this.name = name;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("card-reader").daemon().unstarted(this::run);
    }

    /** A reader of the PC/SC service whose whole name matches {@code name}; the listener is called on its thread. */
    public static CardReader ofSystem(Pattern name, Consumer<CardEvent> listener) {
        return new CardReader(new SystemTerminals(), name, listener);
    }

    /** A reader within this process. */
    public static CardReader ofSlot(CardSlot slot, Consumer<CardEvent> listener) {
        return new CardReader(
                new InProcessTerminals(slot), Pattern.compile(Pattern.quote(InProcessTerminals.NAME)), listener);
    }

    /** Whether the PC/SC service answers now and has a reader whose whole name matches. */
    public static boolean systemHas(Pattern name) {
        SystemTerminals terminals = new SystemTerminals();
        try {
            return terminals.find(name).isPresent();
        } catch (NoSuchAlgorithmException | CardException | RuntimeException e) {
            LOG.log(Level.DEBUG, "no PC/SC service", e);
            return false;
        }
    }

    /** Starts the thread; once. */
    public void start() {
        thread.start();
    }

    private void run() {
        Duration backOff = FIRST_BACK_OFF;
        while (!stopped()) {
            try {
                Optional<CardTerminal> terminal = source.find(name);
                if (terminal.isPresent()) {
                    backOff = FIRST_BACK_OFF;
                    serve(terminal.get());
                } else {
                    lost("no reader of that name");
                }
            } catch (NoSuchAlgorithmException e) {
                lost("no PC/SC service");
            } catch (CardException | RuntimeException e) {
                LOG.log(Level.DEBUG, "reader failed", e);
                lost("reader or service gone");
                source.reset();
            }
            if (pause(backOff)) {
                return;
            }
            backOff = backOff.multipliedBy(2).compareTo(SLOWEST_BACK_OFF) > 0
                    ? SLOWEST_BACK_OFF
                    : backOff.multipliedBy(2);
        }
    }

    /** Serves card after card until stopped; leaves by an exception when the reader is gone. */
    private void serve(CardTerminal terminal) throws CardException {
        boolean present = terminal.isCardPresent();
        up = true;
        lostReported = false;
        listener.accept(new CardEvent.ReaderBack(terminal.getName()));
        while (!stopped()) {
            if (!present) {
                present = terminal.waitForCardPresent(SLICE_MILLIS);
                continue;
            }
            listener.accept(new CardEvent.Detected());
            try {
                listener.accept(read(terminal));
                while (!stopped() && !terminal.waitForCardAbsent(SLICE_MILLIS)) {
                    // the card rests on the reader
                }
            } finally {
                // also when the reader vanished with the card on it: nobody can say that the card is still there
                listener.accept(new CardEvent.Removed());
            }
            present = false;
        }
    }

    private static CardEvent read(CardTerminal terminal) {
        try {
            Card card = terminal.connect("*");
            try {
                card.beginExclusive();
                return switch (new SdtIdCardReader(new ApduTransport(card.getBasicChannel())).read()) {
                    case SdtIdCardReader.Outcome.Read read -> new CardEvent.Inserted(read.holder());
                    case SdtIdCardReader.Outcome.Failed failed -> {
                        LOG.log(Level.INFO, "card not read: {0}", failed.detail());
                        yield new CardEvent.Unreadable(failed.reason());
                    }
                };
            } finally {
                release(card);
            }
        } catch (CardException | RuntimeException e) {
            LOG.log(Level.INFO, "card not read: {0}", e.getClass().getSimpleName());
            return new CardEvent.Unreadable(UnreadableReason.LIFTED);
        }
    }

    private static void release(Card card) {
        try {
            card.disconnect(true);
        } catch (CardException | RuntimeException e) {
            LOG.log(Level.DEBUG, "card was gone before it was released", e);
        }
    }

    private void lost(String what) {
        if (up || !lostReported) {
            lostReported = true;
            up = false;
            listener.accept(new CardEvent.ReaderLost(what));
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private boolean pause(Duration time) {
        try {
            return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Stops the thread and waits for it, at most two slices. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(Duration.ofMillis(2 * SLICE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
