package org.mifeng.matcher;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An answer: the best matches in order, and what is needed to replay it.
 *
 * @param matches best first; exactly the best {@code limit} under the model, no approximation
 * @param relaxed wishes that were given up because nothing met them all; the next page is asked for without them, see
 *     {@link Relaxation#applyAll}
 * @param from where it began, with all that was decided for this page and those that follow
 * @param next where to go on; empty if there are no more
 * @param modelVersion of the ranking model
 * @param position of the outbox up to which the index had been fed
 * @param generation of the index
 */
public record MatchResult(
        List<Match> matches,
        Set<Relaxation> relaxed,
        MatchRequest.Cursor from,
        Optional<MatchRequest.Cursor> next,
        String modelVersion,
        long position,
        String generation) {
    /** Copies the collections. */
    public MatchResult {
        matches = List.copyOf(matches);
        relaxed = Set.copyOf(relaxed);
    }
}
