package org.mifeng.api.jobpost;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.employer.Employers;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.problem.FieldError;
import org.mifeng.api.problem.Problem;
import org.mifeng.api.problem.ProblemType;
import org.mifeng.indexdata.bulk.JobPostState;

/** Posts over HTTP: one to read for everybody, posting and closing for employers. */
@Path("/api/v1/job-posts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "job posts")
public class JobPostResource {
    private final JobPostService service;
    private final JobPostCatalogue catalogue;
    private final Employers employers;
    private final MarketCalendar calendar;

    JobPostResource(JobPostService service, JobPostCatalogue catalogue, Employers employers, MarketCalendar calendar) {
        this.service = service;
        this.catalogue = catalogue;
        this.employers = employers;
        this.calendar = calendar;
    }

    /**
     * The answer to a posting.
     *
     * @param id of the post
     * @param state LIVE: shown from now on; IN_REVIEW: shown after staff have looked at it
     * @param review what staff will look at
     */
    @Schema(name = "PostingReceipt")
    public record Receipt(String id, JobPostState state, List<FieldError> review) {}

    /**
     * Why a post is closed.
     *
     * @param reason found everybody, or no longer wanted
     */
    @Schema(name = "Closing")
    public record Closing(@NotNull ClosingReason reason) {}

    /**
     * Where a post stands after closing.
     *
     * @param id of the post
     * @param state after closing
     */
    @Schema(name = "ClosedPost")
    public record Closed(String id, JobPostState state) {}

    @GET
    @Path("/{id}")
    @Operation(operationId = "getJobPost", summary = "One open post with its text and phone")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobPostDetail.class)))
    @APIResponse(responseCode = "404", description = "job-post-unknown")
    @APIResponse(responseCode = "410", description = "job-post-closed")
    public Response get(@PathParam("id") String id) {
        return switch (catalogue.find(id, calendar.now())) {
            case JobPostCatalogue.Found.Open open -> Response.ok(open.detail()).build();
            case JobPostCatalogue.Found.Closed closed -> Problem.response(ProblemType.JOB_POST_CLOSED);
            case JobPostCatalogue.Found.Unknown unknown -> Problem.response(ProblemType.JOB_POST_UNKNOWN);
        };
    }

    @POST
    @Operation(operationId = "postJob", summary = "Posts a job; needs an employer's bearer token")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "400", description = "invalid-field: every broken rule with its field")
    @APIResponse(responseCode = "401", description = "token-required")
    @APIResponse(responseCode = "403", description = "employer-not-allowed (P15)")
    @APIResponse(responseCode = "409", description = "idempotency-key-reused")
    public Response post(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) @Nullable String idempotencyKey,
            @NotNull NewJobPost post) {
        return asEmployer(
                authorization,
                employer -> answer(service.post(employer, post, Optional.ofNullable(idempotencyKey))),
                JobPostResource::forbidden);
    }

    private static Response answer(JobPostService.Posted posted) {
        return switch (posted) {
            case JobPostService.Posted.Stored stored ->
                Response.created(URI.create("/api/v1/job-posts/" + stored.publicId()))
                        .entity(new Receipt(stored.publicId(), stored.state(), stored.toReview()))
                        .build();
            case JobPostService.Posted.Refused refused -> Problem.response(ProblemType.INVALID_FIELD, refused.errors());
            case JobPostService.Posted.KeyReused reused -> Problem.response(ProblemType.IDEMPOTENCY_KEY_REUSED);
        };
    }

    @POST
    @Path("/{id}/close")
    @Operation(operationId = "closeJobPost", summary = "Closes an employer's own post; gone from every list at once")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Closed.class)))
    @APIResponse(responseCode = "401", description = "token-required")
    @APIResponse(responseCode = "404", description = "job-post-unknown, also for another employer's post")
    public Response close(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("id") String id,
            @NotNull @Valid Closing closing) {
        LongFunction<Response> close = employer -> service.close(employer, id, closing.reason())
                .map(state -> Response.ok(new Closed(id, state)).build())
                .orElseGet(() -> Problem.response(ProblemType.JOB_POST_UNKNOWN));
        return asEmployer(authorization, close, close); // who may not post may still take back
    }

    private static Response forbidden(long employer) {
        return Problem.response(ProblemType.EMPLOYER_NOT_ALLOWED);
    }

    private Response asEmployer(
            @Nullable String authorization, LongFunction<Response> mayPost, LongFunction<Response> mayNotPost) {
        return switch (employers.callerOf(authorization)) {
            case Employers.Caller.MayPost employer -> mayPost.apply(employer.id());
            case Employers.Caller.MayNotPost employer -> mayNotPost.apply(employer.id());
            case Employers.Caller.Unknown unknown -> Problem.response(ProblemType.TOKEN_REQUIRED);
        };
    }
}
