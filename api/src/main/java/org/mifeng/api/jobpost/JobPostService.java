package org.mifeng.api.jobpost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.numbering.NumberedTable;
import org.mifeng.api.numbering.Numbers;
import org.mifeng.api.numbering.PublicId;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.Outbox;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.api.privacy.SealedPlace;
import org.mifeng.api.privacy.Sealer;
import org.mifeng.api.problem.FieldError;
import org.mifeng.indexdata.bulk.JobPostState;

/** Posting and closing. Each change commits together with its outbox row (invariant 2). */
@Singleton
class JobPostService {
    private final JobPostRepository posts;
    private final PostingRequests requests;
    private final PostingCheck check;
    private final Outbox outbox;
    private final Numbers numbers;
    private final EntityManager database;
    private final Sealer sealer;
    private final LookupKey lookup;
    private final SecureRandom random;
    private final MarketCalendar calendar;
    private final ObjectMapper json;

    JobPostService(
            JobPostRepository posts,
            PostingRequests requests,
            PostingCheck check,
            Outbox outbox,
            Numbers numbers,
            EntityManager database,
            Sealer sealer,
            LookupKey lookup,
            SecureRandom random,
            MarketCalendar calendar,
            ObjectMapper json) {
        this.posts = posts;
        this.requests = requests;
        this.check = check;
        this.outbox = outbox;
        this.numbers = numbers;
        this.database = database;
        this.sealer = sealer;
        this.lookup = lookup;
        this.random = random;
        this.calendar = calendar;
        this.json = json;
    }

    /** What came of a wish to post. */
    sealed interface Posted {
        /**
         * The post is in the database.
         *
         * @param publicId of the post
         * @param state live, or in review
         * @param toReview what staff will look at
         * @param repeated whether it was there before this request
         */
        record Stored(String publicId, JobPostState state, List<FieldError> toReview, boolean repeated)
                implements Posted {}

        /** It breaks rules. */
        record Refused(List<FieldError> errors) implements Posted {}

        /** The Idempotency-Key was used for another request. */
        record KeyReused() implements Posted {}
    }

    /**
     * Posts a job. Live at once if its words hit no rule; otherwise kept for review, shown to nobody.
     *
     * @param employerId who posts
     * @param idempotencyKey makes a repeat harmless
     */
    @Transactional
    public Posted post(long employerId, NewJobPost input, Optional<String> idempotencyKey) {
        return switch (check.check(input)) {
            case PostingCheck.Outcome.Refused refused -> new Posted.Refused(refused.errors());
            case PostingCheck.Outcome.Allowed allowed -> store(employerId, input, allowed, idempotencyKey);
        };
    }

    private Posted store(
            long employerId, NewJobPost input, PostingCheck.Outcome.Allowed allowed, Optional<String> idempotencyKey) {
        long id = numbers.next(NumberedTable.JOB_POST);
        if (idempotencyKey.isPresent()) {
            switch (requests.note(request(employerId, input, idempotencyKey.get()), id)) {
                case PostingRequests.Known.First first -> {}
                case PostingRequests.Known.OtherRequest other -> {
                    return new Posted.KeyReused();
                }
                case PostingRequests.Known.Repeat repeat -> {
                    return repeated(repeat.jobPostId());
                }
            }
        }
        Instant now = calendar.now();
        JobPostState state = allowed.toReview().isEmpty() ? JobPostState.LIVE : JobPostState.IN_REVIEW;
        byte[] phone =
                sealer.seal(SealedPlace.ofJobPostPhone(id), allowed.posting().phone());
        JobPostEntity post = JobPostEntity.of(
                new JobPostEntity.Birth(id, PublicId.random(random).value(), employerId, state, phone, now),
                allowed.posting());
        posts.persistAndFlush(post);
        keepHits(id, allowed.toReview(), now);
        outbox.record(IndexSubject.JOB_POST, id, post.version());
        return new Posted.Stored(post.publicId(), state, reviewNotes(allowed.toReview()), false);
    }

    private Posted repeated(long id) {
        JobPostEntity post = posts.findById(id);
        return new Posted.Stored(post.publicId(), post.state(), List.of(), true);
    }

    private PostingRequests.Request request(long employerId, NewJobPost input, String key) {
        try {
            return new PostingRequests.Request(
                    employerId,
                    lookup.of(LookupPurpose.POSTING_REQUEST, "key " + key),
                    lookup.of(LookupPurpose.POSTING_REQUEST, "body " + json.writeValueAsString(input)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that was read cannot be written", e);
        }
    }

    private static List<FieldError> reviewNotes(List<PostingCheck.FieldHit> hits) {
        return hits.stream()
                .map(found -> new FieldError(
                        found.field(), found.hit().ruleId(), found.hit().advice()))
                .toList();
    }

    private void keepHits(long postId, List<PostingCheck.FieldHit> hits, Instant now) {
        for (int i = 0; i < hits.size(); i++) {
            PostingCheck.FieldHit found = hits.get(i);
            String words = found.hit().words();
            database.createNativeQuery(
                            "INSERT INTO job_post_rule_hit (job_post_id, place, rule_id, field, words, created_at)"
                                    + " VALUES (:post, :place, :rule, :field, :words, :now)")
                    .setParameter("post", postId)
                    .setParameter("place", i)
                    .setParameter("rule", found.hit().ruleId())
                    .setParameter("field", found.field())
                    .setParameter("words", words.substring(0, Math.min(100, words.length())))
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    /**
     * Closes an employer's own post. Closing a closed one changes nothing.
     *
     * @return where the post stands now; empty if the employer has no such post
     */
    @Transactional
    public Optional<JobPostState> close(long employerId, String publicId, ClosingReason reason) {
        Optional<JobPostEntity> found = posts.ofEmployer(employerId, publicId);
        found.filter(post -> post.close(reason, calendar.now())).ifPresent(post -> {
            posts.flush();
            outbox.record(IndexSubject.JOB_POST, post.id(), post.version());
        });
        return found.map(JobPostEntity::state);
    }
}
