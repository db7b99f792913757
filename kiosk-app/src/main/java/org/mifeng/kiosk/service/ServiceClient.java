package org.mifeng.kiosk.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mifeng.kiosk.card.CardHolder;

/**
 * Asks the service. Every call blocks its thread for at most about twice {@link #REQUEST_TIME}; a failed connection is
 * tried a second time, a time-out is not. Safe for several threads.
 */
public final class ServiceClient implements AutoCloseable {
    /** How long one request may take. */
    static final Duration REQUEST_TIME = Duration.ofSeconds(4);

    private static final Duration CONNECT_TIME = Duration.ofSeconds(2);
    private static final Duration BEFORE_SECOND_TRY = Duration.ofMillis(150);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final URI service;
    private final String basePath;
    private final RequestSigner signer;
    private final HttpClient http;

    /**
     * A client of one service.
     *
     * @param service such as {@code http://127.0.0.1:8080}; {@code /api/v1} is added
     */
    public ServiceClient(URI service, InstantSource clock) {
        this.service = service;
        this.basePath = (service.getPath() == null ? "" : service.getPath().replaceAll("/+$", "")) + "/api/v1";
        this.signer = new RequestSigner(clock, new SecureRandom());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIME)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Enrolled(String kioskId, @Nullable String name, double latitude, double longitude) {}

    private record EnrolmentRequest(String code, String publicKey) {}

    private record SessionRequest(Card card) {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Card(
                String kind,
                String number,
                LocalDate birthDate,
                @Nullable LocalDate validUntil) {}
    }

    /** Makes this kiosk known with a code that staff were given; the code works once. */
    Answer<KioskIdentity> enrol(String code, KeyPair pair) {
        String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        return switch (send(
                "POST", "/kiosk/enrolments", "", body(new EnrolmentRequest(code, key)), null, Enrolled.class)) {
            case Answer.Given<Enrolled>(Enrolled enrolled) ->
                new Answer.Given<>(new KioskIdentity(
                        enrolled.kioskId(),
                        enrolled.name() == null ? "" : enrolled.name(),
                        enrolled.latitude(),
                        enrolled.longitude(),
                        pair.getPrivate()));
            case Answer.Unreachable<Enrolled>(String what) -> new Answer.Unreachable<>(what);
            case Answer.Refused<Enrolled>(int status, String problem) -> new Answer.Refused<>(status, problem);
        };
    }

    /**
     * Opens a session with a card. This is the only place where an ID number leaves the card's layer: in the body of a
     * signed request, wiped after it was sent.
     */
    public Answer<SessionStarted> startSession(KioskIdentity identity, CardHolder.Numbered holder) {
        byte[] body = body(new SessionRequest(new SessionRequest.Card(
                switch (holder) {
                    case CardHolder.Resident _ -> "RESIDENT";
                    case CardHolder.HongKongMacaoTaiwan _ -> "HMT";
                },
                holder.number().digits(),
                // the service refuses a date that differs from the number's, as on a few real cards it does
                holder.number().birthDate(),
                holder.validUntil().orElse(null))));
        try {
            return send("POST", "/kiosk/sessions", "", body, identity, SessionStarted.class);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    /** The jobs of a session behind those already seen. */
    public Answer<JobPage> moreJobs(KioskIdentity identity, String sessionId, String cursor) {
        return send(
                "GET",
                "/kiosk/sessions/" + encode(sessionId) + "/jobs",
                "?cursor=" + encode(cursor),
                new byte[0],
                identity,
                JobPage.class);
    }

    /** The first jobs of a session without some of its wishes. */
    public Answer<JobPage> jobsWithout(KioskIdentity identity, String sessionId, Collection<String> wishes) {
        return send(
                "GET",
                "/kiosk/sessions/" + encode(sessionId) + "/jobs",
                without(wishes),
                new byte[0],
                identity,
                JobPage.class);
    }

    /**
     * Why a session's list ends.
     *
     * @param without wishes that the list does without already
     */
    public Answer<JobShortage> shortage(KioskIdentity identity, String sessionId, Collection<String> without) {
        return send(
                "GET",
                "/kiosk/sessions/" + encode(sessionId) + "/shortage",
                without(without),
                new byte[0],
                identity,
                JobShortage.class);
    }

    private static String without(Collection<String> wishes) {
        return wishes.isEmpty()
                ? ""
                : wishes.stream().map(wish -> "without=" + encode(wish)).collect(Collectors.joining("&", "?", ""));
    }

    /** Jobs like one, for the person of a session. */
    public Answer<JobPage> similar(KioskIdentity identity, String sessionId, String jobId) {
        return send(
                "GET",
                "/kiosk/sessions/" + encode(sessionId) + "/similar/" + encode(jobId),
                "",
                new byte[0],
                identity,
                JobPage.class);
    }

    /** Jobs like one, near the kiosk, for somebody without a card. */
    public Answer<JobPage> similarNear(KioskIdentity identity, String jobId) {
        return send(
                "GET",
                "/job-posts/" + encode(jobId) + "/similar",
                String.format(Locale.ROOT, "?near=%.5f,%.5f&limit=12", identity.latitude(), identity.longitude()),
                new byte[0],
                null,
                JobPage.class);
    }

    /** Ends a session; whatever the answer, nothing else is to be done about it: it ends by itself in ten minutes. */
    public void endSession(KioskIdentity identity, String sessionId) {
        send("DELETE", "/kiosk/sessions/" + encode(sessionId), "", new byte[0], identity, JsonNode.class);
    }

    /** One job in full. */
    public Answer<JobDetail> jobPost(String id) {
        return send("GET", "/job-posts/" + encode(id), "", new byte[0], null, JobDetail.class);
    }

    /**
     * Jobs near the kiosk for somebody without a card.
     *
     * @param words what is sought; blank for anything
     * @param radiusMetres how far from the kiosk
     * @param cursor of the page before; empty for the first
     */
    public Answer<JobPage> jobsNear(KioskIdentity identity, String words, int radiusMetres, Optional<String> cursor) {
        StringBuilder query = new StringBuilder(String.format(
                Locale.ROOT, "?near=%.5f,%.5f&radius=%d", identity.latitude(), identity.longitude(), radiusMetres));
        if (!words.isBlank()) {
            query.append("&q=").append(encode(words));
        }
        cursor.ifPresent(c -> query.append("&cursor=").append(encode(c)));
        return send("GET", "/job-posts", query.toString(), new byte[0], null, JobPage.class);
    }

    private <T> Answer<T> send(
            String method, String path, String query, byte[] body, @Nullable KioskIdentity identity, Class<T> type) {
        String whole = basePath + path;
        URI uri = service.resolve(whole + query);
        Answer<T> answer = new Answer.Unreachable<>("not tried");
        for (int attempt = 0; attempt < 2; attempt++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .timeout(REQUEST_TIME)
                    .header("Accept", "application/json, application/problem+json")
                    .method(
                            method,
                            body.length == 0
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(body));
            if (body.length > 0) {
                request.header("Content-Type", "application/json");
            }
            if (identity != null) {
                for (Map.Entry<String, String> header :
                        signer.sign(identity, method, whole, body).entrySet()) {
                    request.header(header.getKey(), header.getValue());
                }
            }
            try {
                return read(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()), type);
            } catch (HttpTimeoutException e) {
                return new Answer.Unreachable<>("no answer in time");
            } catch (IOException e) {
                answer = new Answer.Unreachable<>(e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Answer.Unreachable<>("interrupted");
            }
            try {
                Thread.sleep(BEFORE_SECOND_TRY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
        }
        return answer;
    }

    private static <T> Answer<T> read(HttpResponse<byte[]> response, Class<T> type) {
        int status = response.statusCode();
        if (status >= 500 || status == 429) {
            return new Answer.Unreachable<>("status " + status);
        }
        if (status >= 300) {
            return new Answer.Refused<>(status, problemCode(response.body()));
        }
        try {
            JsonNode tree = response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Answer.Given<>(JSON.treeToValue(tree, type));
        } catch (IOException e) {
            // the message of a JSON error quotes its input: only its class may be told
            return new Answer.Unreachable<>(
                    "answer not understood: " + e.getClass().getSimpleName());
        }
    }

    private static String problemCode(byte[] body) {
        try {
            JsonNode code = JSON.readTree(body).path("code");
            return code.isTextual() ? code.asText() : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static byte[] body(Object request) {
        try {
            return JSON.writeValueAsBytes(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request is always JSON", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
