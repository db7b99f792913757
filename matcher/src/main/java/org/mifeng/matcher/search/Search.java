package org.mifeng.matcher.search;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.OccupationCode;

/**
 * What makes a question to the engine a search. Found is a post that passes the filter and is of one of the trades, or
 * shares the words that were typed: any of them if no trade was read from them, else half of their weight. A trade that is
 * meant less than half as surely as the surest counts only if less than a page is found without it. If neither trade nor
 * word is asked for, any post that passes the filter is found.
 *
 * @param trades the trades that the words speak of, with weights above 0 and at most 1; empty if none was read
 * @param filter what a post must and must not be
 * @param sort what the list goes by
 * @param namesOnly whether the words to look for are nothing but names of these trades: then the trade says what is wanted,
 *     and how a post words it says little
 */
public record Search(Map<OccupationCode, Double> trades, SearchFilter filter, SearchSort sort, boolean namesOnly) {
    /** Any post, the best fitting first. */
    public static final Search ANY = new Search(Map.of(), SearchFilter.NONE, SearchSort.FIT);

    private static final int MOST_TRADES = 16;

    /** A search whose words say more than the trades. */
    public Search(Map<OccupationCode, Double> trades, SearchFilter filter, SearchSort sort) {
        this(trades, filter, sort, false);
    }

    /** @throws InvalidFieldException if there are too many trades or a weight is out of range */
    public Search {
        trades = trades.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(trades));
        if (trades.size() > MOST_TRADES) {
            throw new InvalidFieldException("trades", "must be at most " + MOST_TRADES);
        }
        for (double weight : trades.values()) {
            if (!(weight > 0 && weight <= 1)) {
                throw new InvalidFieldException("trades", "must have weights above 0, at most 1");
            }
        }
    }

    /** The same search in another order. */
    public Search sortedBy(SearchSort other) {
        return new Search(trades, filter, other, namesOnly);
    }
}
