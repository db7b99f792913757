package org.mifeng.indexdata.reference;

import java.util.List;
import org.mifeng.matcher.OccupationCode;

/** The table of the names that people say for trades: what posts are titled with and what seekers ask for. */
public final class Aliases {
    private static final List<Alias> ALL = new ReferenceTable("aliases.csv")
            .rows(row -> new Alias(row.text("alias"), new OccupationCode(row.text("code")), row.integer("weight")));

    private Aliases() {}

    /** All, in the order of the table: by code. */
    public static List<Alias> all() {
        return ALL;
    }
}
