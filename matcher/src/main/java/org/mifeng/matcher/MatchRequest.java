package org.mifeng.matcher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchSort;

/**
 * A question to the engine: whose wish, how old, at what moment, how many, from where on.
 *
 * @param wish what is wanted
 * @param background of the seeker; {@link Background#NONE} for a search without a person
 * @param ageYears completed years on the day of {@code now} in Asia/Shanghai, 0 to 130; empty for a search without a
 *     person, to which no age rule applies
 * @param search what makes it a search; empty for a match of a profile
 * @param spreadSeed shuffles near-equals, so that a morning's crowd does not go to one gate (F3); the same seed gives
 *     the same order. Take one per seeker and day. Empty: the order of scores alone
 * @param now the moment that expiry and freshness are judged at
 * @param limit how many matches are wanted, 1 to 200
 * @param after what was shown before; {@link Cursor#START} for the first page
 */
public record MatchRequest(
        Seeker.Wish wish,
        Background background,
        Optional<Integer> ageYears,
        Optional<Search> search,
        OptionalLong spreadSeed,
        Instant now,
        int limit,
        Cursor after) {

    /** How many places at the top are shared out among employers (F4). */
    public static final int HEAD = 10;

    /** How many of those one employer may have (F4). */
    public static final int MOST_OF_ONE_EMPLOYER = 2;

    /** @throws InvalidFieldException if a value is out of its range */
    public MatchRequest {
        InvalidFieldException.check(limit >= 1 && limit <= 200, "limit", "must be 1 to 200");
        InvalidFieldException.check(
                ageYears.isEmpty() || (ageYears.get() >= 0 && ageYears.get() <= 130), "ageYears", "must be 0 to 130");
    }

    /** The same question for another wish. */
    public MatchRequest withWish(Seeker.Wish other) {
        return new MatchRequest(other, background, ageYears, search, spreadSeed, now, limit, after);
    }

    /** The same question from another place on. */
    public MatchRequest withAfter(Cursor other) {
        return new MatchRequest(wish, background, ageYears, search, spreadSeed, now, limit, other);
    }

    /** Whether employers share the first places (F4): who asked for another order gets that order. */
    public boolean sharesHead() {
        return search.map(asked -> asked.sort() == SearchSort.FIT).orElse(true);
    }

    /** The same question for more or fewer. */
    public MatchRequest withLimit(int other) {
        return new MatchRequest(wish, background, ageYears, search, spreadSeed, now, other, after);
    }

    /**
     * A place in the order of matches. The first {@value #HEAD} are named, because employers share them; behind them it
     * is enough to know the last.
     *
     * @param head the first ones shown, in order, at most {@value #HEAD}
     * @param tail the last one shown, once the head is complete
     * @param weakMeanings whether a search finds what its words may mean besides, too; decided when the list begins and kept,
     *     or posts that come and go between two pages would change what is listed
     */
    public record Cursor(List<Shown> head, Optional<Place> tail, boolean weakMeanings) {
        /** Nothing was shown yet. */
        public static final Cursor START = new Cursor(List.of(), Optional.empty(), false);

        /** @throws InvalidFieldException if the head is too long, or not complete though there is a tail */
        public Cursor {
            head = List.copyOf(head);
            InvalidFieldException.check(
                    head.size() <= HEAD && (tail.isEmpty() || head.size() == HEAD),
                    "cursor",
                    "must be one that was given out");
        }

        /** The same place in a list that has what words may mean besides, too. */
        public Cursor withWeakMeanings() {
            return new Cursor(head, tail, true);
        }

        /** Whether nothing was shown yet. */
        public boolean isStart() {
            return head.isEmpty();
        }

        /** The place behind one more match. */
        public Cursor past(Match match) {
            if (head.size() == HEAD) {
                return new Cursor(head, Optional.of(new Place(match.rank(), match.id())), weakMeanings);
            }
            List<Shown> longer = new ArrayList<>(head);
            longer.add(new Shown(match.id(), match.employerId()));
            return new Cursor(longer, Optional.empty(), weakMeanings);
        }
    }

    /**
     * One that was shown.
     *
     * @param id the post number
     * @param employerId its employer's number
     */
    public record Shown(long id, long employerId) {
        /** @throws InvalidFieldException if a number is not positive */
        public Shown {
            InvalidFieldException.check(id > 0 && employerId > 0, "cursor", "must be one that was given out");
        }
    }

    /**
     * A place in the order of ranks: behind this rank and, among equal ranks, this post number.
     *
     * @param rank of the last match seen
     * @param id of the last match seen
     */
    public record Place(double rank, long id) {
        /** @throws InvalidFieldException if the rank is no number or the id is not positive */
        public Place {
            InvalidFieldException.check(Double.isFinite(rank), "cursor", "must be one that was given out");
            InvalidFieldException.check(id > 0, "cursor", "must be one that was given out");
        }
    }
}
