package org.mifeng.kiosk.card.pcsc;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** Where terminals come from: the PC/SC service, or within the process. */
interface TerminalSource {
    /**
     * The terminals there are now.
     *
     * @throws NoSuchAlgorithmException if there is no such service now; asking later may succeed
     */
    CardTerminals open() throws NoSuchAlgorithmException;

    /** Forgets everything about a service that went away, so that {@link #open} can find it again. */
    void reset();

    /** The first terminal whose whole name matches; empty if the service is there but no such reader. */
    default Optional<CardTerminal> find(Pattern name) throws NoSuchAlgorithmException, CardException {
        List<CardTerminal> terminals;
        try {
            terminals = open().list();
        } catch (CardException e) {
            if (SystemTerminals.says(e, "SCARD_E_NO_READERS_AVAILABLE")) {
                return Optional.empty();
            }
            throw e;
        }
        return terminals.stream()
                .filter(terminal -> name.matcher(terminal.getName()).matches())
                .findFirst();
    }
}
