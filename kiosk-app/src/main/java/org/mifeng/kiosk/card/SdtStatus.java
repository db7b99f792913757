package org.mifeng.kiosk.card;

/** The third status byte of a security module's answer: the one that says how it went. */
public enum SdtStatus {
    /** Done. */
    SUCCESS(0x90),
    /** A card is in the field. */
    CARD_FOUND(0x9F),
    /** The module saw a wrong checksum in our frame. */
    BAD_CHECKSUM(0x10),
    /** The module saw a wrong length in our frame. */
    BAD_LENGTH(0x11),
    /** The module does not know the command. */
    BAD_COMMAND(0x21),
    /** The module saw an error it has no name for. */
    UNKNOWN_ERROR(0x24),
    /** The card refused the module. */
    CARD_REFUSED(0x31),
    /** The module refused the card: not genuine, or damaged. */
    CARD_NOT_GENUINE(0x32),
    /** The card's content fails its check. */
    CONTENT_CHECK_FAILED(0x33),
    /** Some card, but not an identity card. */
    WRONG_CARD(0x40),
    /** Reading failed, most often because the card was lifted. */
    READ_FAILED(0x41),
    /** The random number exchange failed. */
    RANDOM_FAILED(0x47),
    /** The module failed its self-test. */
    MODULE_BROKEN(0x60),
    /** The module is not authorised. */
    MODULE_NOT_AUTHORISED(0x66),
    /** No card in the field. */
    NO_CARD(0x80),
    /** Selecting failed. */
    SELECT_FAILED(0x81),
    /** The card lacks the item asked for. */
    NO_SUCH_ITEM(0x91),
    /** A status byte this version does not know. */
    UNLISTED(-1);

    private static final SdtStatus[] VALUES = values();

    private final int code;

    SdtStatus(int code) {
        this.code = code;
    }

    /** The status of a byte; {@link #UNLISTED} if unknown. */
    public static SdtStatus of(int sw3) {
        for (SdtStatus status : VALUES) {
            if (status.code == (sw3 & 0xFF)) {
                return status;
            }
        }
        return UNLISTED;
    }

    /** The byte; only known statuses have one. */
    public int code() {
        if (this == UNLISTED) {
            throw new IllegalStateException("UNLISTED stands for many bytes");
        }
        return code;
    }
}
