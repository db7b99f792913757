package org.mifeng.indexdata.reference;

import java.util.List;
import java.util.Locale;

/**
 * A phrase of queries that names no trade, and what it asks for.
 *
 * @param text the phrase, such as 不要
 * @param meaning what it does
 * @param values what it stands for, by meaning: parts of the day and {@code WEEKEND} or {@code WEEKDAY} for
 *     {@link Meaning#SLOT}; the days from today, then parts, for {@link Meaning#DAY}; metres for {@link Meaning#NEAR};
 *     the word for {@link Meaning#NOT_WORD}; keys of certificates for {@link Meaning#CERTIFICATE}; sectors for {@link Meaning#SECTOR}; else none
 */
public record QueryPhrase(String text, Meaning meaning, List<String> values) {
    private static final List<QueryPhrase> ALL =
            new ReferenceTable("query-phrases.csv").rows(row -> of(row.text("phrase"), row.text("meaning")));

    /** What a phrase does. */
    public enum Meaning {
        /** Says nothing about the work: 我想找个. */
        FILLER,
        /** Joins things of one kind: 或者. */
        AND,
        /** What follows is wanted again: 但是. */
        BUT,
        /** What follows is not wanted: 不要. */
        NOT,
        /** What follows is not done; speaks of work, times and benefits, never of other words: 不. */
        NO,
        /** What follows is not there; speaks of times, benefits and certificates, never of other words: 没有. */
        LACK,
        /** Closes what 除了 opened: 以外. */
        OUTSIDE,
        /** A time of the week: 夜班. */
        SLOT,
        /** A day from today on: 明天. */
        DAY,
        /** Not far, and what that means: 附近. */
        NEAR,
        /** A certificate, or any at all: C1, 证. */
        CERTIFICATE,
        /** What follows is what a job asks for, if it is a certificate: 要求. */
        DEMAND,
        /** Work is wanted at once: 急找活. */
        URGENT,
        /** A word that is not wanted, with the negation: 非中介. */
        NOT_WORD,
        /** A kind of employer, when it is not wanted: 工厂. */
        SECTOR,
        /** Names no trade but may stand in a post: 双休. */
        WORD
    }

    /** Copies the list. */
    public QueryPhrase {
        values = List.copyOf(values);
    }

    /** All, in the order of the table. */
    public static List<QueryPhrase> all() {
        return ALL;
    }

    private static QueryPhrase of(String text, String meaning) {
        int colon = meaning.indexOf(':');
        String name = colon < 0 ? meaning : meaning.substring(0, colon);
        return new QueryPhrase(
                text,
                Meaning.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT)),
                colon < 0 ? List.of() : List.of(meaning.substring(colon + 1).split("\\|")));
    }
}
