package org.mifeng.api.search;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mifeng.api.matching.JobLists;
import org.mifeng.api.matching.JobPage;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.api.search.Suggestions.Suggested;
import org.mifeng.indexdata.query.QueryReader;
import org.mifeng.indexdata.query.Typeahead;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.search.Criterion;
import org.mifeng.matcher.search.FacetCounts;

/** Answers searches: lists, counts and suggestions. */
@Singleton
final class Searches {
    /** More than one district has; a province's count stops here and says so. */
    private static final int MOST_COUNTED = 1_000_000;

    private static final int MOST_MEANT = 3;

    private final SearchReader reader;
    private final QueryReader queries;
    private final Typeahead typeahead;
    private final JobLists lists;

    Searches(SearchReader reader, QueryReader queries, Typeahead typeahead, JobLists lists) {
        this.reader = reader;
        this.queries = queries;
        this.typeahead = typeahead;
        this.lists = lists;
    }

    SearchPage page(SearchParameters said, FieldErrors errors, int limit, Optional<String> cursor) {
        AskedSearch asked = reader.read(said, said.q == null ? "" : said.q, errors);
        JobPage page = lists.page(asked.question(), limit, cursor);
        boolean empty = page.jobs().isEmpty() && page.nextCursor() == null && cursor.isEmpty();
        return new SearchPage(
                page,
                ChipView.of(asked.reading().chips()),
                ChipView.of(asked.reading().switchedOff()),
                asked.reading().remarks().stream().sorted().toList(),
                queries.didYouMean(asked.reading(), MOST_MEANT),
                asked.place().orElse(null),
                asked.metres(),
                empty ? hiding(asked).orElse(null) : null);
    }

    private Optional<SearchPage.Hiding> hiding(AskedSearch asked) {
        FacetCounts counts = lists.facets(asked.question(), MOST_COUNTED);
        return counts.hidden().entrySet().stream()
                .filter(entry -> entry.getValue().posts() > 0)
                .max(Map.Entry.<Criterion, FacetCounts.Count>comparingByValue(
                        (a, b) -> Integer.compare(a.posts(), b.posts())))
                .map(entry ->
                        SearchPage.Hiding.of(entry.getKey(), entry.getValue().posts(), counts.atLeast()));
    }

    SearchFacets facets(SearchParameters said) {
        AskedSearch asked = reader.read(said, said.q == null ? "" : said.q, new FieldErrors());
        return SearchFacets.of(lists.facets(asked.question(), MOST_COUNTED));
    }

    /** What completes the words and finds something under the other filters. */
    Suggestions suggest(SearchParameters said, FieldErrors errors, int most) {
        AskedSearch filtersAlone = reader.read(said, "", errors);
        String typed = said.q == null ? "" : said.q;
        Set<OccupationCode> trades = lists.trades(filtersAlone.question());
        List<Suggested> suggestions = typeahead.suggest(typed, 2 * most, code -> trades.contains(code) ? 1 : 0).stream()
                .filter(suggestion -> suggestion.occupation().isPresent() || finds(said, suggestion.text()))
                .limit(most)
                .map(suggestion -> new Suggested(
                        suggestion.text(),
                        suggestion.occupation().map(OccupationCode::value).orElse(null)))
                .toList();
        return new Suggestions(suggestions);
    }

    private boolean finds(SearchParameters said, String text) {
        return !lists.trades(reader.read(said, text, new FieldErrors()).question())
                .isEmpty();
    }
}
