package org.mifeng.kiosk.card;

/** Commands of a security module that the kiosk uses (GA/T 467). Fingerprints are never asked for. */
public enum SdtCommand {
    /** Is the module well? */
    STATUS(0x11, 0xFF),
    /** Is a card in the field? */
    FIND(0x20, 0x01),
    /** Takes the card that was found. */
    SELECT(0x20, 0x02),
    /** Reads text and photo; there is no way to read the text alone. */
    READ(0x30, 0x01);

    private final int command;
    private final int parameter;

    SdtCommand(int command, int parameter) {
        this.command = command;
        this.parameter = parameter;
    }

    /** The whole request frame. */
    public byte[] frame() {
        return SdtCodec.frame(new byte[] {(byte) command, (byte) parameter});
    }

    /** Whether a frame's payload asks for this. */
    public boolean matches(byte[] payload) {
        return payload.length >= 2 && (payload[0] & 0xFF) == command && (payload[1] & 0xFF) == parameter;
    }
}
