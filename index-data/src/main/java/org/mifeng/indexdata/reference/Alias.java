package org.mifeng.indexdata.reference;

import org.mifeng.matcher.OccupationCode;

/**
 * A name that people say for a trade.
 *
 * @param text the name, such as 刮大白
 * @param code the trade
 * @param weight how often it is said for this trade, in relation to the trade's other names; 0 for a name that is
 *     understood but that no post of ours uses, such as one that implies a sex (P12)
 */
public record Alias(String text, OccupationCode code, int weight) {
    /** @throws IllegalArgumentException if the text is empty or the weight negative */
    public Alias {
        if (text.isBlank() || weight < 0) {
            throw new IllegalArgumentException("alias of " + code + " must have a text and no negative weight");
        }
    }
}
