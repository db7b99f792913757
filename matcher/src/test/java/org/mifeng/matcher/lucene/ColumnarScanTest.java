package org.mifeng.matcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.Candidate;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.tck.Fixtures;
import org.mifeng.matcher.text.ChineseAnalyzer;

/** The benchmark's baselines answer the same question, or comparing their times would mean nothing. */
class ColumnarScanTest {
    @TempDir
    Path folder;

    @Test
    void theBaselinesFindTheSamePosts() throws Exception {
        RandomGenerator random = new SplittableRandom(4);
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, Fixtures.TREE)) {
            for (int id = 1; id <= 2_000; id++) {
                build.add(new IndexChange.PutJobPost(Fixtures.randomPost(random, id, 1)));
            }
            build.finish(0);
        }
        try (LuceneCandidateIndex index = LuceneCandidateIndex.open(folder, Fixtures.TREE);
                ChineseAnalyzer analyzer = new ChineseAnalyzer();
                CandidateView view = index.acquire();
                NaiveFunctionScore naive = new NaiveFunctionScore(folder, view.textStatistics())) {
            ColumnarScan scan = new ColumnarScan(view);
            int same = 0;
            for (int i = 0; i < 500; i++) {
                MatchRequest request = Fixtures.randomRequest(random);
                RankingQuery query = new RankingQuery(
                        RankingModel.CURRENT,
                        Fixtures.TREE,
                        request,
                        analyzer.terms(request.wish().text()));
                assertThat(scan.best(query)).isEqualTo(view.best(query));
                if (query.forbidden()
                        || naive.best(query)
                                .equals(view.best(query).stream()
                                        .map(Candidate::id)
                                        .toList())) {
                    same++;
                }
            }
            // Lucene keeps scores as float: near ties may change places
            assertThat(same).isGreaterThan(450);
        }
    }
}
