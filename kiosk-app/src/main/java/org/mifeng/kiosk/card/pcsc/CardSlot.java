package org.mifeng.kiosk.card.pcsc;

import java.io.IOException;
import java.time.Duration;

/** A reader's slot within this process, for a terminal that needs no PC/SC service. Safe for several threads. */
public interface CardSlot {
    /** Whether a card is in the slot. */
    boolean isPresent();

    /**
     * Waits until a card is in the slot, or is not.
     *
     * @return whether it came to be so within the time
     */
    boolean await(boolean present, Duration timeout) throws InterruptedException;

    /** The answer to reset of the card in the slot. */
    byte[] atr();

    /**
     * Sends one command APDU to the card in the slot.
     *
     * @throws IOException if the card is gone
     */
    byte[] transmit(byte[] apdu) throws IOException;
}
