package org.mifeng.indexdata.reference;

import java.util.HashMap;
import java.util.Map;

/** The table of traditional characters that job titles use, with their simplified forms. */
public final class TraditionalCharacters {
    private static final Map<Character, Character> SIMPLIFIED = new HashMap<>();

    static {
        for (char[] pair : new ReferenceTable("traditional-characters.csv").rows(row -> new char[] {
            row.text("traditional").charAt(0), row.text("simplified").charAt(0)
        })) {
            SIMPLIFIED.put(pair[0], pair[1]);
        }
    }

    private TraditionalCharacters() {}

    /** The simplified form, by the traditional one. */
    public static Map<Character, Character> simplified() {
        return Map.copyOf(SIMPLIFIED);
    }
}
