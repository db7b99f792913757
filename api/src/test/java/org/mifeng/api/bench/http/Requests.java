package org.mifeng.api.bench.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;

/** What seekers ask, as the bytes of HTTP requests. */
public final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOST = "Host: 127.0.0.1\r\n";

    private Requests() {}

    /** Matches for these wishes, in turn. */
    public static IntFunction<byte[]> matches(List<MatchRequest> wishes) {
        return inTurn(wishes.stream()
                .map(request -> post("/api/v1/matches", profile(request), ""))
                .toList());
    }

    /** Searches for the trades of these wishes around their places, in turn. */
    public static IntFunction<byte[]> searches(List<MatchRequest> wishes) {
        return inTurn(wishes.stream()
                .map(MatchRequest::wish)
                .map(wish -> bytes("GET /api/v1/job-posts?q=" + word(wish) + "&near="
                        + wish.start().latitude() + "," + wish.start().longitude() + " HTTP/1.1\r\n" + HOST + "\r\n"))
                .toList());
    }

    private static IntFunction<byte[]> inTurn(List<byte[]> requests) {
        return number -> requests.get(number % requests.size());
    }

    private static String word(Seeker.Wish wish) {
        String word = wish.occupations().stream()
                .findFirst()
                .flatMap(Occupations::find)
                .map(occupation -> occupation.everydayName())
                .orElse("");
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static String profile(MatchRequest request) {
        Seeker.Wish wish = request.wish();
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put(
                "occupations",
                wish.occupations().stream().map(OccupationCode::value).toList());
        profile.put("text", wish.text());
        profile.put(
                "near",
                Map.of(
                        "latitude",
                        wish.start().latitude(),
                        "longitude",
                        wish.start().longitude()));
        profile.put("travel", wish.travel());
        profile.put("maxDistanceMetres", wish.maxDistanceMetres());
        profile.put("slots", wish.slots().bits());
        profile.put("settlements", wish.settlements());
        profile.put("floorFenPerHour", wish.floorFenPerHour());
        profile.put("floorIsMust", wish.floorIsMust());
        profile.put(
                "certificates",
                Certificates.in(wish.certificates()).stream()
                        .map(Certificate::key)
                        .toList());
        profile.put("ageYears", request.ageYears().orElseThrow());
        request.spreadSeed().ifPresent(seed -> profile.put("spreadSeed", seed));
        try {
            return JSON.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A POST.
     *
     * @param headers each ended
     */
    public static byte[] post(String path, String body, String headers) {
        return bytes("POST " + path + " HTTP/1.1\r\n" + HOST + headers
                + "Content-Type: application/json\r\nContent-Length: " + bytes(body).length + "\r\n\r\n" + body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
