package org.mifeng.api.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals what must be kept but not read from the database: AES-256-GCM (NIST SP 800-38D). A sealed value is
 *
 * <pre>{@code
 * algorithm (1 byte: 1 = AES-256-GCM) | key id (1 byte) | nonce (12 bytes, random) | ciphertext | tag (16 bytes)
 * }</pre>
 *
 * <p>Both leading bytes and the {@link SealedPlace} are authenticated. The newest key (highest id) seals, all keys
 * open. Random nonces are safe for 2^32 values under one key; a district seals a few million. Safe for use by several
 * threads.
 */
public final class Sealer {
    /** Length of a key in bytes. */
    public static final int KEY_BYTES = 32;

    /** How many bytes a sealed value is longer than the plain one. */
    public static final int OVERHEAD_BYTES = 30;

    private static final byte AES_256_GCM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Creating a cipher costs more than using it on 30 bytes. One is kept for each platform thread. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Sealer::newCipher);

    private final Map<Integer, SecretKey> keys = new TreeMap<>();
    private final int newest;
    private final SecureRandom random;

    /**
     * @param keys by id, 1 to 255, {@value #KEY_BYTES} bytes each; copied; at least one
     * @param random where nonces come from
     * @throws IllegalArgumentException if there is no key or one is of the wrong length
     */
    public Sealer(Map<Integer, byte[]> keys, SecureRandom random) {
        keys.forEach((id, key) -> {
            if (id < 1 || id > 255 || key.length != KEY_BYTES) {
                throw new IllegalArgumentException("sealing key " + id + " must have id 1 to 255 and 32 bytes");
            }
            this.keys.put(id, new SecretKeySpec(key, "AES"));
        });
        newest = this.keys.keySet().stream()
                .reduce(Math::max)
                .orElseThrow(() -> new IllegalArgumentException("there must be a sealing key"));
        this.random = random;
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks AES-GCM", e);
        }
    }

    private static Cipher cipher() {
        return Thread.currentThread().isVirtual() ? newCipher() : CIPHER.get();
    }

    /** Seals a text for one place. */
    public byte[] seal(SealedPlace place, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer sealed = ByteBuffer.allocate(plain.length + OVERHEAD_BYTES)
                .put(AES_256_GCM)
                .put((byte) newest)
                .put(nonce);
        try {
            Cipher cipher = cipher();
            cipher.init(Cipher.ENCRYPT_MODE, keys.get(newest), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associatedData(newest, place));
            cipher.doFinal(ByteBuffer.wrap(plain), sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + place.associatedData(), e);
        }
        return sealed.array();
    }

    /**
     * Opens what was sealed for this place.
     *
     * @throws SealBrokenException if it was altered, moved, or sealed with a key that is not here
     */
    public String open(SealedPlace place, byte[] sealed) {
        if (sealed.length < OVERHEAD_BYTES) {
            throw new SealBrokenException(place, "it is too short");
        }
        if (sealed[0] != AES_256_GCM) {
            throw new SealBrokenException(place, "its algorithm is unknown");
        }
        int keyId = Byte.toUnsignedInt(sealed[1]);
        @Nullable SecretKey key = keys.get(keyId);
        if (key == null) {
            throw new SealBrokenException(place, "its key is not here");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 2, 2 + NONCE_BYTES);
        try {
            Cipher cipher = cipher();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associatedData(keyId, place));
            byte[] plain = cipher.doFinal(sealed, 2 + NONCE_BYTES, sealed.length - 2 - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new SealBrokenException(place, "it was altered or moved", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open " + place.associatedData(), e);
        }
    }

    private static byte[] associatedData(int keyId, SealedPlace place) {
        return (AES_256_GCM + "/" + keyId + "/" + place.associatedData()).getBytes(StandardCharsets.UTF_8);
    }
}
