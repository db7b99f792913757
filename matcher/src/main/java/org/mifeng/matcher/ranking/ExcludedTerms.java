package org.mifeng.matcher.ranking;

import java.util.List;

/**
 * The terms of a name to leave out: a post that says it in the title, or twice, is out, unless it has all terms of a denial
 * there too. Of the words one is enough, two of them are twice; without words, for a name that no dictionary knows or that is
 * too long to stand anywhere by chance, the post must have all of the pairs.
 *
 * @param words those that say the name; empty if its pairs tell
 * @param pairs of its characters, at least one
 * @param denials the terms of each denial
 */
public record ExcludedTerms(List<String> words, List<String> pairs, List<List<String>> denials) {
    /** Copies the lists. */
    public ExcludedTerms {
        words = List.copyOf(words);
        pairs = List.copyOf(pairs);
        denials = denials.stream().map(List::copyOf).toList();
    }
}
