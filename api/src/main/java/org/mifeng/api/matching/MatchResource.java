package org.mifeng.api.matching;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A profile in, the jobs that suit best out. Nothing is stored. */
@Path("/api/v1/matches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "matching")
public class MatchResource {
    private final JobLists lists;
    private final ProfileReader reader;

    MatchResource(JobLists lists, ProfileReader reader) {
        this.lists = lists;
        this.reader = reader;
    }

    @POST
    @Operation(operationId = "match", summary = "The open jobs that suit a profile best, with reasons")
    @APIResponse(responseCode = "200", description = "a page of jobs, best first")
    @APIResponse(responseCode = "400", description = "invalid-field, unknown-property, invalid-cursor")
    public JobPage match(@NotNull Profile profile) {
        JobQuestion question = reader.question(profile);
        return lists.page(question, ProfileReader.limit(profile.limit()), Optional.ofNullable(profile.cursor()));
    }

    @POST
    @Path("/shortage")
    @Operation(
            operationId = "shortage",
            summary = "Why a profile has no more jobs, and what giving up one wish would add")
    @APIResponse(responseCode = "200", description = "counts; limit and cursor of the profile say nothing here")
    @APIResponse(responseCode = "400", description = "invalid-field, unknown-property")
    public JobShortage shortage(@NotNull Profile profile) {
        return lists.shortage(reader.question(profile), Set.of());
    }
}
