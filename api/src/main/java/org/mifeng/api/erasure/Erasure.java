package org.mifeng.api.erasure;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * That a person was erased. Says nothing of who it was to anybody without the look-up key.
 *
 * @param idNumberKey the keyed hash of the ID number, as in {@code seeker.id_number_key}, in hexadecimal
 * @param at when; who registered later is not meant
 */
public record Erasure(String idNumberKey, Instant at) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if the hash is none */
    public Erasure {
        if (!KEY.matcher(idNumberKey).matches()) {
            throw new IllegalArgumentException("a hash must have 64 hexadecimal digits");
        }
    }

    /**
     * Of a person, now.
     *
     * @param idNumberKey as {@link org.mifeng.api.privacy.LookupKey} gives it
     */
    public static Erasure of(byte[] idNumberKey, Instant at) {
        return new Erasure(HexFormat.of().formatHex(idNumberKey), at);
    }

    /** The bytes of the hash. */
    byte[] key() {
        return HexFormat.of().parseHex(idNumberKey);
    }

    /** As a line of the log, without its end. */
    String line() {
        return at + " " + idNumberKey;
    }

    /** @throws IllegalArgumentException if the line is none of {@link #line} */
    static Erasure of(String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("a line must hold a time and a hash");
        }
        try {
            return new Erasure(line.substring(space + 1), Instant.parse(line.substring(0, space)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a line must begin with a time", e);
        }
    }
}
