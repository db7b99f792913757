package org.mifeng.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.relevance.SearchEvaluation;
import org.mifeng.indexdata.title.LabelledTitles;
import org.mifeng.indexdata.title.TitleEvaluation.Labelled;
import org.mifeng.indexdata.title.TitleNormaliser;

/** Floors on our own labelled queries, asked of the labelled titles. The test half is not looked at when words change. */
class SearchQualityTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    private static List<Labelled> read(String name, String column) throws Exception {
        return LabelledTitles.read(
                Path.of(Objects.requireNonNull(SearchQualityTest.class.getResource(name))
                        .toURI()),
                column);
    }

    @Test
    void queriesOfTheTestHalfFindPosts() throws Exception {
        List<Labelled> posts = new ArrayList<>(read("/org/mifeng/indexdata/title/titles-tuning.csv", "title"));
        posts.addAll(read("/org/mifeng/indexdata/title/titles-test.csv", "title"));
        SearchEvaluation found;
        try (SearchedTitles titles = new SearchedTitles(
                TitleNormaliser.ofReferenceTables(),
                posts.stream().map(Labelled::title).toList(),
                NOW)) {
            found = SearchEvaluation.of(
                    titles::search, posts, read("/org/mifeng/indexdata/query/queries-test.csv", "query"));
        }
        assertThat(found.ndcgAt10()).isGreaterThanOrEqualTo(0.79);
        assertThat(found.recallAt50()).isGreaterThanOrEqualTo(0.90);
        assertThat(found.successAt1()).isGreaterThanOrEqualTo(0.85);
        assertThat(found.zeroResultRate()).isLessThanOrEqualTo(0.03);
    }

    @Test
    void whatIsNotWantedIsNotFound() {
        List<String> posts = List.of("保洁员", "学校保洁员", "保安", "夜班装卸工", "酒店保洁员");
        try (SearchedTitles titles = new SearchedTitles(TitleNormaliser.ofReferenceTables(), posts, NOW)) {
            assertThat(titles.search("不要保洁")).containsExactlyInAnyOrder(2, 3);
            assertThat(titles.search("保洁，不要学校")).doesNotContain(1).startsWith(0);
            assertThat(titles.search("装卸工不要夜班")).startsWith(3);
        }
    }

    @Test
    void whoSaysInTheTitleThatItIsNotWhatIsNotWantedIsFound() {
        List<String> posts = List.of("客服专员", "客服 非销售", "电话客服（不做销售）", "客服 销售");
        try (SearchedTitles titles = new SearchedTitles(TitleNormaliser.ofReferenceTables(), posts, NOW)) {
            assertThat(titles.search("客服 不要销售")).containsExactlyInAnyOrder(0, 1, 2);
        }
    }

    @Test
    void whoseNameOnlyTouchesWhatIsNotWantedIsFound() {
        List<String> posts = List.of("环保洁具店员", "必胜客服务员", "酒店保洁员", "物业客服");
        try (SearchedTitles titles = new SearchedTitles(TitleNormaliser.ofReferenceTables(), posts, NOW)) {
            assertThat(titles.search("不要保洁")).containsExactlyInAnyOrder(0, 1, 3);
            assertThat(titles.search("不要客服")).containsExactlyInAnyOrder(0, 1, 2);
        }
    }

    @Test
    void wordsThatSayNothingFindNothing() {
        try (SearchedTitles titles = new SearchedTitles(TitleNormaliser.ofReferenceTables(), List.of("保安"), NOW)) {
            assertThat(titles.search("😀")).isEmpty();
            assertThat(titles.search(" ")).isEmpty();
            assertThat(titles.search("看大门的保安")).containsExactly(0);
        }
    }
}
