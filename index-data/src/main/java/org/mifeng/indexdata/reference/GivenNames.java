package org.mifeng.indexdata.reference;

import java.util.List;

/**
 * The characters that given names of one sex and generation are put together from.
 *
 * @param male for men, otherwise for women
 * @param bornFrom first year of birth; holds until the next generation begins
 * @param first characters
 * @param second characters
 */
public record GivenNames(boolean male, int bornFrom, List<String> first, List<String> second) {
    /** Copies the lists. */
    public GivenNames {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }
}
