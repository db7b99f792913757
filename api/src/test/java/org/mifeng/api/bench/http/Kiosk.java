package org.mifeng.api.bench.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.IntFunction;
import org.mifeng.api.service.TestKiosk;
import org.mifeng.indexdata.bulk.IdNumber;

/** A kiosk of the running service, enrolled by the code that its start left behind. */
public final class Kiosk {
    private static final String SESSIONS = "/api/v1/kiosk/sessions";

    private Kiosk() {}

    /** Sessions of first visitors, each signed when it is sent. */
    public static IntFunction<byte[]> sessions(RunningService service) throws IOException, InterruptedException {
        var keys = TestKiosk.newKeys();
        String code = Files.readString(service.data().kiosk().resolve("enrolment-code"))
                .strip();
        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + service.port() + "/api/v1/kiosk/enrolments"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(TestKiosk.enrolment(code, keys)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() != 201) {
            throw new IOException("the kiosk was not enrolled: " + answer.body());
        }
        TestKiosk kiosk = new TestKiosk(
                keys, new ObjectMapper().readTree(answer.body()).path("kioskId").asText());
        LocalDate born = LocalDate.of(1971, 3, 7);
        return number -> {
            String body = "{\"card\": {\"kind\": \"RESIDENT\", \"number\": \"%s\", \"birthDate\": \"%s\"}}"
                    .formatted(IdNumber.synthetic(born, 1 + number % 999).value(), born);
            TestKiosk.Signed signed = kiosk.sign("POST", SESSIONS, body, Instant.now());
            return Requests.post(
                    SESSIONS,
                    body,
                    "Mifeng-Kiosk: " + kiosk.id() + "\r\nMifeng-Time: " + signed.time() + "\r\nMifeng-Nonce: "
                            + signed.nonce() + "\r\nMifeng-Signature: " + signed.signature() + "\r\n");
        };
    }
}
