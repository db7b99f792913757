package org.mifeng.indexdata.query;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.mifeng.indexdata.title.TradeGuess;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/** What a piece of a query says. */
sealed interface Meaning {
    /**
     * A name of work.
     *
     * @param trade its ordinal, -1 for a general name such as 师傅
     * @param head whether it names one trade by itself, as 保安 does and 饭店 or 学徒 do not
     * @param alone the trades that it says if no name or unknown word stands beside it, the most likely first
     */
    record Name(int trade, boolean head, List<TradeGuess> alone) implements Meaning {}

    /**
     * A certificate.
     *
     * @param certificates a set, 0 for certificates as such
     */
    record Certified(long certificates) implements Meaning {}

    /**
     * A place.
     *
     * @param name for the label
     * @param towns their codes
     * @param wide whether it is a county or another place of many towns
     */
    record Located(String name, List<String> towns, boolean wide) implements Meaning {}

    /**
     * When pay is handed over.
     *
     * @param settlement when pay is handed over
     */
    record Settled(Settlement settlement) implements Meaning {}

    /**
     * What comes beside pay.
     *
     * @param benefits what comes beside pay
     */
    record Gives(Set<Benefit> benefits) implements Meaning {}

    /**
     * Times of work.
     *
     * @param slots of the week
     * @param daysAhead the day, if it is one
     */
    record Timed(TimeSlots slots, OptionalInt daysAhead) implements Meaning {}

    /**
     * Not far.
     *
     * @param metres how far at most
     * @param said whether a distance was said
     */
    record Close(int metres, boolean said) implements Meaning {}

    /**
     * Pay of at least this much.
     *
     * @param fen per unit
     * @param unit what for
     */
    record Pays(int fen, PayUnit unit) implements Meaning {}

    /**
     * A word that must not stand in a post.
     *
     * @param word that is not wanted
     */
    record Refused(String word) implements Meaning {}

    /** What needs no more to be said about it. */
    enum Sign implements Meaning {
        /** Says nothing. */
        FILLER,
        /** What follows is what a job asks for, if it is a certificate; else says nothing. */
        DEMAND,
        /** The little word between a name and what describes it: 的. */
        OF,
        /** Joins. */
        AND,
        /** What follows is wanted. */
        BUT,
        /** What follows is not wanted. */
        NOT,
        /** What follows is not done. */
        NO,
        /** What follows is not there. */
        LACK,
        /** At once. */
        SOON,
        /** A word that may stand in a post. */
        PLAIN,
        /** A long number. */
        LONG_NUMBER,
        /** A character or Latin word that nothing explains. */
        UNKNOWN,
        /** A space. */
        SPACE,
        /** Another sign between words. */
        STOP
    }
}
