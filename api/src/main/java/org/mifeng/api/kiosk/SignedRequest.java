package org.mifeng.api.kiosk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.numbering.PublicId;

/**
 * What a kiosk signs (P35): method, path, time, nonce and the digest of the body, one per line.
 *
 * @param kioskId who claims to speak
 * @param time seconds since 1970 by the kiosk's clock
 * @param nonce 16 bytes, used once
 * @param signature Ed25519 (RFC 8032), 64 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // carried once, never compared
record SignedRequest(String kioskId, long time, byte[] nonce, byte[] signature) {
    static final String KIOSK = "Mifeng-Kiosk";
    static final String TIME = "Mifeng-Time";
    static final String NONCE = "Mifeng-Nonce";
    static final String SIGNATURE = "Mifeng-Signature";

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final int NONCE_BYTES = 16;
    private static final int SIGNATURE_BYTES = 64;

    /** What the headers say; empty if one is missing or has another form. */
    static Optional<SignedRequest> read(
            @Nullable String kioskId, @Nullable String time, @Nullable String nonce, @Nullable String signature) {
        if (kioskId == null || time == null || nonce == null || signature == null) {
            return Optional.empty();
        }
        byte[] nonceBytes = bytes(nonce);
        byte[] signatureBytes = bytes(signature);
        return PublicId.isWellFormed(kioskId)
                        && SECONDS.matcher(time).matches()
                        && nonceBytes.length == NONCE_BYTES
                        && signatureBytes.length == SIGNATURE_BYTES
                ? Optional.of(new SignedRequest(kioskId, Long.parseLong(time), nonceBytes, signatureBytes))
                : Optional.empty();
    }

    private static byte[] bytes(String base64) {
        try {
            return base64.length() > 100 ? new byte[0] : Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Whether the holder of the key signed this for the given method, path and body. */
    boolean isSignedBy(byte[] publicKey, String method, String path, byte[] body) {
        try {
            String text = String.join(
                    "\n",
                    method,
                    path,
                    Long.toString(time),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(nonce),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(decode(publicKey).orElseThrow(InvalidKeyException::new));
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks Ed25519 or SHA-256", e);
        }
    }

    /** Whether the kiosk's clock agrees with ours. */
    boolean isWithin(Duration tolerance, Instant now) {
        return Duration.between(Instant.ofEpochSecond(time), now).abs().compareTo(tolerance) <= 0;
    }

    /** The key, if the bytes are the X.509 encoding of an Ed25519 key and nothing else. */
    static Optional<PublicKey> decode(byte[] publicKey) {
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey));
            return Arrays.equals(key.getEncoded(), publicKey) ? Optional.of(key) : Optional.empty();
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks Ed25519", e);
        }
    }
}
