package org.mifeng.kiosk.card.pcsc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;
import org.mifeng.kiosk.card.SdtTransport;

/**
 * Carries frames in a pseudo-APDU, {@code FF 5D 00 00 Lc frame 00}; the answer comes in parts announced by {@code 61xx}
 * and fetched by {@code FF C0 00 00 xx}. No standard maps the module's frames onto PC/SC: this mapping is our own, and a
 * vendor's is another {@link SdtTransport}.
 */
final class ApduTransport implements SdtTransport {
    private static final int MAX_ANSWER_BYTES = 8 * 1024;

    private final CardChannel channel;

    ApduTransport(CardChannel channel) {
        this.channel = channel;
    }

    @Override
    public byte[] exchange(byte[] frame) throws IOException {
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            // The JDK's provider fetches the parts itself; others do not.
            ResponseAPDU response = channel.transmit(new CommandAPDU(0xFF, 0x5D, 0, 0, frame, 256));
            answer.write(response.getData());
            while (response.getSW1() == 0x61 && answer.size() < MAX_ANSWER_BYTES) {
                int rest = response.getSW2() == 0 ? 256 : response.getSW2();
                response = channel.transmit(new CommandAPDU(0xFF, 0xC0, 0, 0, rest));
                answer.write(response.getData());
            }
            // A card lifted between two parts can leave data whose end looks like a status word: that the frame is
            // whole is for SdtCodec to find out, not for the status word to promise.
            if (response.getSW() != 0x9000) {
                throw new IOException(String.format("status %04X", response.getSW()));
            }
            return answer.toByteArray();
        } catch (CardException | RuntimeException e) {
            // The provider throws IllegalArgument and IllegalStateException too when a card leaves mid-way.
            throw new IOException(e.getClass().getSimpleName(), e);
        }
    }
}
