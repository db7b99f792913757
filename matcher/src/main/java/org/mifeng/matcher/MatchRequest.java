package org.mifeng.matcher;

import java.time.Instant;
import java.util.Optional;

/**
 * A question to the engine: whose wish, how old, at what moment, how many, from where on.
 *
 * @param wish what is wanted
 * @param ageYears completed years on the day of {@code now} in Asia/Shanghai, 0 to 130; empty for a search without a
 *     person, to which no age rule applies
 * @param textRequired whether only posts that share a word with {@code wish.text()} are wanted: true makes it a search
 * @param now the moment that expiry and freshness are judged at
 * @param limit how many matches are wanted, 1 to 200
 * @param after the last match of the page before, to go on behind it
 */
public record MatchRequest(
        Seeker.Wish wish,
        Optional<Integer> ageYears,
        boolean textRequired,
        Instant now,
        int limit,
        Optional<Cursor> after) {

    /** @throws InvalidFieldException if a value is out of its range */
    public MatchRequest {
        InvalidFieldException.check(limit >= 1 && limit <= 200, "limit", "must be 1 to 200");
        InvalidFieldException.check(
                ageYears.isEmpty() || (ageYears.get() >= 0 && ageYears.get() <= 130), "ageYears", "must be 0 to 130");
        InvalidFieldException.check(!textRequired || !wish.text().isBlank(), "text", "must not be empty for a search");
    }

    /**
     * A place in the order of matches: behind this score and, among equal scores, this post number.
     *
     * @param score of the last match seen
     * @param id of the last match seen
     */
    public record Cursor(double score, long id) {
        /** @throws InvalidFieldException if the score is no number or the id is not positive */
        public Cursor {
            InvalidFieldException.check(score >= 0 && score <= 1, "cursor", "must be one that was given out");
            InvalidFieldException.check(id > 0, "cursor", "must be one that was given out");
        }
    }
}
