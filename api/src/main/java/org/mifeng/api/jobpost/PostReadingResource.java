package org.mifeng.api.jobpost;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.employer.Employers;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.api.problem.Problem;
import org.mifeng.api.problem.ProblemType;
import org.mifeng.indexdata.title.PostReader;
import org.mifeng.indexdata.title.TitleNormaliser;

/** Suggests the fields of a post from the words that an employer has written so far. Stores nothing. */
@Path("/api/v1/job-posts/readings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "job posts")
public class PostReadingResource {
    private final Employers employers;
    private final TitleNormaliser normaliser;

    PostReadingResource(Employers employers, TitleNormaliser normaliser) {
        this.employers = employers;
        this.normaliser = normaliser;
    }

    /**
     * What is written so far.
     *
     * @param title 1 to 200 characters
     * @param body at most 10,000 characters; may be left out
     */
    @Schema(name = "PostDraft")
    public record Draft(
            @Schema(required = true) @Nullable String title,
            @Nullable String body) {
        @Override
        public String toString() {
            return "Draft";
        }
    }

    @POST
    @Operation(
            operationId = "readJobPost",
            summary = "Suggests trade, pay and more from a post's words; needs an employer's bearer token")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PostReading.class)))
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "401", description = "token-required")
    @APIResponse(responseCode = "403", description = "employer-not-allowed (P15)")
    public Response read(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @NotNull Draft draft) {
        return switch (employers.callerOf(authorization)) {
            case Employers.Caller.MayPost employer ->
                Response.ok(reading(draft)).build();
            case Employers.Caller.MayNotPost employer -> Problem.response(ProblemType.EMPLOYER_NOT_ALLOWED);
            case Employers.Caller.Unknown unknown -> Problem.response(ProblemType.TOKEN_REQUIRED);
        };
    }

    private PostReading reading(Draft draft) {
        FieldErrors errors = new FieldErrors();
        Optional<String> title = PostingCheck.title(draft.title(), errors);
        Optional<String> body = draft.body() == null || draft.body().isBlank()
                ? Optional.of("")
                : PostingCheck.body(draft.body(), errors);
        errors.throwIfAny();
        return PostReading.of(new PostReader(normaliser).read(title.orElseThrow(), body.orElseThrow()));
    }
}
