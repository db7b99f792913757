package org.mifeng.api.jobpost;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.mifeng.api.environment.MarketCalendar;

/**
 * Requests that were answered already, by their Idempotency-Key. The row is written in the transaction that writes the
 * post: a repeat that comes while the first is under way waits for it at the primary key.
 */
@Singleton
class PostingRequests {
    private final EntityManager database;
    private final MarketCalendar calendar;
    private final PostingConfig config;

    PostingRequests(EntityManager database, MarketCalendar calendar, PostingConfig config) {
        this.database = database;
        this.calendar = calendar;
        this.config = config;
    }

    /**
     * A request under a key.
     *
     * @param employerId whose key it is
     * @param key keyed hash of the Idempotency-Key
     * @param digest keyed hash of the request
     */
    @SuppressWarnings("ArrayRecordComponent") // carried once, never compared
    record Request(long employerId, byte[] key, byte[] digest) {}

    /** What is known of a request. */
    sealed interface Known {
        /** Nothing: it was noted now. */
        record First() implements Known {}

        /** It was answered with this post. */
        record Repeat(long jobPostId) implements Known {}

        /** The key was used for something else. */
        record OtherRequest() implements Known {}
    }

    /** Notes the request with the post that will be its answer, unless its key is known. */
    @Transactional(Transactional.TxType.MANDATORY)
    Known note(Request request, long jobPostId) {
        int inserted = database.createNativeQuery("INSERT IGNORE INTO posting_request"
                        + " (employer_id, request_key, request_digest, job_post_id, created_at)"
                        + " VALUES (:employer, :key, :digest, :post, :now)")
                .setParameter("employer", request.employerId())
                .setParameter("key", request.key())
                .setParameter("digest", request.digest())
                .setParameter("post", jobPostId)
                .setParameter("now", calendar.now())
                .executeUpdate();
        if (inserted == 1) {
            return new Known.First();
        }
        // a locking read sees the latest committed row, whatever this transaction's snapshot
        @SuppressWarnings("unchecked") // a native query of two columns gives arrays
        List<Object[]> rows = database.createNativeQuery("SELECT request_digest, job_post_id FROM posting_request"
                        + " WHERE employer_id = :employer AND request_key = :key FOR UPDATE")
                .setParameter("employer", request.employerId())
                .setParameter("key", request.key())
                .getResultList();
        Object[] row = rows.getFirst();
        return Arrays.equals((byte[]) row[0], request.digest())
                ? new Known.Repeat(((Number) row[1]).longValue())
                : new Known.OtherRequest();
    }

    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void forgetOld() {
        Instant before = calendar.now().minus(config.repeatsRemembered());
        database.createNativeQuery("DELETE FROM posting_request WHERE created_at < :before LIMIT 10000")
                .setParameter("before", before)
                .executeUpdate();
    }
}
