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

    /** What calls for people: 招 in 酒店招保安. */
    public static final Set<String> CALLS = texts(Meaning.CALL).collect(Collectors.toUnmodifiableSet());

    /** Two characters of work that stands beside other such work, neither being of the other: 分拣装卸. */
    public static final Set<String> WORKS = texts(Meaning.WORK).collect(Collectors.toUnmodifiableSet());

    /** What ends names of people who need no trade, and are wanted as such where other persons are listed behind them. */
    public static final List<String> HANDS = texts(Meaning.HAND).toList();

    /** What a sign says. */
    public enum Meaning {
        /** The name behind it is no part of the job. */
        DENIAL,
        /** The name that ends so may be of a person. */
        PERSON,
        /** What stands before it calls for who is named behind it. */
        CALL,
        /** The name that begins so is of work that often comes with other work. */
        WORK,
        /** The name that ends so is of people who need no trade. */
        HAND;

        private static Meaning ofKey(String key) {
            return switch (key) {
                case "denial" -> DENIAL;
                case "person" -> PERSON;
                case "call" -> CALL;
                case "work" -> WORK;
                case "hand" -> HAND;
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
