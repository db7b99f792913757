package org.mifeng.indexdata.reference;

import java.util.List;
import org.mifeng.matcher.OccupationCode;

/**
 * What people do with things of any kind, in one character, and the trade that usually does it: 卸 unloads, whatever is
 * unloaded.
 *
 * @param verb the character
 * @param code the trade
 */
public record WorkVerb(char verb, OccupationCode code) {
    private static final List<WorkVerb> ALL = new ReferenceTable("work-verbs.csv").rows(row -> {
        if (row.text("verb").length() != 1) {
            throw new IllegalArgumentException("verb must be one character");
        }
        return new WorkVerb(row.text("verb").charAt(0), new OccupationCode(row.text("code")));
    });

    /** All, in the order of the table. */
    public static List<WorkVerb> all() {
        return ALL;
    }
}
