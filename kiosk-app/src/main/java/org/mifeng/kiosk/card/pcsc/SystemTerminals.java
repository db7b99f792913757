package org.mifeng.kiosk.card.pcsc;

import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import org.jspecify.annotations.Nullable;

/**
 * The terminals of the system's PC/SC service through the JDK's own provider.
 *
 * <p>That provider opens one context for the life of the process and never another, so after a restart of the service
 * every call fails for ever. {@link #reset} clears the two static fields that hold it, which is the only way without a
 * native binding of our own; it needs {@code --add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED}, which
 * the agent's jar carries in its manifest. Where it is missing, the log says so and the supervisor must restart the agent.
 * {@code TerminalFactory.getDefault()} is never called, for it remembers an absent service for ever.
 */
final class SystemTerminals implements TerminalSource {
    private static final System.Logger LOG = System.getLogger(SystemTerminals.class.getName());

    @Override
    public CardTerminals open() throws NoSuchAlgorithmException {
        return TerminalFactory.getInstance("PC/SC", null).terminals();
    }

    @Override
    public void reset() {
        try {
            Class<?> terminals = Class.forName("sun.security.smartcardio.PCSCTerminals");
            Field context = terminals.getDeclaredField("contextId");
            context.setAccessible(true);
            context.setLong(null, 0);
            Field known = terminals.getDeclaredField("terminals");
            known.setAccessible(true);
            if (known.get(null) instanceof Map<?, ?> map) {
                map.clear();
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "cannot forget a PC/SC context that is gone; restart the agent, with --add-opens"
                            + " java.smartcardio/sun.security.smartcardio=ALL-UNNAMED",
                    e);
        }
    }

    /** Whether a PC/SC result code is anywhere in the chain of causes; the codes are no public API but their text is. */
    static boolean says(Throwable thrown, String code) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && message.contains(code)) {
                return true;
            }
        }
        return false;
    }
}
