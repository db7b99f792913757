package org.mifeng.matcher.ranking;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of a text.
 *
 * @param frequencies how often each term occurs, positive
 * @param length of the text in terms, as an index keeps it
 */
public record WordCounts(Map<String, Integer> frequencies, int length) {
    /** Copies the map, sorted by term. */
    public WordCounts {
        frequencies = Collections.unmodifiableMap(new TreeMap<>(frequencies));
    }
}
