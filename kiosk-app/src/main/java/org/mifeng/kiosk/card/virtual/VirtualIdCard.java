package org.mifeng.kiosk.card.virtual;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.mifeng.kiosk.card.SdtCodec;
import org.mifeng.kiosk.card.SdtCommand;
import org.mifeng.kiosk.card.SdtStatus;

/**
 * A synthetic card together with the security module that would read it: answers frames tunnelled in {@code FF 5D 00 00},
 * in parts of at most 256 bytes. Belongs to one thread at a time.
 */
final class VirtualIdCard {
    /** What a PC/SC reader reports for a card of type B with the application data of an identity card. */
    private static final byte[] ATR = {
        0x3B, (byte) 0x88, (byte) 0x80, 1, (byte) 0xD1, 3, (byte) 0x86, 0xC, 0, (byte) 0x80, (byte) 0x80, 0, 0x51
    };

    private static final int PHOTO_BYTES = 1024;
    private static final int PART_BYTES = 256;

    private final SyntheticPerson person;
    private byte[] pending = {};
    private boolean badChecksumSent;

    VirtualIdCard(SyntheticPerson person) {
        this.person = person;
    }

    /** The card was taken away while it was being read. */
    static final class LiftedException extends IOException {
        private static final long serialVersionUID = 1L;

        LiftedException() {
            super("card lifted");
        }
    }

    byte[] atr() {
        return ATR.clone();
    }

    /**
     * Answers one command APDU.
     *
     * @throws LiftedException if the script says that the card leaves now
     */
    byte[] transmit(byte[] apdu) throws LiftedException {
        if (apdu.length < 4) {
            return status(0x6700);
        }
        int head = (apdu[0] & 0xFF) << 8 | (apdu[1] & 0xFF);
        return switch (head) {
            case 0xFF5D -> {
                int length = apdu.length < 5 ? 0 : apdu[4] & 0xFF;
                if (apdu.length < 5 + length) {
                    yield status(0x6700);
                }
                pending = answer(SdtCodec.requestPayload(Arrays.copyOfRange(apdu, 5, 5 + length)));
                yield nextPart();
            }
            case 0xFFC0 -> {
                if (person.fault() == CardFault.LIFTED_MID_READ) {
                    throw new LiftedException();
                }
                yield nextPart();
            }
            default -> status(0x6D00);
        };
    }

    private byte[] answer(byte[] request) {
        if (request.length == 0) {
            return SdtCodec.answer(SdtStatus.BAD_CHECKSUM, new byte[0]);
        }
        if (SdtCommand.STATUS.matches(request)) {
            return SdtCodec.answer(SdtStatus.SUCCESS, new byte[0]);
        }
        if (SdtCommand.FIND.matches(request)) {
            return switch (person.fault()) {
                case MODULE_BROKEN -> SdtCodec.answer(SdtStatus.MODULE_NOT_AUTHORISED, new byte[0]);
                case WRONG_CARD -> SdtCodec.answer(SdtStatus.WRONG_CARD, new byte[0]);
                case NONE, LIFTED_MID_READ, READ_FAILS, NOT_GENUINE, BAD_CHECKSUM_ONCE ->
                    SdtCodec.answer(SdtStatus.CARD_FOUND, new byte[4]);
            };
        }
        if (SdtCommand.SELECT.matches(request)) {
            return person.fault() == CardFault.NOT_GENUINE
                    ? SdtCodec.answer(SdtStatus.CARD_NOT_GENUINE, new byte[0])
                    : SdtCodec.answer(SdtStatus.SUCCESS, new byte[8]);
        }
        if (SdtCommand.READ.matches(request)) {
            if (person.fault() == CardFault.READ_FAILS) {
                return SdtCodec.answer(SdtStatus.READ_FAILED, new byte[0]);
            }
            byte[] frame = SdtCodec.answer(SdtStatus.SUCCESS, textAndPhoto());
            if (person.fault() == CardFault.BAD_CHECKSUM_ONCE && !badChecksumSent) {
                badChecksumSent = true;
                frame[frame.length - 1] ^= 1;
            }
            return frame;
        }
        return SdtCodec.answer(SdtStatus.BAD_COMMAND, new byte[0]);
    }

    private byte[] textAndPhoto() {
        byte[] text = IdRecordWriter.write(person);
        byte[] data = new byte[4 + text.length + PHOTO_BYTES];
        data[0] = (byte) (text.length >>> 8);
        data[1] = (byte) text.length;
        data[2] = (byte) (PHOTO_BYTES >>> 8);
        data[3] = (byte) PHOTO_BYTES;
        System.arraycopy(text, 0, data, 4, text.length);
        return data;
    }

    private byte[] nextPart() {
        int length = Math.min(PART_BYTES, pending.length);
        ByteArrayOutputStream part = new ByteArrayOutputStream(length + 2);
        part.write(pending, 0, length);
        pending = Arrays.copyOfRange(pending, length, pending.length);
        part.writeBytes(status(pending.length == 0 ? 0x9000 : 0x6100 | (Math.min(pending.length, PART_BYTES) & 0xFF)));
        return part.toByteArray();
    }

    private static byte[] status(int word) {
        return new byte[] {(byte) (word >>> 8), (byte) word};
    }
}
