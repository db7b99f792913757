package org.mifeng.indexdata.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a query asks for.
 *
 * @param chips what is asked for, in the order of the text; their spans do not overlap
 * @param switchedOff chips that were recognised but are switched off, in the order of the text
 * @param rest the words to look for in the text of posts, in plain form and separated by spaces: those of {@link Chip.Word}
 *     and {@link Chip.Recognition#SIMILAR}, and as typed those of chips that are switched off; nothing that is not wanted
 * @param remarks what a page should say beside the results
 */
public record QueryReading(List<Chip> chips, List<Chip> switchedOff, String rest, Set<Remark> remarks) {
    /** What a page should say beside the results. */
    public enum Remark {
        /** Only the first 400 characters were read. */
        CUT,
        /** A long number, which may be a phone or an ID number, was left out (P30). */
        LONG_NUMBER,
        /** There was text, but no letter or digit in it: emoji, punctuation, control characters. */
        UNREADABLE
    }

    /** Copies the collections. */
    public QueryReading {
        chips = List.copyOf(chips);
        switchedOff = List.copyOf(switchedOff);
        remarks = Set.copyOf(remarks);
    }

    /** The chips of one kind. */
    public <C extends Chip> Stream<C> all(Class<C> kind) {
        return chips.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The wanted chips of one kind. */
    public <C extends Chip> Stream<C> wanted(Class<C> kind) {
        return all(kind).filter(chip -> !chip.mark().negated());
    }

    /** The chips of one kind that are not wanted. */
    public <C extends Chip> Stream<C> unwanted(Class<C> kind) {
        return all(kind).filter(chip -> chip.mark().negated());
    }

    /** Whether nothing is asked for, so that any job will do. */
    public boolean isEmpty() {
        return chips.isEmpty() && rest.isEmpty();
    }
}
