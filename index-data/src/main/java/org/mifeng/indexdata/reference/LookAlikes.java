package org.mifeng.indexdata.reference;

import java.util.HashMap;
import java.util.Map;

/** Characters that are taken for each other when one is written by hand or read in haste: 师 and 帅. */
public final class LookAlikes {
    private static final Map<Character, String> OTHERS = new HashMap<>();

    static {
        for (char[] pair : new ReferenceTable("look-alike-characters.csv").rows(row ->
                new char[] {row.text("one").charAt(0), row.text("other").charAt(0)})) {
            OTHERS.merge(pair[0], String.valueOf(pair[1]), String::concat);
            OTHERS.merge(pair[1], String.valueOf(pair[0]), String::concat);
        }
    }

    private LookAlikes() {}

    /** The characters that one is taken for, in one string; empty if there are none. */
    public static String of(char c) {
        return OTHERS.getOrDefault(c, "");
    }
}
