package org.mifeng.kiosk.card;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads an identity card by find, select and read, with at most {@value #ATTEMPTS} attempts where another attempt can
 * help, and none where it cannot. Photo and text are wiped from memory as soon as the record is parsed.
 */
public final class SdtIdCardReader {
    /** How often reading is tried before the owner is asked to put the card on again. */
    static final int ATTEMPTS = 3;

    private final SdtTransport transport;

    /** A reader over a transport; both belong to one thread. */
    public SdtIdCardReader(SdtTransport transport) {
        this.transport = transport;
    }

    /** How reading went. */
    public sealed interface Outcome {
        /** The card was read. */
        record Read(CardHolder holder) implements Outcome {}

        /** The card could not be read. */
        record Failed(UnreadableReason reason, String detail) implements Outcome {}
    }

    /** Reads the card in the field. */
    public Outcome read() {
        Outcome.Failed last = new Outcome.Failed(UnreadableReason.LIFTED, "not tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            switch (attempt()) {
                case Outcome.Read read -> {
                    return read;
                }
                case Outcome.Failed failed
                when failed.reason() != UnreadableReason.LIFTED -> {
                    return failed;
                }
                case Outcome.Failed failed -> last = failed;
            }
        }
        return last;
    }

    private Outcome attempt() {
        try {
            SdtCodec.Answer found = ask(SdtCommand.FIND);
            // A module does not find a card again that it has read before, though the card is there: go on to select.
            if (!isStatus(found, SdtStatus.CARD_FOUND) && !isStatus(found, SdtStatus.NO_CARD)) {
                return failure(found, SdtCommand.FIND);
            }
            SdtCodec.Answer selected = ask(SdtCommand.SELECT);
            if (!isStatus(selected, SdtStatus.SUCCESS)) {
                return failure(selected, SdtCommand.SELECT);
            }
            SdtCodec.Answer read = ask(SdtCommand.READ);
            if (read instanceof SdtCodec.Answer.Sound(SdtStatus status, byte[] data) && status == SdtStatus.SUCCESS) {
                return holder(data);
            }
            return failure(read, SdtCommand.READ);
        } catch (IOException e) {
            return new Outcome.Failed(UnreadableReason.LIFTED, "no answer: " + e.getMessage());
        }
    }

    private SdtCodec.Answer ask(SdtCommand command) throws IOException {
        byte[] frame = transport.exchange(command.frame());
        SdtCodec.Answer answer = SdtCodec.parse(frame);
        Arrays.fill(frame, (byte) 0);
        return answer;
    }

    private static boolean isStatus(SdtCodec.Answer answer, SdtStatus status) {
        return answer instanceof SdtCodec.Answer.Sound sound && sound.status() == status;
    }

    /** The payload of a read: lengths of text and photo, two bytes each, then text and photo. */
    private static Outcome holder(byte[] data) {
        try {
            int textBytes = data.length < 4 ? -1 : (data[0] & 0xFF) << 8 | (data[1] & 0xFF);
            if (textBytes != IdRecordParser.RECORD_BYTES || data.length < 4 + textBytes) {
                return new Outcome.Failed(UnreadableReason.LIFTED, "text length");
            }
            byte[] text = Arrays.copyOfRange(data, 4, 4 + textBytes);
            IdRecordParser.Parsed parsed = IdRecordParser.parse(text);
            Arrays.fill(text, (byte) 0);
            return switch (parsed) {
                case IdRecordParser.Parsed.Known(CardHolder holder) -> new Outcome.Read(holder);
                case IdRecordParser.Parsed.Malformed(String field) ->
                    new Outcome.Failed(UnreadableReason.DAMAGED, "record: " + field);
            };
        } finally {
            Arrays.fill(data, (byte) 0);
        }
    }

    private static Outcome failure(SdtCodec.Answer answer, SdtCommand command) {
        return switch (answer) {
            case SdtCodec.Answer.Damaged(String what) ->
                new Outcome.Failed(UnreadableReason.LIFTED, command + ": damaged frame, " + what);
            case SdtCodec.Answer.Sound sound ->
                new Outcome.Failed(reason(sound.status()), command + ": " + sound.status());
        };
    }

    private static UnreadableReason reason(SdtStatus status) {
        return switch (status) {
            case WRONG_CARD -> UnreadableReason.WRONG_CARD;
            case CARD_NOT_GENUINE, CONTENT_CHECK_FAILED -> UnreadableReason.DAMAGED;
            case MODULE_BROKEN, MODULE_NOT_AUTHORISED -> UnreadableReason.READER_BROKEN;
            case SUCCESS,
                    CARD_FOUND,
                    BAD_CHECKSUM,
                    BAD_LENGTH,
                    BAD_COMMAND,
                    UNKNOWN_ERROR,
                    CARD_REFUSED,
                    READ_FAILED,
                    RANDOM_FAILED,
                    NO_CARD,
                    SELECT_FAILED,
                    NO_SUCH_ITEM,
                    UNLISTED -> UnreadableReason.LIFTED;
        };
    }
}
