package org.mifeng.indexdata.query;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/** One thing that a query asks for, or asks to be spared. */
public sealed interface Chip {
    /** What all chips have. */
    Mark mark();

    /**
     * What all chips have.
     *
     * @param key names the chip, to switch it off with; the same for the same words in the same query, whatever else is
     *     switched off
     * @param label a short Chinese line for the page
     * @param span where it stands in the text as typed
     * @param recognition how it was understood
     * @param negated whether it is not wanted
     */
    record Mark(String key, String label, Span span, Recognition recognition, boolean negated) {}

    /**
     * A part of the text as typed.
     *
     * @param from index of its first UTF-16 unit
     * @param to index behind its last one
     */
    record Span(int from, int to) {
        /** @throws IllegalArgumentException if it is empty or begins before the text */
        public Span {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("a span must hold something");
            }
        }
    }

    /** How words were understood; what is not exact should be shown as 按“保洁”查找. */
    enum Recognition {
        /** As typed, but for width, case and traditional characters. */
        EXACT,
        /** From pinyin, or the beginning of it. */
        PINYIN,
        /** From the first letters of the pinyin. */
        INITIALS,
        /** From characters that sound the same, or nearly, in Shandong. */
        HOMOPHONE,
        /** From a wrong, missing, added or swapped character or letter. */
        SLIP,
        /** From names that share characters with it; no more than a guess. The words stand in the rest too. */
        SIMILAR
    }

    /**
     * A trade and how surely it is meant.
     *
     * @param code the trade
     * @param weight more than 0, at most 1
     */
    record Weighted(OccupationCode code, double weight) {}

    /**
     * Work.
     *
     * @param mark what all chips have
     * @param name the name as we understood it, in plain form
     * @param occupations what it may mean, the most likely first, each once; never empty
     */
    record Trade(Mark mark, String name, List<Weighted> occupations) implements Chip {
        /** Copies the list. */
        public Trade {
            occupations = List.copyOf(occupations);
        }
    }

    /**
     * A place.
     *
     * @param mark what all chips have
     * @param name such as 任城区
     * @param towns codes of {@link org.mifeng.indexdata.reference.Towns}; never empty
     */
    record Place(Mark mark, String name, Set<String> towns) implements Chip {
        /** Copies the set. */
        public Place {
            towns = Set.copyOf(towns);
        }
    }

    /**
     * Not far from the person.
     *
     * @param mark what all chips have; a negated one does not occur
     * @param metres how far at most, 100 to 100,000; if no distance was said, 1,500 for on foot, 3,000 for nearby, 5,000 for
     *     near home
     */
    record Near(Mark mark, int metres) implements Chip {}

    /**
     * Pay of at least this much.
     *
     * @param mark what all chips have; a negated one does not occur
     * @param leastFen fen per unit, 1 to 10,000,000
     * @param unit what it is for: as said, else by the amount
     */
    record Pay(Mark mark, int leastFen, PayUnit unit) implements Chip {}

    /**
     * When pay is handed over.
     *
     * @param mark what all chips have
     * @param settlement the way of settlement
     */
    record Paid(Mark mark, Settlement settlement) implements Chip {}

    /**
     * Times of work.
     *
     * @param mark what all chips have
     * @param slots of the week
     * @param daysAhead the day, if one was said: 0 today, 1 tomorrow
     */
    record Slot(Mark mark, TimeSlots slots, OptionalInt daysAhead) implements Chip {}

    /**
     * A certificate that the person holds.
     *
     * @param mark what all chips have; a negated one does not occur, see {@link Demanded}
     * @param certificates a set of {@link org.mifeng.indexdata.reference.Certificates}, not empty
     */
    record Held(Mark mark, long certificates) implements Chip {}

    /**
     * A certificate that the job demands, or must not demand: who holds none wants work that needs none.
     *
     * @param mark what all chips have
     * @param certificates a set as above; 0, only if negated, for any
     */
    record Demanded(Mark mark, long certificates) implements Chip {}

    /**
     * What comes beside pay.
     *
     * @param mark what all chips have
     * @param benefits never empty
     */
    record Given(Mark mark, Set<Benefit> benefits) implements Chip {
        /** Copies the set. */
        public Given {
            benefits = Set.copyOf(benefits);
        }
    }

    /**
     * Work is wanted at once.
     *
     * @param mark what all chips have
     */
    record Urgent(Mark mark) implements Chip {}

    /**
     * A word that no table explains; a post may hold it.
     *
     * @param mark what all chips have
     * @param text in plain form
     */
    record Word(Mark mark, String text) implements Chip {}
}
