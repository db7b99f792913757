package org.mifeng.api.service;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A kiosk as the contract describes it, in the test's hands. */
public final class TestKiosk {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final String id;

    /** One that was enrolled with these keys. */
    public TestKiosk(KeyPair keys, String id) {
        this.keys = keys;
        this.id = id;
    }

    /** Keys of a kiosk. */
    public static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Response enrol(String code, KeyPair keys) {
        return given().contentType(ContentType.JSON).body(enrolment(code, keys)).post("/api/v1/kiosk/enrolments");
    }

    /** The body of an enrolment. */
    public static String enrolment(String code, KeyPair keys) {
        return "{\"code\": \"%s\", \"publicKey\": \"%s\"}"
                .formatted(
                        code,
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    static TestKiosk enrolled(Market market) {
        KeyPair keys = newKeys();
        String id = enrol(market.enrolmentCode(Instant.now().plusSeconds(600)), keys)
                .then()
                .statusCode(201)
                .extract()
                .path("kioskId");
        return new TestKiosk(keys, id);
    }

    /** As the service knows it. */
    public String id() {
        return id;
    }

    /** A request that has yet to be sent. */
    public record Signed(
            String method, String path, @Nullable String body, String time, String nonce, String signature) {
        Signed withBody(String other) {
            return new Signed(method, path, other, time, nonce, signature);
        }
    }

    /** Signs a request. */
    public Signed sign(String method, String path, @Nullable String body, Instant at) {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        String time = Long.toString(at.getEpochSecond());
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        try {
            String text = String.join(
                    "\n",
                    method,
                    path,
                    time,
                    BASE64.encodeToString(nonce),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return new Signed(
                    method, path, body, time, BASE64.encodeToString(nonce), BASE64.encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Response send(Signed request, String query) {
        RequestSpecification sending = given().header("Mifeng-Kiosk", id)
                .header("Mifeng-Time", request.time())
                .header("Mifeng-Nonce", request.nonce())
                .header("Mifeng-Signature", request.signature());
        if (request.body() != null) {
            sending =
                    sending.contentType("application/json").body(request.body().getBytes(StandardCharsets.UTF_8));
        }
        return sending.request(request.method(), request.path() + query);
    }

    Response begin(String body) {
        return send(sign("POST", "/api/v1/kiosk/sessions", body, Instant.now()), "");
    }

    Response more(String sessionId, String cursor) {
        return send(
                sign("GET", "/api/v1/kiosk/sessions/" + sessionId + "/jobs", null, Instant.now()), "?cursor=" + cursor);
    }

    Response without(String sessionId, String... wishes) {
        return send(
                sign("GET", "/api/v1/kiosk/sessions/" + sessionId + "/jobs", null, Instant.now()),
                "?without=" + String.join("&without=", wishes));
    }

    Response shortage(String sessionId, String query) {
        return send(sign("GET", "/api/v1/kiosk/sessions/" + sessionId + "/shortage", null, Instant.now()), query);
    }

    Response similar(String sessionId, String post) {
        return send(sign("GET", "/api/v1/kiosk/sessions/" + sessionId + "/similar/" + post, null, Instant.now()), "");
    }

    Response end(String sessionId) {
        return send(sign("DELETE", "/api/v1/kiosk/sessions/" + sessionId, null, Instant.now()), "");
    }
}
