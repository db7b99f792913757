package org.mifeng.indexdata.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mifeng.indexdata.query.Typeahead.Suggestion;
import org.mifeng.matcher.OccupationCode;

/** What is offered while a person types. */
class TypeaheadTest {
    private static final Typeahead TYPEAHEAD = QueryReader.standard().typeahead();

    private static List<String> suggested(String typed) {
        return TYPEAHEAD.suggest(typed, 8, code -> 1).stream()
                .map(Suggestion::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "保, 保安",
        "bao, 保安",
        "bj, 保洁",
        "baojie, 保洁",
        "bao jie, 保洁",
        "bao洁, 保洁",
        "骑手, 外卖骑手",
        "任城, 任城区",
        "sou, 收银员",
        "日, 日结"
    })
    void namesPlacesAndFiltersAreCompleted(String typed, String name) {
        assertThat(suggested(typed)).contains(name);
    }

    @Test
    void aTradeThatHasNothingLeftIsNotOffered() {
        OccupationCode guard = new OccupationCode("4-07-05-01");
        assertThat(TYPEAHEAD.suggest("保", 20, code -> code.equals(guard) ? 0 : 1))
                .noneMatch(suggestion ->
                        suggestion.occupation().filter(guard::equals).isPresent())
                .isNotEmpty();
    }

    @Test
    void oneTradeDoesNotFillTheList() {
        assertThat(TYPEAHEAD.suggest("b", 20, code -> 1).stream()
                        .flatMap(suggestion -> suggestion.occupation().stream())
                        .filter(new OccupationCode("4-09-08-01")::equals)
                        .count())
                .isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😀", "，", "\u202e", "0123456789", "保保保保保保保保保保保保保保保保保保保保保保保保保保保保保保"})
    void whatBeginsNoNameIsCompletedToNothing(String typed) {
        assertThat(suggested(typed)).isEmpty();
    }
}
