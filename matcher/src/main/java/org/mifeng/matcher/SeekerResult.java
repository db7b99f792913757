package org.mifeng.matcher;

import java.util.List;
import java.util.Optional;

/**
 * The seekers who suit a post, and what is needed to replay the answer.
 *
 * @param matches by falling score, then by rising seeker number; exactly the best {@code limit} under the model
 * @param next where to go on; empty if there are no more
 * @param modelVersion of the ranking model
 * @param position of the outbox up to which the index had been fed
 * @param generation of the index
 */
public record SeekerResult(
        List<SeekerMatch> matches,
        Optional<MatchRequest.Place> next,
        String modelVersion,
        long position,
        String generation) {
    /** Copies the list. */
    public SeekerResult {
        matches = List.copyOf(matches);
    }
}
