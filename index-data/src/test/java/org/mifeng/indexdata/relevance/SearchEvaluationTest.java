package org.mifeng.indexdata.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.title.TitleEvaluation.Labelled;
import org.mifeng.matcher.OccupationCode;

/** That the measures of searches count as they say. */
class SearchEvaluationTest {
    private static final OccupationCode GUARD = new OccupationCode("4-07-05-01");
    private static final OccupationCode SAME_GROUP = new OccupationCode("4-07-05-02");
    private static final OccupationCode COOK = new OccupationCode("4-03-02-01");

    @Test
    void aPostOfTheSameSmallGroupCountsHalf() {
        List<Labelled> posts =
                List.of(new Labelled("a", COOK), new Labelled("b", SAME_GROUP), new Labelled("c", GUARD));
        List<Labelled> query = List.of(new Labelled("保安", GUARD));
        SearchEvaluation best = SearchEvaluation.of(text -> List.of(2, 1, 0), posts, query);
        assertThat(best.ndcgAt10()).isEqualTo(1);
        assertThat(best.successAt1()).isEqualTo(1);
        SearchEvaluation other = SearchEvaluation.of(text -> List.of(1, 2), posts, query);
        assertThat(other.ndcgAt10())
                .isCloseTo(
                        SearchEvaluation.discounted(Stream.of(0.5, 1.0))
                                / SearchEvaluation.discounted(Stream.of(1.0, 0.5)),
                        within(1e-9))
                .isLessThan(1);
        assertThat(other.successAt1()).isZero();
        assertThat(other.recallAt50()).isEqualTo(1);
    }

    @Test
    void aQueryThatFindsNothingIsCounted() {
        List<Labelled> posts = List.of(new Labelled("a", GUARD));
        List<Labelled> queries = List.of(new Labelled("x", GUARD), new Labelled("y", COOK));
        SearchEvaluation found = SearchEvaluation.of(text -> text.equals("x") ? List.of(0) : List.of(), posts, queries);
        assertThat(found.zeroResultRate()).isEqualTo(0.5);
        assertThat(found.answerable()).isEqualTo(1);
        assertThat(found.ndcgAt10()).isEqualTo(1);
    }
}
