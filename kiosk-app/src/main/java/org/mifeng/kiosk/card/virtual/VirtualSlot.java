package org.mifeng.kiosk.card.virtual;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mifeng.kiosk.card.pcsc.CardSlot;

/** A slot in this process that a {@link VirtualIdCard} can be put into and taken from. */
final class VirtualSlot implements CardSlot {
    private @Nullable VirtualIdCard card;

    /** Puts a card in; one that was there is taken out first, long enough for a reader to see it leave. */
    void insert(SyntheticPerson person) throws InterruptedException {
        if (isPresent()) {
            remove();
            Thread.sleep(Duration.ofMillis(150));
        }
        synchronized (this) {
            card = new VirtualIdCard(person);
            notifyAll();
        }
    }

    synchronized void remove() {
        card = null;
        notifyAll();
    }

    @Override
    public synchronized boolean isPresent() {
        return card != null;
    }

    @Override
    public synchronized boolean await(boolean present, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + Math.min(timeout.toMillis(), Integer.MAX_VALUE) * 1_000_000;
        while (isPresent() != present) {
            long leftMillis = (end - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                return false;
            }
            wait(leftMillis);
        }
        return true;
    }

    @Override
    public synchronized byte[] atr() {
        return card == null ? new byte[] {0x3B, 0} : card.atr();
    }

    @Override
    public synchronized byte[] transmit(byte[] apdu) throws IOException {
        VirtualIdCard present = card;
        if (present == null) {
            throw new IOException("no card");
        }
        try {
            return present.transmit(apdu);
        } catch (VirtualIdCard.LiftedException e) {
            remove();
            throw e;
        }
    }
}
