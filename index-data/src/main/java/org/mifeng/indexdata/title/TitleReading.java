package org.mifeng.indexdata.title;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Settlement;

/**
 * What a title says.
 *
 * @param title the cleaned title: what is left without pay, benefits, urgency, places and contacts; it never holds a
 *     phone or an ID number; empty if nothing is left
 * @param trades the trades it may name, the most likely first, each once; empty if it names none
 * @param pay the first pay it states
 * @param settlement when pay is handed over
 * @param benefits what comes beside pay
 * @param openings how many people are wanted, 1 to 9,999
 * @param urgent whether they are wanted at once
 * @param certificates a set of {@link org.mifeng.indexdata.reference.Certificates} that it names
 */
public record TitleReading(
        String title,
        List<TradeGuess> trades,
        Optional<StatedPay> pay,
        Optional<Settlement> settlement,
        Set<Benefit> benefits,
        OptionalInt openings,
        boolean urgent,
        long certificates) {
    /** Copies the collections. */
    public TitleReading {
        trades = List.copyOf(trades);
        benefits = Set.copyOf(benefits);
    }
}
