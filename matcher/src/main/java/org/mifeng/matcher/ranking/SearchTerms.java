package org.mifeng.matcher.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.search.ExcludedName;
import org.mifeng.matcher.search.Search;

/**
 * What a search makes of words.
 *
 * @param scored the terms that are looked for, each once
 * @param leastMilli the text sum from which a post of another trade shares the words, thousandths; 0 if none need be
 *     shared
 * @param excluded the terms of each word to leave out; a post that has all of one word's is out
 * @param excludedNames the names to leave out
 */
record SearchTerms(
        List<String> scored, int leastMilli, List<List<String>> excluded, List<ExcludedTerms> excludedNames) {
    /** Copies the lists. */
    SearchTerms {
        scored = List.copyOf(scored);
        excluded = excluded.isEmpty()
                ? List.of()
                : excluded.stream().map(List::copyOf).toList();
        excludedNames = List.copyOf(excludedNames);
    }

    /** Of a match: nothing is required and nothing left out. */
    static SearchTerms ofMatch(List<String> terms) {
        return new SearchTerms(terms, 0, List.of(), List.of());
    }

    /**
     * Of a search. Terms that very many posts have are not looked for if another is left: they say nothing and cost most.
     * Nor is a word that no post had when the posts were counted.
     *
     * @throws InvalidFieldException if there is text without a word, and no trade was read from it
     */
    static SearchTerms ofSearch(Search search, String text, TextAnalysis analysis, TextStatistics statistics) {
        List<String> all = analysis.terms(text);
        check(text.isBlank() || !all.isEmpty() || !search.trades().isEmpty(), "text");
        List<String> telling = new ArrayList<>(all);
        telling.removeIf(statistics::isEverywhere);
        List<String> pairs = telling.isEmpty() ? all : telling;
        List<String> scored = new ArrayList<>(pairs);
        for (String word : analysis.words(text)) {
            if (statistics.isKnown(word) && !statistics.isEverywhere(word)) {
                scored.add(word);
            }
        }
        return new SearchTerms(
                scored,
                leastMilli(search, pairs, statistics),
                termsOfEach(search.filter().excludedWords(), analysis, "words"),
                search.filter().excludedNames().stream()
                        .map(name -> excluded(name, analysis))
                        .toList());
    }

    /** Two characters touch by chance, 保洁 in 环保洁具; more than two hardly ever do. */
    private static ExcludedTerms excluded(ExcludedName name, TextAnalysis analysis) {
        List<String> pairs = termsOfEach(Set.of(name.name()), analysis, "names").getFirst();
        return new ExcludedTerms(
                pairs.size() == 1 ? analysis.saying(name.name()) : List.of(),
                pairs,
                termsOfEach(name.denials(), analysis, "names"));
    }

    private static List<List<String>> termsOfEach(Set<String> words, TextAnalysis analysis, String field) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<List<String>> each = words.stream().map(analysis::terms).toList();
        check(each.stream().noneMatch(List::isEmpty), field);
        return each;
    }

    private static void check(boolean holds, String field) {
        if (!holds) {
            throw new InvalidFieldException(field, "must hold a word");
        }
    }

    /** Half of what the pairs of characters weigh: a word makes it easier to share them, never harder. */
    private static int leastMilli(Search search, List<String> pairs, TextStatistics statistics) {
        if (search.trades().isEmpty()) {
            return pairs.isEmpty() ? 0 : 1;
        }
        int all = 0;
        for (String pair : pairs) {
            all += statistics.inverseDocumentFrequencyMilli(pair);
        }
        return pairs.isEmpty() ? Integer.MAX_VALUE : Math.max(1, all / 2);
    }
}
