package org.mifeng.kiosk.card;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * Reads the 256-byte text record of an identity card (GA/T 490): UTF-16LE characters in fixed places, padded with
 * blanks. The character at byte 248 says which of the four layouts it is. Only what a {@link CardHolder} keeps is
 * decoded; the other bytes are never looked at.
 */
public final class IdRecordParser {
    /** Bytes of a text record. */
    public static final int RECORD_BYTES = 256;

    private static final String LONG_TERM = "长期";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private IdRecordParser() {}

    /** What a record turned out to be. */
    public sealed interface Parsed {
        /** A card of a known layout. */
        record Known(CardHolder holder) implements Parsed {}

        /**
         * A record that cannot be right.
         *
         * @param field the field at fault, for the log; never its content
         */
        record Malformed(String field) implements Parsed {}
    }

    /** Reads a record; whatever the bytes, it answers and never throws. */
    public static Parsed parse(byte[] record) {
        if (record.length != RECORD_BYTES) {
            return new Parsed.Malformed("length");
        }
        char flag = (char) ((record[248] & 0xFF) | (record[249] & 0xFF) << 8);
        try {
            return switch (flag) {
                case ' ', '\0' -> new Parsed.Known(numbered(record, false));
                case 'J' -> new Parsed.Known(numbered(record, true));
                case 'I' ->
                    new Parsed.Known(new CardHolder.Foreigner2017(
                            initial(field(record, 158, 30)), date(record, 220, "birth date"), until(record, 204)));
                case 'Y' ->
                    new Parsed.Known(new CardHolder.Foreigner2023(
                            initial(field(record, 0, 30)), date(record, 36, "birth date"), until(record, 204)));
                default -> new Parsed.Malformed("type flag");
            };
        } catch (FieldException e) {
            return new Parsed.Malformed(e.field);
        }
    }

    private static CardHolder numbered(byte[] record, boolean permit) throws FieldException {
        LocalDate birth = date(record, 36, "birth date");
        Optional<LocalDate> until = until(record, 204);
        String initial = initial(field(record, 0, 30));
        IdNumber number;
        try {
            number = IdNumber.of(field(record, 122, 36));
        } catch (IllegalArgumentException e) {
            throw new FieldException("number");
        }
        // The birth dates of number and record differ on a few real cards; the record's own is the one that was
        // corrected, so it wins.
        return permit
                ? new CardHolder.HongKongMacaoTaiwan(number, initial, birth, until)
                : new CardHolder.Resident(number, initial, birth, until);
    }

    private static Optional<LocalDate> until(byte[] record, int offset) throws FieldException {
        return field(record, offset, 16).equals(LONG_TERM)
                ? Optional.empty()
                : Optional.of(date(record, offset, "valid until"));
    }

    private static LocalDate date(byte[] record, int offset, String name) throws FieldException {
        try {
            return LocalDate.parse(field(record, offset, 16), DATE);
        } catch (DateTimeException e) {
            throw new FieldException(name);
        }
    }

    private static String field(byte[] record, int offset, int length) {
        String text = new String(record, offset, length, StandardCharsets.UTF_16LE);
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\0')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The first character; rare ones may be a surrogate pair. */
    private static String initial(String name) {
        return name.isBlank() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /** Names the field at fault; carries no content of a card. */
    private static final class FieldException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String field;

        FieldException(String field) {
            super(field, null, false, false);
            this.field = field;
        }
    }
}
