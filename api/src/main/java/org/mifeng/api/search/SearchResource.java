package org.mifeng.api.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.matching.JobLists;
import org.mifeng.api.matching.JobPage;
import org.mifeng.api.matching.JobQuestion;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.api.problem.Problem;
import org.mifeng.api.problem.ProblemType;
import org.mifeng.matcher.Coordinates;

/** Search by words, place and filters, by the same engine as a match. */
@Path("/api/v1/job-posts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "job posts")
public class SearchResource {
    private static final List<String> PARAMETERS = SearchParameters.names();
    private static final List<String> SIMILAR_PARAMETERS = List.of("near", "limit");
    private static final int FARTHEST_METRES = 200_000;

    private final Searches searches;
    private final JobLists lists;
    private final MarketPlace market;

    SearchResource(Searches searches, JobLists lists, MarketPlace market) {
        this.searches = searches;
        this.lists = lists;
        this.market = market;
    }

    @GET
    @Operation(operationId = "searchJobPosts", summary = "Open jobs by words, place and filters")
    @APIResponse(responseCode = "200", description = "a page of jobs, and how the question was understood")
    @APIResponse(responseCode = "400", description = "unknown-parameter, invalid-field, invalid-cursor")
    public SearchPage search(
            @BeanParam SearchParameters said,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "jobs on a page, 1 to 50, usually 20") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        QueryValues.refuseUnknown(uri, PARAMETERS, "cursor", "limit");
        FieldErrors errors = new FieldErrors();
        int jobs = new QueryValues(errors).number("limit", limit, 1, 50, 20);
        return searches.page(said, errors, jobs, Optional.ofNullable(cursor));
    }

    @GET
    @Path("/facets")
    @Operation(operationId = "countJobPosts", summary = "What a search would find by the values of each filter")
    @APIResponse(responseCode = "200", description = "posts and openings, each filter counted without itself")
    @APIResponse(responseCode = "400", description = "unknown-parameter, invalid-field")
    public SearchFacets facets(@BeanParam SearchParameters said, @Context UriInfo uri) {
        QueryValues.refuseUnknown(uri, PARAMETERS);
        return searches.facets(said);
    }

    @GET
    @Path("/suggest")
    @Operation(operationId = "suggestSearches", summary = "What completes the words in q and finds something")
    @APIResponse(responseCode = "200", description = "suggestions under the filters already set, the likeliest first")
    @APIResponse(responseCode = "400", description = "unknown-parameter, invalid-field")
    public Suggestions suggest(
            @BeanParam SearchParameters said,
            @Parameter(description = "suggestions, 1 to 20, usually 8") @QueryParam("limit") @Nullable String limit,
            @Context UriInfo uri) {
        QueryValues.refuseUnknown(uri, PARAMETERS, "limit");
        FieldErrors errors = new FieldErrors();
        int most = new QueryValues(errors).number("limit", limit, 1, 20, 8);
        return searches.suggest(said, errors, most);
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
        QueryValues.refuseUnknown(uri, SIMILAR_PARAMETERS);
        FieldErrors errors = new FieldErrors();
        QueryValues values = new QueryValues(errors);
        Optional<Coordinates> start = near == null ? Optional.of(market.coordinates()) : values.place("near", near);
        int jobs = values.number("limit", limit, 1, 50, 10);
        errors.throwIfAny();
        return lists.similar(JobQuestion.anything(start.orElseThrow(), FARTHEST_METRES), id, jobs)
                .map(page -> Response.ok(page).build())
                .orElseGet(() -> Problem.response(ProblemType.JOB_POST_UNKNOWN));
    }
}
