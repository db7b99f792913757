package org.mifeng.matcher.ranking;

import java.util.List;

/**
 * The terms of a name to leave out: a post that has all of them in its title, or twice, is out, unless it has all of a denial's
 * there too.
 *
 * @param name its terms, at least one
 * @param denials the terms of each denial
 */
public record ExcludedTerms(List<String> name, List<List<String>> denials) {
    /** Copies the lists. */
    public ExcludedTerms {
        name = List.copyOf(name);
        denials = denials.stream().map(List::copyOf).toList();
    }
}
