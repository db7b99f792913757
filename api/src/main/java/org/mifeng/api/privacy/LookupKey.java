package org.mifeng.api.privacy;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that turns a sensitive value into the key it is looked up by: HMAC-SHA-256 (RFC 2104, FIPS 180-4). Without
 * the secret nobody can try all ID numbers of a region against a stolen database.
 */
public final class LookupKey {
    /** Length of the secret and of what {@link #of} gives, in bytes. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    /**
     * @param secret {@value #BYTES} random bytes; copied
     * @throws IllegalArgumentException if the length is another
     */
    public LookupKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("the look-up key must have 32 bytes but has " + secret.length);
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * The key under which the value is stored and found: {@value #BYTES} bytes.
     *
     * @param value in its one canonical form, as the purpose says; nothing is normalised here
     */
    public byte[] of(LookupPurpose purpose, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(purpose.name().getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0); // no purpose contains it, so no two (purpose, value) pairs hash the same text
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this JDK lacks " + ALGORITHM, e);
        }
    }
}
