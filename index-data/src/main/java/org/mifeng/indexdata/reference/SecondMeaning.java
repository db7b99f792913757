package org.mifeng.indexdata.reference;

import java.util.List;
import org.mifeng.matcher.OccupationCode;

/**
 * Another trade that people mean by an alias now and then: 分拣员 sorts parcels, and sometimes goods of a shop.
 *
 * @param alias the name, which {@link Aliases} has for its usual trade
 * @param code the other trade
 * @param share how often it is meant, more than 0 and less than 0.5
 */
public record SecondMeaning(String alias, OccupationCode code, double share) {
    private static final List<SecondMeaning> ALL = new ReferenceTable("second-meanings.csv")
            .rows(row ->
                    new SecondMeaning(row.text("alias"), new OccupationCode(row.text("code")), row.decimal("share")));

    /** @throws IllegalArgumentException if the share is out of range */
    public SecondMeaning {
        if (!(share > 0 && share < 0.5)) {
            throw new IllegalArgumentException("second meaning of " + alias + " must have a share between 0 and 0.5");
        }
    }

    /** All, in the order of the table. */
    public static List<SecondMeaning> all() {
        return ALL;
    }
}
