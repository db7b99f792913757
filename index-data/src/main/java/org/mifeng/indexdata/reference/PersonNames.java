package org.mifeng.indexdata.reference;

import java.util.List;

/** What names of people who do not exist are put together from. */
public final class PersonNames {
    private static final List<Surname> SURNAMES =
            new ReferenceTable("surnames.csv").rows(row -> new Surname(row.text("surname"), row.integer("weight")));
    private static final List<GivenNames> GIVEN = new ReferenceTable("given-names.csv")
            .rows(row -> new GivenNames(
                    row.text("sex").equals("M"), row.integer("bornFrom"), row.list("first"), row.list("second")));

    private PersonNames() {}

    /** Surnames, most common first or nearly so. */
    public static List<Surname> surnames() {
        return SURNAMES;
    }

    /** The given names of a person of this sex and year of birth. */
    public static GivenNames givenNames(boolean male, int birthYear) {
        GivenNames found = GIVEN.getFirst();
        for (GivenNames names : GIVEN) {
            if (names.male() == male && names.bornFrom() <= birthYear) {
                found = names;
            }
        }
        return found;
    }
}
