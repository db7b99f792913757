package org.mifeng.indexdata.reference;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Characters beside a name or at its end that say how it is meant.
 *
 * @param text the characters
 * @param meaning what they say
 */
public record TitleSign(String text, Meaning meaning) {
    private static final List<TitleSign> ALL = new ReferenceTable("title-signs.csv")
            .rows(row -> new TitleSign(row.text("sign"), Meaning.ofKey(row.text("meaning"))));

    /** What denies the work that is named right behind it: 无需 in 无需装卸. */
    public static final List<String> DENIALS = texts(Meaning.DENIAL).toList();

    /** Two characters that end names of persons and of work at once: a 采购 is a buyer, a 采购文员 is not. */
    public static final Set<String> PERSONS = texts(Meaning.PERSON).collect(Collectors.toUnmodifiableSet());

    /** What a sign says. */
    public enum Meaning {
        /** The name behind it is no part of the job. */
        DENIAL,
        /** The name that ends so may be of a person. */
        PERSON;

        private static Meaning ofKey(String key) {
            return switch (key) {
                case "denial" -> DENIAL;
                case "person" -> PERSON;
                default -> throw new IllegalArgumentException("unknown meaning " + key);
            };
        }
    }

    /** All, in the order of the table. */
    public static List<TitleSign> all() {
        return ALL;
    }

    private static Stream<String> texts(Meaning meaning) {
        return ALL.stream().filter(sign -> sign.meaning() == meaning).map(TitleSign::text);
    }
}
