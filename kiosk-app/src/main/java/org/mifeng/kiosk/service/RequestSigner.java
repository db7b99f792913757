package org.mifeng.kiosk.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs requests so that the service accepts each once and only fresh (P35). Safe for several threads. */
final class RequestSigner {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int NONCE_BYTES = 16;

    private final InstantSource clock;
    private final SecureRandom random;

    RequestSigner(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * The headers that prove a request; each call has its own nonce, so a repeated request is signed anew.
     *
     * @param path without query
     * @param body empty for a request without one
     */
    Map<String, String> sign(KioskIdentity identity, String method, String path, byte[] body) {
        byte[] random16 = new byte[NONCE_BYTES];
        random.nextBytes(random16);
        String nonce = BASE64.encodeToString(random16);
        String time = String.valueOf(clock.instant().getEpochSecond());
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(identity.key());
            signature.update(
                    String.join("\n", method, path, time, nonce, digest).getBytes(StandardCharsets.UTF_8));
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Mifeng-Kiosk", identity.kioskId());
            headers.put("Mifeng-Time", time);
            headers.put("Mifeng-Nonce", nonce);
            headers.put("Mifeng-Signature", BASE64.encodeToString(signature.sign()));
            return headers;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with the kiosk's key", e);
        }
    }
}
