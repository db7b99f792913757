package org.mifeng.matcher.tck;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.mifeng.matcher.occupation.Dictionary;

/** A dictionary that cuts in the simplest way: from left to right, the longest word first. */
record LongestWords(List<String> longestFirst) implements Dictionary {
    static Dictionary of(Collection<String> words) {
        return new LongestWords(words.stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
                .toList());
    }

    @Override
    public String digest() {
        return Integer.toHexString(longestFirst.hashCode());
    }

    @Override
    public void cut(String text, Consumer<String> words) {
        for (int at = 0; at < text.length(); ) {
            int from = at;
            String found = longestFirst.stream()
                    .filter(word -> text.startsWith(word, from))
                    .findFirst()
                    .orElse("");
            if (!found.isEmpty()) {
                words.accept(found);
            }
            at += Math.max(1, found.length());
        }
    }

    @Override
    public List<String> saying(String name) {
        return longestFirst.contains(name)
                ? longestFirst.stream().filter(word -> word.contains(name)).toList()
                : List.of();
    }
}
