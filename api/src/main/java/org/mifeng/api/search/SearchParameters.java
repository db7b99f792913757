package org.mifeng.api.search;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a search says in its address, as written. Whatever can be asked for more than once is a list; a value that begins
 * with {@code -} is one that is not wanted.
 */
public final class SearchParameters {
    @Parameter(description = "words as people say them; left out means any job")
    @QueryParam("q")
    @Nullable
    String q;

    @Parameter(description = "keys of chips that are switched off: their words are only looked for")
    @QueryParam("off")
    List<String> off = List.of();

    @Parameter(description = "lat,lon in degrees; the market's door if left out")
    @QueryParam("near")
    @Nullable
    String near;

    @Parameter(description = "where to start from in words, instead of near: a house, street, town or county")
    @QueryParam("address")
    @Nullable
    String address;

    @Parameter(description = "metres, 100 to 200000; pick-up and lodging lift it")
    @QueryParam("radius")
    @Nullable
    String radius;

    @Parameter(description = "FIT (usual), DISTANCE, PAY or NEWNESS")
    @QueryParam("sort")
    @Nullable
    String sort;

    @Parameter(description = "a code or the first parts of one: 4-02-05-01, 4-02-05; or -4-02-05")
    @QueryParam("occupation")
    List<String> occupation = List.of();

    @Parameter(description = "DAILY, WEEKLY, MONTHLY, ON_COMPLETION; or -MONTHLY")
    @QueryParam("settlement")
    List<String> settlement = List.of();

    @Parameter(description = "MORNING, AFTERNOON, EVENING, NIGHT; or -NIGHT")
    @QueryParam("slot")
    List<String> slot = List.of();

    @Parameter(description = "each one that is asked for must be given; or -LODGING")
    @QueryParam("benefit")
    List<String> benefit = List.of();

    @Parameter(description = "a hazard that the employer declared; or -HEIGHT")
    @QueryParam("hazard")
    List<String> hazard = List.of();

    @Parameter(description = "key of a certificate that the job demands; or -forklift")
    @QueryParam("certificate")
    List<String> certificate = List.of();

    @Parameter(description = "id of an employer; or - and an id")
    @QueryParam("employer")
    List<String> employer = List.of();

    @Parameter(description = "nine digits of a town; or -370811002")
    @QueryParam("town")
    List<String> town = List.of();

    @Parameter(description = "a word that must not stand in the post, with - before it: -夜班")
    @QueryParam("word")
    List<String> word = List.of();

    @Parameter(description = "fen per hour at least, 0 to 1000000")
    @QueryParam("leastFenPerHour")
    @Nullable
    String leastFenPerHour;

    @Parameter(description = "fen per hour below this, 1 to 1000000")
    @QueryParam("belowFenPerHour")
    @Nullable
    String belowFenPerHour;

    @Parameter(description = "least trust in the employer, 0 to 100")
    @QueryParam("leastTrust")
    @Nullable
    String leastTrust;

    @Parameter(description = "posted within so many days, 1 to 365")
    @QueryParam("postedWithinDays")
    @Nullable
    String postedWithinDays;

    @Parameter(description = "work may begin within so many days, 0 (today) to 365; posts for any day stay")
    @QueryParam("startsWithinDays")
    @Nullable
    String startsWithinDays;

    /** The names of all of them. */
    static List<String> names() {
        return Stream.of(SearchParameters.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(QueryParam.class))
                .map(field -> field.getAnnotation(QueryParam.class).value())
                .toList();
    }
}
