package org.mifeng.kiosk.card;

import java.util.Arrays;

/**
 * Frames between host and security module: {@code AA AA AA 96 69 | length | payload | check}. The length is big-endian
 * and counts payload and check; the check is the exclusive-or of the length bytes and the payload. A request's payload
 * is command, parameter and data, an answer's is three status bytes and data.
 *
 * <p>The check finds any odd number of flipped equal bits but not two flips in the same bit of two bytes: a frame that
 * passes is therefore still parsed with suspicion ({@link IdRecordParser}, and the number's own check character).
 */
public final class SdtCodec {
    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
    private static final int MAX_PAYLOAD_BYTES = 0xFFFE;

    private SdtCodec() {}

    /** What came back. */
    public sealed interface Answer {
        /** A whole answer with right length and check. The data are the caller's to keep or to wipe. */
        @SuppressWarnings("ArrayRecordComponent") // a buffer that is wiped after use; never compared
        record Sound(SdtStatus status, byte[] data) implements Answer {
            /** Only the status: the data are a person's. */
            @Override
            public String toString() {
                return "Sound[" + status + ", " + data.length + " bytes]";
            }
        }

        /** Bytes that are no whole answer; {@code what} is wrong with them. */
        record Damaged(String what) implements Answer {}
    }

    /** A frame around a payload. */
    public static byte[] frame(byte[] payload) {
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(
                    "a payload has at most " + MAX_PAYLOAD_BYTES + " bytes but this has " + payload.length);
        }
        int length = payload.length + 1;
        byte[] frame = Arrays.copyOf(PREAMBLE, PREAMBLE.length + 2 + length);
        frame[5] = (byte) (length >>> 8);
        frame[6] = (byte) length;
        System.arraycopy(payload, 0, frame, 7, payload.length);
        frame[frame.length - 1] = check(frame);
        return frame;
    }

    /** The frame of an answer, as a module would send it. */
    public static byte[] answer(SdtStatus status, byte[] data) {
        byte[] payload = new byte[3 + data.length];
        payload[2] = (byte) status.code();
        System.arraycopy(data, 0, payload, 3, data.length);
        return frame(payload);
    }

    /** Reads an answer; whatever the bytes, it answers and never throws. */
    public static Answer parse(byte[] frame) {
        String fault = fault(frame);
        if (!fault.isEmpty()) {
            return new Answer.Damaged(fault);
        }
        if (frame.length < 11) {
            return new Answer.Damaged("no status");
        }
        return new Answer.Sound(SdtStatus.of(frame[9]), Arrays.copyOfRange(frame, 10, frame.length - 1));
    }

    /** The payload of a request frame, or an empty array if the frame is damaged: the module's side. */
    public static byte[] requestPayload(byte[] frame) {
        return fault(frame).isEmpty() ? Arrays.copyOfRange(frame, 7, frame.length - 1) : new byte[0];
    }

    private static String fault(byte[] frame) {
        if (frame.length < PREAMBLE.length + 3) {
            return "too short";
        }
        if (!Arrays.equals(frame, 0, PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length)) {
            return "preamble";
        }
        int length = (frame[5] & 0xFF) << 8 | (frame[6] & 0xFF);
        if (frame.length != PREAMBLE.length + 2 + length) {
            return "length";
        }
        return frame[frame.length - 1] == check(frame) ? "" : "check";
    }

    private static byte check(byte[] frame) {
        byte check = 0;
        for (int i = PREAMBLE.length; i < frame.length - 1; i++) {
            check ^= frame[i];
        }
        return check;
    }
}
