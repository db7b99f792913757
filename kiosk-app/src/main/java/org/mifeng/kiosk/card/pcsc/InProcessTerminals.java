package org.mifeng.kiosk.card.pcsc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.time.Duration;
import java.util.List;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import javax.smartcardio.TerminalFactory;
import javax.smartcardio.TerminalFactorySpi;
import org.jspecify.annotations.Nullable;

/** Terminals with one {@link CardSlot}, offered as a security provider as PC/SC itself is. */
final class InProcessTerminals implements TerminalSource {
    /** The name of the one terminal. */
    static final String NAME = "Mifeng virtual reader";

    private static final String TYPE = "MifengVirtual";

    private final CardSlot slot;

    InProcessTerminals(CardSlot slot) {
        this.slot = slot;
    }

    @Override
    public CardTerminals open() throws NoSuchAlgorithmException {
        return TerminalFactory.getInstance(TYPE, slot, new SlotProvider()).terminals();
    }

    @Override
    public void reset() {}

    /** Registers {@link SlotFactory}. */
    private static final class SlotProvider extends Provider {
        private static final long serialVersionUID = 1L;

        SlotProvider() {
            super("Mifeng", "1", "A card reader within the process");
            putService(new Service(this, "TerminalFactory", TYPE, SlotFactory.class.getName(), null, null) {
                @Override
                public Object newInstance(@Nullable Object slot) throws NoSuchAlgorithmException {
                    if (slot instanceof CardSlot cardSlot) {
                        return new SlotFactory(cardSlot);
                    }
                    throw new NoSuchAlgorithmException("the parameter must be a CardSlot");
                }
            });
        }
    }

    private static final class SlotFactory extends TerminalFactorySpi {
        private final SlotTerminal terminal;

        SlotFactory(CardSlot slot) {
            this.terminal = new SlotTerminal(slot);
        }

        @Override
        protected CardTerminals engineTerminals() {
            return new CardTerminals() {
                @Override
                public List<CardTerminal> list(State state) throws CardException {
                    return switch (state) {
                        case ALL -> List.of(terminal);
                        case CARD_PRESENT, CARD_INSERTION -> terminal.isCardPresent() ? List.of(terminal) : List.of();
                        case CARD_ABSENT, CARD_REMOVAL -> terminal.isCardPresent() ? List.of() : List.of(terminal);
                    };
                }

                @Override
                public boolean waitForChange(long timeoutMillis) throws CardException {
                    return terminal.isCardPresent()
                            ? terminal.waitForCardAbsent(timeoutMillis)
                            : terminal.waitForCardPresent(timeoutMillis);
                }
            };
        }
    }

    private static final class SlotTerminal extends CardTerminal {
        private final CardSlot slot;

        SlotTerminal(CardSlot slot) {
            this.slot = slot;
        }

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public Card connect(String protocol) throws CardException {
            if (!slot.isPresent()) {
                throw new CardNotPresentException("no card in the slot");
            }
            return new SlotCard(slot);
        }

        @Override
        public boolean isCardPresent() {
            return slot.isPresent();
        }

        @Override
        public boolean waitForCardPresent(long timeoutMillis) throws CardException {
            return await(true, timeoutMillis);
        }

        @Override
        public boolean waitForCardAbsent(long timeoutMillis) throws CardException {
            return await(false, timeoutMillis);
        }

        /** By the API's contract 0 means for ever. */
        private boolean await(boolean present, long timeoutMillis) throws CardException {
            try {
                return slot.await(present, Duration.ofMillis(timeoutMillis == 0 ? Long.MAX_VALUE : timeoutMillis));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CardException("interrupted", e);
            }
        }
    }

    private static final class SlotCard extends Card {
        private final CardSlot slot;

        SlotCard(CardSlot slot) {
            this.slot = slot;
        }

        @Override
        public ATR getATR() {
            return new ATR(slot.atr());
        }

        @Override
        public String getProtocol() {
            return "T=1";
        }

        @Override
        public CardChannel getBasicChannel() {
            return new SlotChannel(this, slot);
        }

        @Override
        public CardChannel openLogicalChannel() throws CardException {
            throw new CardException("an identity card has no logical channels");
        }

        @Override
        public void beginExclusive() {}

        @Override
        public void endExclusive() {}

        @Override
        public byte[] transmitControlCommand(int controlCode, byte[] command) throws CardException {
            throw new CardException("SCARD_E_UNSUPPORTED_FEATURE");
        }

        @Override
        public void disconnect(boolean reset) {}
    }

    private static final class SlotChannel extends CardChannel {
        private final SlotCard card;
        private final CardSlot slot;

        SlotChannel(SlotCard card, CardSlot slot) {
            this.card = card;
            this.slot = slot;
        }

        @Override
        public Card getCard() {
            return card;
        }

        @Override
        public int getChannelNumber() {
            return 0;
        }

        @Override
        public ResponseAPDU transmit(CommandAPDU command) throws CardException {
            try {
                return new ResponseAPDU(slot.transmit(command.getBytes()));
            } catch (IOException e) {
                throw new CardException("SCARD_W_REMOVED_CARD", e);
            }
        }

        @Override
        public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
            byte[] bytes = new byte[command.remaining()];
            command.get(bytes);
            byte[] answer = transmit(new CommandAPDU(bytes)).getBytes();
            response.put(answer);
            return answer.length;
        }

        @Override
        public void close() {}
    }
}
