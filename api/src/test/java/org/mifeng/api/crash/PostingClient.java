package org.mifeng.api.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An employer's program that posts and closes, and says of each answer whether it was one. */
final class PostingClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI service;
    private final String token;
    private final String body;

    PostingClient(URI service, String token, Instant validUntil) {
        this.service = service;
        this.token = token;
        body = """
                {"title": "蟠桃园套袋工", "body": "桃园里给蟠桃套袋，站着干，不用上梯子，会系袋口就行。",
                 "occupation": "5-01-02-01",
                 "place": {"latitude": 35.4012, "longitude": 116.6231, "address": "蟠桃园东门"},
                 "pay": {"amountFen": 18000, "unit": "DAY", "hoursPerDay": 8}, "settlement": "DAILY",
                 "slots": 53687091, "openings": 6, "benefits": ["MEALS"], "hazards": [],
                 "validUntil": "%s", "phone": "0537-0123456"}
                """.formatted(validUntil.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The service ended, or did not answer. */
    static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswerException(Throwable cause) {
            super(cause);
        }
    }

    /** The public id if it was acknowledged; empty if the service said that it cannot now. */
    Optional<String> post(String key) throws NoAnswerException {
        HttpResponse<String> answer = ask(
                to("/api/v1/job-posts").header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(body)));
        return done(answer, 201) ? Optional.of(json(answer).get("id").textValue()) : Optional.empty();
    }

    /** Whether it was acknowledged. */
    boolean close(String publicId) throws NoAnswerException {
        return done(
                ask(to("/api/v1/job-posts/" + publicId + "/close")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"reason\": \"FILLED\"}"))),
                200);
    }

    /** The status of one post's page. */
    int status(String publicId) throws NoAnswerException {
        return ask(to("/api/v1/job-posts/" + publicId).GET()).statusCode();
    }

    /** The public ids on the first page of a search. */
    List<String> found(String words) throws NoAnswerException {
        HttpResponse<String> answer =
                send(to("/api/v1/job-posts?limit=50&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                        .GET());
        if (answer.statusCode() != 200) {
            throw new AssertionError("a search was answered " + answer.statusCode());
        }
        List<String> found = new ArrayList<>();
        json(answer).get("jobs").forEach(job -> found.add(job.get("id").textValue()));
        return found;
    }

    /** The generation of the index that answers. */
    String generation() throws NoAnswerException {
        for (JsonNode check : json(send(to("/q/health/ready").GET())).get("checks")) {
            if (check.get("name").textValue().equals("index")) {
                return check.get("data").get("generation").textValue();
            }
        }
        throw new AssertionError("health does not speak of the index");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    /** Asks again as long as it is told to come back later, and no longer than it has patience. */
    private HttpResponse<String> ask(HttpRequest.Builder request) throws NoAnswerException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer = send(request);
            if (answer.headers().firstValue("Retry-After").isEmpty() || System.nanoTime() > deadline) {
                return answer;
            }
            try {
                Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws NoAnswerException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NoAnswerException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(e);
        }
    }

    private static boolean done(HttpResponse<String> answer, int status) {
        if (answer.statusCode() >= 400 && answer.statusCode() < 500 && answer.statusCode() != 429) {
            throw new AssertionError("refused with " + answer.statusCode() + ": " + answer.body());
        }
        return answer.statusCode() == status;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + answer.body(), e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
