package org.mifeng.indexdata.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.title.TitleNormaliser;

/** Titles of any profession find titles that mean the same. */
class TitleRankTest {
    private static final TitleNormaliser NORMALISER = TitleNormaliser.ofReferenceTables();

    private static Path file(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(TitleRankTest.class.getResource(name)).toURI());
    }

    private static String best(String title, String... corpus) {
        return corpus[new TitleCorpus(NORMALISER, List.of(corpus)).rank(title).getFirst()];
    }

    @Test
    void theTestHalfIsRankedWell() throws Exception {
        RankFiles files = RankFiles.read(file("queries-test.tsv"), file("corpus.tsv"), file("qrels-test.txt"));
        assertThat(files.unknown()).isZero();
        RankEvaluation found = RankEvaluation.of(
                new TitleCorpus(NORMALISER, List.copyOf(files.corpus().values())), files);
        assertThat(found.queries()).isGreaterThanOrEqualTo(50);
        assertThat(found.map()).isGreaterThanOrEqualTo(0.93);
        assertThat(found.precisionAt5()).isGreaterThanOrEqualTo(0.70);
    }

    @Test
    void titlesThatShareNoCharacterAreFoundByTheirMeaning() {
        assertThat(best("会计", "工程监理", "财务核算", "设计")).isEqualTo("财务核算");
        assertThat(best("程序员", "成本核算员", "保险员", "软件开发")).isEqualTo("软件开发");
    }

    @Test
    void aTitleOutsideAllTablesIsFoundByItsCharacters() {
        assertThat(best("鹅颈瓶研磨匠", "占星人", "鹅颈瓶匠", "太阳鱼")).isEqualTo("鹅颈瓶匠");
    }

    @Test
    void theSameTitleComesFirstWhateverElseThereIs() throws Exception {
        RankFiles files = RankFiles.read(file("queries-test.tsv"), file("corpus.tsv"), file("qrels-test.txt"));
        List<String> titles = List.copyOf(files.corpus().values());
        TitleCorpus corpus = new TitleCorpus(NORMALISER, titles);
        for (String title : titles) {
            assertThat(titles.get(corpus.rank(title).getFirst())).isEqualTo(title);
        }
    }

    @Test
    void everyTitleIsRankedOnceWhateverIsAsked() {
        List<String> titles = List.of("会计", "", "😀", "厨师", "\u202e", "1234567890");
        TitleCorpus corpus = new TitleCorpus(NORMALISER, titles);
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            StringBuilder asked = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                asked.append((char) random.nextInt(0x10000));
            }
            assertThat(corpus.rank(asked.toString())).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        }
    }
}
