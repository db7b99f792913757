package org.mifeng.indexdata.reference;

import java.util.List;

/**
 * A name for several towns that is no county: 高新区.
 *
 * @param text the name
 * @param towns codes of {@link Towns}
 */
public record PlaceName(String text, List<String> towns) {
    private static final List<PlaceName> ALL =
            new ReferenceTable("place-names.csv").rows(row -> new PlaceName(row.text("name"), row.list("towns")));

    /** Copies the list. */
    public PlaceName {
        towns = List.copyOf(towns);
    }

    /** All, in the order of the table. */
    public static List<PlaceName> all() {
        return ALL;
    }
}
