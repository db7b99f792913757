package org.mifeng.api.matching;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.problem.FieldError;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.api.problem.InvalidInputException;
import org.mifeng.api.problem.Problem;
import org.mifeng.api.problem.ProblemType;
import org.mifeng.matcher.Coordinates;

/** Search by words and place, by the same engine. */
@Path("/api/v1/job-posts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "job posts")
public class JobSearchResource {
    private static final List<String> PARAMETERS = List.of("q", "near", "radius", "cursor", "limit");
    private static final List<String> SIMILAR_PARAMETERS = List.of("near", "limit");
    private static final Pattern NEAR = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,9})?),(\\d{1,3}(?:\\.\\d{1,9})?)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int FARTHEST_METRES = 200_000;

    private final JobLists lists;
    private final MarketPlace market;

    JobSearchResource(JobLists lists, MarketPlace market) {
        this.lists = lists;
        this.market = market;
    }

    @GET
    @Operation(operationId = "searchJobPosts", summary = "Open jobs by words and place")
    @APIResponse(responseCode = "200", description = "a page of jobs, best first")
    @APIResponse(responseCode = "400", description = "unknown-parameter, invalid-field, invalid-cursor")
    public JobPage search(
            @Parameter(description = "words; left out means any job") @QueryParam("q") @Nullable String q,
            @Parameter(description = "lat,lon in degrees; the market's door if left out") @QueryParam("near") @Nullable
                    String near,
            @Parameter(description = "metres, 100 to 200000; pick-up and lodging lift it")
                    @QueryParam("radius")
                    @Nullable
                    String radius,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "jobs on a page, 1 to 50, usually 20") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        refuseUnknown(uri, PARAMETERS);
        FieldErrors errors = new FieldErrors();
        String text = q == null ? "" : q.strip();
        errors.check(text.length() <= 200, "q", "length", "最多 200 个字");
        Optional<Coordinates> start = near == null ? Optional.of(market.coordinates()) : place(near, errors);
        int metres = number("radius", radius, 100, FARTHEST_METRES, FARTHEST_METRES, errors);
        int jobs = number("limit", limit, 1, 50, 20, errors);
        errors.throwIfAny();
        return lists.page(
                JobQuestion.withoutPerson(text, start.orElseThrow(), metres), jobs, Optional.ofNullable(cursor));
    }

    @GET
    @Path("/{id}/similar")
    @Operation(operationId = "similarJobPosts", summary = "Open jobs like one that may be full or far")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobPage.class)))
    @APIResponse(responseCode = "400", description = "unknown-parameter, invalid-field")
    @APIResponse(responseCode = "404", description = "job-post-unknown")
    public Response similar(
            @PathParam("id") String id,
            @Parameter(description = "lat,lon in degrees; the market's door if left out") @QueryParam("near") @Nullable
                    String near,
            @Parameter(description = "jobs, 1 to 50, usually 10") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        refuseUnknown(uri, SIMILAR_PARAMETERS);
        FieldErrors errors = new FieldErrors();
        Optional<Coordinates> start = near == null ? Optional.of(market.coordinates()) : place(near, errors);
        int jobs = number("limit", limit, 1, 50, 10, errors);
        errors.throwIfAny();
        return lists.similar(JobQuestion.withoutPerson("", start.orElseThrow(), FARTHEST_METRES), id, jobs)
                .map(page -> Response.ok(page).build())
                .orElseGet(() -> Problem.response(ProblemType.JOB_POST_UNKNOWN));
    }

    private static void refuseUnknown(UriInfo uri, List<String> known) {
        List<FieldError> unknown = uri.getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> new FieldError(name, "known-parameter", "没有这个参数，可用的有 " + String.join("、", known)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(ProblemType.UNKNOWN_PARAMETER, unknown);
        }
    }

    private static Optional<Coordinates> place(String near, FieldErrors errors) {
        Matcher parts = NEAR.matcher(near);
        if (!parts.matches()) {
            errors.add("near", "format", "应为 纬度,经度，如 35.41,116.58");
            return Optional.empty();
        }
        return errors.read(
                "near",
                "range",
                () -> new Coordinates(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2))));
    }

    private static int number(
            String name, @Nullable String value, int least, int most, int otherwise, FieldErrors errors) {
        if (value == null) {
            return otherwise;
        }
        int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
        errors.check(number >= least && number <= most, name, "range", "应在 " + least + " 到 " + most + " 之间");
        return number;
    }
}
