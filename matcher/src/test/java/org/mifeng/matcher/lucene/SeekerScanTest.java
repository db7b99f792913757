package org.mifeng.matcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.SeekerRequest;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.spi.SeekerCandidate;
import org.mifeng.matcher.tck.Fixtures;
import org.mifeng.matcher.text.ChineseAnalyzer;

/** The benchmark's baseline answers the same question, or comparing their times would mean nothing. */
class SeekerScanTest {
    @TempDir
    Path folder;

    @Test
    void theScanAndTheNaiveQueryFindTheSameSeekers() throws IOException {
        RandomGenerator random = new SplittableRandom(4);
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, Fixtures.TREE)) {
            for (int id = 1; id <= 5_000; id++) {
                build.add(new IndexChange.PutSeeker(Fixtures.randomSeeker(random, id, 1)));
            }
            build.finish(0);
        }
        try (LuceneCandidateIndex index = LuceneCandidateIndex.open(folder, Fixtures.TREE);
                NaiveSeekers naive = new NaiveSeekers(folder);
                ChineseAnalyzer analyzer = new ChineseAnalyzer();
                CandidateView view = index.acquire()) {
            SeekerScan scan = new SeekerScan(view);
            int found = 0;
            int same = 0;
            for (int i = 0; i < 500; i++) {
                JobPost post = Fixtures.randomPost(random, 1 + random.nextInt(3_000), 1);
                SeekerQuery query = new SeekerQuery(
                        RankingModel.CURRENT,
                        Fixtures.TREE,
                        new SeekerRequest(post, Fixtures.NOW, 50, Optional.empty()),
                        analyzer.count(post.title(), post.title(), post.body()),
                        view.textStatistics());
                assertThat(scan.best(query)).isEqualTo(view.bestSeekers(query));
                found += view.bestSeekers(query).size();
                same += naive.best(query)
                                .equals(scan.best(query).stream()
                                        .map(SeekerCandidate::id)
                                        .toList())
                        ? 1
                        : 0;
            }
            // its scores are float, so that two seekers may change places
            assertThat(same).isGreaterThan(470);
            assertThat(found).isGreaterThan(1_000);
        }
    }
}
