package org.mifeng.indexdata.relevance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mifeng.indexdata.reference.PlainText;
import org.mifeng.indexdata.reference.TitleConcept;
import org.mifeng.indexdata.reference.WordTrie;

/** Finds the {@link TitleConcept}s of a title: of all ways to cut it, the one whose words are longest. */
final class ConceptReader {
    private final List<TitleConcept> concepts = TitleConcept.all();
    private final WordTrie trie = new WordTrie();
    private final List<List<Integer>> conceptsByWord = new ArrayList<>();

    ConceptReader() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int concept = 0; concept < concepts.size(); concept++) {
            for (String word : concepts.get(concept).words()) {
                int number = numbers.computeIfAbsent(PlainText.of(word), text -> {
                    trie.add(text, conceptsByWord.size());
                    conceptsByWord.add(new ArrayList<>());
                    return conceptsByWord.size() - 1;
                });
                conceptsByWord.get(number).add(concept);
            }
        }
    }

    /**
     * A concept that a title holds.
     *
     * @param number its place in the table
     * @param concept what it is
     * @param share 1, or less for a word of several meanings
     */
    record Found(int number, TitleConcept concept, double share) {}

    List<Found> in(String plain) {
        int length = plain.length();
        int[] best = new int[length + 1];
        int[] wordAt = new int[length];
        int[] endAt = new int[length];
        for (int from = length - 1; from >= 0; from--) {
            best[from] = best[from + 1];
            wordAt[from] = -1;
            int node = 0;
            for (int to = from; to < length; to++) {
                node = trie.child(node, plain.charAt(to));
                if (node == 0) {
                    break;
                }
                int size = to + 1 - from;
                if (trie.value(node) >= 0 && size * size + best[to + 1] > best[from] && !insideLatin(plain, from, to)) {
                    best[from] = size * size + best[to + 1];
                    wordAt[from] = trie.value(node);
                    endAt[from] = to + 1;
                }
            }
        }
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < length; at = wordAt[at] < 0 ? at + 1 : endAt[at]) {
            if (wordAt[at] >= 0) {
                List<Integer> meanings = conceptsByWord.get(wordAt[at]);
                for (int meaning : meanings) {
                    found.add(new Found(meaning, concepts.get(meaning), 1 / Math.sqrt(meanings.size())));
                }
            }
        }
        return found;
    }

    private static boolean insideLatin(String text, int from, int to) {
        return (from > 0 && isLatin(text.charAt(from - 1)) && isLatin(text.charAt(from)))
                || (to + 1 < text.length() && isLatin(text.charAt(to)) && isLatin(text.charAt(to + 1)));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
