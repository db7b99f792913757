package org.mifeng.matcher.occupation;

import org.mifeng.matcher.OccupationCode;

/**
 * A reviewed statement that who can do one trade can do the other, whatever the tree says. It holds in both directions.
 *
 * @param one a trade
 * @param other another
 * @param closeness above 0, below 1
 */
public record RelatedTrades(OccupationCode one, OccupationCode other, double closeness) {
    /** @throws IllegalArgumentException if the closeness is out of range or both are the same */
    public RelatedTrades {
        if (!(closeness > 0 && closeness < 1) || one.equals(other)) {
            throw new IllegalArgumentException(
                    "related trades " + one + " and " + other + " must differ, closeness 0 to 1");
        }
    }
}
