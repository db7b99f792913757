package org.mifeng.api.kiosk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.matching.Guidance;
import org.mifeng.api.matching.JobCard;
import org.mifeng.api.matching.JobPage;
import org.mifeng.api.matching.JobShortage;
import org.mifeng.api.matching.Relaxed;
import org.mifeng.api.problem.FieldError;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.api.problem.InvalidInputException;
import org.mifeng.api.problem.Problem;
import org.mifeng.api.problem.ProblemType;
import org.mifeng.matcher.Relaxation;

/** Kiosks over HTTP. Answers about a person are never cached. */
@Path("/api/v1/kiosk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "kiosk")
public class KioskResource {
    private final KioskDoor door;
    private final KioskSessionService service;
    private final KioskSessions sessions;
    private final PerMinute<Long> persons;
    private final PerMinute<String> enrolments;

    KioskResource(
            KioskDoor door,
            KioskSessionService service,
            KioskSessions sessions,
            KioskConfig config,
            InstantSource clock) {
        this.door = door;
        this.service = service;
        this.sessions = sessions;
        persons = new PerMinute<>(config.personsPerMinute(), clock);
        enrolments = new PerMinute<>(config.enrolmentsPerMinute(), clock);
    }

    /**
     * A kiosk that wants to be known.
     *
     * @param code as staff gave it, works once
     * @param publicKey Base64 of the X.509 encoding of its Ed25519 key
     */
    @Schema(name = "KioskEnrolment")
    public record EnrolmentRequest(
            @NotNull @Size(min = 1, max = 100) String code,
            @NotNull @Size(min = 1, max = 200) String publicKey) {
        /** Says nothing: the code is a secret. */
        @Override
        public String toString() {
            return "EnrolmentRequest";
        }
    }

    /**
     * A kiosk that is known now.
     *
     * @param kioskId to be named in every request
     * @param name for people
     * @param latitude where it stands
     * @param longitude where it stands
     */
    @Schema(name = "EnrolledKiosk")
    public record Enrolled(String kioskId, String name, double latitude, double longitude) {}

    /**
     * A card was swiped.
     *
     * @param card what was read
     */
    @Schema(name = "SessionRequest")
    public record SessionRequest(@NotNull CardData card) {
        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "SessionRequest";
        }
    }

    /**
     * A session.
     *
     * @param sessionId for the next pages and the end
     * @param firstVisit whether nothing was known of the person
     * @param guidance what to show instead of jobs
     * @param start where the way to work begins
     * @param modelVersion for replay
     * @param indexGeneration for replay
     * @param asOf given while the database is silent: the moment whose jobs these are
     * @param total how many jobs are in {@code jobs}
     * @param jobs best first
     * @param relaxed wishes that this list does without, because nothing met them all; else left out
     * @param nextCursor for the next page; left out at the end
     */
    @Schema(name = "KioskSession")
    public record Session(
            String sessionId,
            boolean firstVisit,
            Guidance guidance,
            Start start,
            String modelVersion,
            String indexGeneration,
            @Nullable Instant asOf,
            int total,
            List<JobCard> jobs,
            @Nullable Relaxed relaxed,
            @Nullable String nextCursor) {}

    /**
     * Where the way begins.
     *
     * @param latitude WGS-84
     * @param longitude WGS-84
     */
    public record Start(double latitude, double longitude) {}

    @POST
    @Path("/enrolments")
    @Operation(operationId = "enrolKiosk", summary = "Makes a kiosk known, once, by a code that staff gave out")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Enrolled.class)))
    @APIResponse(responseCode = "404", description = "enrolment-code-unknown")
    @APIResponse(responseCode = "409", description = "enrolment-code-used")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Response enrol(@NotNull @Valid EnrolmentRequest request) {
        Optional<byte[]> key = publicKey(request.publicKey());
        if (key.isEmpty()) {
            return Problem.response(
                    ProblemType.INVALID_FIELD, List.of(new FieldError("publicKey", "Ed25519", "不是 Ed25519 公钥")));
        }
        Optional<Duration> wait = enrolments.count("all");
        if (wait.isPresent()) {
            return Problem.retryLater(ProblemType.TOO_MANY_REQUESTS, wait.get());
        }
        return switch (door.enrol(request.code().strip(), key.get())) {
            case KioskDoor.Enrolment.Enrolled enrolled ->
                Response.status(Response.Status.CREATED)
                        .entity(new Enrolled(
                                enrolled.kiosk().publicId(),
                                enrolled.kiosk().name(),
                                enrolled.kiosk().place().latitude(),
                                enrolled.kiosk().place().longitude()))
                        .build();
            case KioskDoor.Enrolment.UnknownCode unknown -> Problem.response(ProblemType.ENROLMENT_CODE_UNKNOWN);
            case KioskDoor.Enrolment.UsedCode used -> Problem.response(ProblemType.ENROLMENT_CODE_USED);
        };
    }

    private static Optional<byte[]> publicKey(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            return SignedRequest.decode(key).map(known -> key);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @POST
    @Path("/sessions")
    @FromKiosk
    @Operation(operationId = "beginSession", summary = "A card was swiped: the jobs that suit its owner")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Session.class)))
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "401", description = "kiosk-not-trusted, kiosk-clock-off")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Response begin(@NotNull @Valid SessionRequest request, @Context ContainerRequestContext context) {
        EnrolledKiosk kiosk = KioskFilter.kiosk(context);
        CardData.Checked card = request.card().check();
        Optional<Duration> wait = persons.count(kiosk.id());
        if (wait.isPresent()) {
            return Problem.retryLater(ProblemType.TOO_MANY_REQUESTS, wait.get());
        }
        KioskSessionService.Begun begun = service.begin(kiosk, card);
        JobPage page = begun.page();
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Session(
                        begun.id(),
                        begun.firstVisit(),
                        page.guidance(),
                        new Start(begun.start().latitude(), begun.start().longitude()),
                        page.modelVersion(),
                        page.indexGeneration(),
                        page.asOf(),
                        page.jobs().size(),
                        page.jobs(),
                        page.relaxed(),
                        page.nextCursor()))
                .build();
    }

    @GET
    @Path("/sessions/{id}/jobs")
    @FromKiosk
    @Operation(operationId = "nextJobs", summary = "The jobs behind those already seen")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobPage.class)))
    @APIResponse(responseCode = "400", description = "invalid-cursor, invalid-field")
    @APIResponse(responseCode = "401", description = "kiosk-not-trusted, kiosk-clock-off")
    @APIResponse(responseCode = "404", description = "session-unknown")
    public Response more(
            @PathParam("id") String id,
            @Parameter(description = "of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "wishes to do without, for a new first page; not together with a cursor")
                    @QueryParam("without")
                    List<String> without,
            @Context ContainerRequestContext context) {
        EnrolledKiosk kiosk = KioskFilter.kiosk(context);
        Set<Relaxation> wishes = wishes(without);
        if (cursor != null && !wishes.isEmpty()) {
            throw new InvalidInputException(List.of(new FieldError("without", "one-of", "cursor 和 without 只能填一个")));
        }
        return personal(
                wishes.isEmpty()
                        ? service.more(kiosk, id, Optional.ofNullable(cursor))
                        : service.without(kiosk, id, wishes));
    }

    private static Set<Relaxation> wishes(List<String> names) {
        Set<Relaxation> wishes = EnumSet.noneOf(Relaxation.class);
        FieldErrors errors = new FieldErrors();
        for (String name : names) {
            Optional<Relaxation> known = Arrays.stream(Relaxation.values())
                    .filter(relaxation -> relaxation.name().equals(name))
                    .findFirst();
            errors.check(
                    known.isPresent(), "without", "relaxation", "应为 " + Arrays.toString(Relaxation.values()) + " 之一");
            known.ifPresent(wishes::add);
        }
        errors.throwIfAny();
        return wishes;
    }

    /** An answer about a person: never cached; 404 if the session is over. */
    private static Response personal(Optional<?> answer) {
        return answer.map(found -> Response.ok(found)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problem.response(ProblemType.SESSION_UNKNOWN));
    }

    @GET
    @Path("/sessions/{id}/shortage")
    @FromKiosk
    @Operation(operationId = "sessionShortage", summary = "Why the list ends, and what giving up one wish would add")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobShortage.class)))
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "401", description = "kiosk-not-trusted, kiosk-clock-off")
    @APIResponse(responseCode = "404", description = "session-unknown")
    public Response shortage(
            @PathParam("id") String id,
            @Parameter(description = "wishes that the list does without already") @QueryParam("without")
                    List<String> without,
            @Context ContainerRequestContext context) {
        return personal(service.shortage(KioskFilter.kiosk(context), id, wishes(without)));
    }

    @GET
    @Path("/sessions/{id}/similar/{post}")
    @FromKiosk
    @Operation(operationId = "sessionSimilar", summary = "Jobs like one, within what the person can and may do")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobPage.class)))
    @APIResponse(responseCode = "401", description = "kiosk-not-trusted, kiosk-clock-off")
    @APIResponse(responseCode = "404", description = "session-unknown, job-post-unknown")
    public Response similar(
            @PathParam("id") String id, @PathParam("post") String post, @Context ContainerRequestContext context) {
        return switch (service.similar(KioskFilter.kiosk(context), id, post)) {
            case KioskSessionService.Similar.Jobs jobs -> personal(Optional.of(jobs.page()));
            case KioskSessionService.Similar.NoSession none -> personal(Optional.empty());
            case KioskSessionService.Similar.NoPost none -> Problem.response(ProblemType.JOB_POST_UNKNOWN);
        };
    }

    @DELETE
    @Path("/sessions/{id}")
    @FromKiosk
    @Operation(operationId = "endSession", summary = "Ends a session; also if there is none")
    @APIResponse(responseCode = "204", description = "over")
    @APIResponse(responseCode = "401", description = "kiosk-not-trusted, kiosk-clock-off")
    public Response end(@PathParam("id") String id, @Context ContainerRequestContext context) {
        sessions.end(KioskFilter.kiosk(context), id);
        return Response.noContent().build();
    }
}
