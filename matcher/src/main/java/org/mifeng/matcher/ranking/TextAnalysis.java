package org.mifeng.matcher.ranking;

import java.util.List;

/** How text becomes the terms that an index holds. */
public interface TextAnalysis {
    /** The pairs of characters of a text, each once, in the order in which they are to be scored. */
    List<String> terms(String text);

    /** The words of a text that count as one, as terms, each once, in a fixed order. */
    List<String> words(String text);

    /**
     * The words that say a name, as terms: a text says it as often as it has them together.
     *
     * @return empty if no dictionary knows the name
     */
    List<String> saying(String name);
}
