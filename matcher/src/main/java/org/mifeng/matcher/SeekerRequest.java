package org.mifeng.matcher;

import java.time.Instant;
import java.util.Optional;

/**
 * The question turned round: who of the active seekers suits this post best.
 *
 * @param post the post; nobody suits one that is closed, full or expired
 * @param now the moment that expiry, freshness and ages are judged at, in Asia/Shanghai
 * @param limit how many seekers are wanted, 1 to 200
 * @param after the last one shown before, by score and seeker number; empty for the first page
 */
public record SeekerRequest(JobPost post, Instant now, int limit, Optional<MatchRequest.Place> after) {
    /** @throws InvalidFieldException if the limit is out of range */
    public SeekerRequest {
        InvalidFieldException.check(limit >= 1 && limit <= 200, "limit", "must be 1 to 200");
    }

    /** The same question from another place on. */
    public SeekerRequest withAfter(MatchRequest.Place place) {
        return new SeekerRequest(post, now, limit, Optional.of(place));
    }
}
