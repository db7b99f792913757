package org.mifeng.kiosk.card;

import java.io.IOException;

/** A way to a security module: one whole frame in, one whole frame out. Implementations belong to one thread. */
@FunctionalInterface
public interface SdtTransport {
    /**
     * Sends a frame and waits for the answer, which may be damaged.
     *
     * @throws IOException if the module or the card could not be reached; the message holds no content of a card
     */
    byte[] exchange(byte[] frame) throws IOException;
}
