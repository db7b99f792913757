package org.mifeng.api.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * How long an employer's post takes from its answer to the first search that finds it, through outbox and index, and from
 * being closed until no search shows it. What is posted is closed again.
 */
public final class Visibility implements Callable<Visibility.Seen> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_NANOS = 5_000_000_000L;
    private static final int CHARACTERS = 4;

    private final URI service;
    private final String token;
    private final SplittableRandom random = new SplittableRandom(System.nanoTime());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int posts;
    private final long everyNanos;

    /**
     * @param perSecond how many posts are written, one after the other, at most so many
     * @param seconds for how long
     */
    public Visibility(RunningService service, int perSecond, int seconds) throws IOException {
        this.service = URI.create("http://127.0.0.1:" + service.port() + "/api/v1/job-posts");
        token = Files.readString(service.data().employerToken()).strip();
        posts = perSecond * seconds;
        everyNanos = 1_000_000_000L / perSecond;
    }

    /** Times of posts found, and of posts gone; what took longer than five seconds is among neither. */
    public record Seen(Answers found, Answers gone) {}

    @Override
    public Seen call() throws IOException, InterruptedException {
        Answers found = new Answers(posts, 1e9 / everyNanos);
        Answers gone = new Answers(posts, 1e9 / everyNanos);
        long start = System.nanoTime();
        for (int i = 0; i < posts; i++) {
            Thread.sleep(Math.max(0, (start + i * everyNanos - System.nanoTime()) / 1_000_000));
            String word = word();
            String id = JSON.readTree(post("", body(word))).path("id").textValue();
            add(found, i, word, id, true);
            post("/" + id + "/close", "{\"reason\": \"FILLED\"}");
            add(gone, i, word, id, false);
        }
        found.finish(System.nanoTime() - start);
        gone.finish(System.nanoTime() - start);
        client.close();
        return new Seen(found, gone);
    }

    /** Of characters by chance, so that no other post has it. */
    private String word() {
        return random.ints(CHARACTERS, 0x4E00, 0x9FA6)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String body(String word) {
        return """
                {"title": "%s套袋工", "body": "给蟠桃套袋，站着干，不用上梯子。", "occupation": "5-01-02-01",
                 "place": {"latitude": 35.4012, "longitude": 116.6231, "address": "蟠桃园东门"},
                 "pay": {"amountFen": 18000, "unit": "DAY", "hoursPerDay": 8}, "settlement": "DAILY",
                 "slots": 53687091, "openings": 6, "benefits": [], "hazards": [], "validUntil": "%s", "phone": "0537-0123456"}
                """.formatted(word, Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
    }

    private void add(Answers times, int slot, String word, String id, boolean shown)
            throws IOException, InterruptedException {
        long committed = System.nanoTime();
        while (System.nanoTime() - committed < LONGEST_NANOS) {
            if (shows(word, id) == shown) {
                times.add(slot, System.nanoTime() - committed, 200, false);
                return;
            }
            Thread.sleep(1);
        }
    }

    private boolean shows(String word, String id) throws IOException, InterruptedException {
        String query = "?limit=5&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
        JsonNode jobs = JSON.readTree(send(HttpRequest.newBuilder(URI.create(service + query))))
                .path("jobs");
        for (JsonNode job : jobs) {
            if (id.equals(job.path("id").textValue())) {
                return true;
            }
        }
        return false;
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(service + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Long.toHexString(random.nextLong()))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
