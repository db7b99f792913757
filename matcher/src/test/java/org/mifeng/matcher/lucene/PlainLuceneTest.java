package org.mifeng.matcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.Candidate;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.tck.Fixtures;
import org.mifeng.matcher.text.ChineseAnalyzer;

/** Lucene's own evaluation finds the list of the walk, or comparing their times would mean nothing. */
class PlainLuceneTest {
    private static final int POSTS = 3_000;

    @TempDir
    Path folder;

    @Test
    void itFindsTheListOfTheWalkAlsoAcrossSegmentsAndDeletes() throws Exception {
        RandomGenerator random = new SplittableRandom(7);
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, Fixtures.TREE)) {
            LongStream.rangeClosed(1, POSTS)
                    .forEach(id -> build.add(new IndexChange.PutJobPost(Fixtures.randomPost(random, id, 1))));
            build.finish(0);
        }
        try (LuceneCandidateIndex index = LuceneCandidateIndex.open(folder, Fixtures.TREE);
                ChineseAnalyzer analyzer = new ChineseAnalyzer()) {
            for (int batch = 1; batch <= 5; batch++) {
                List<IndexChange> changes = LongStream.range(0, 100)
                        .<IndexChange>mapToObj(i -> new IndexChange.PutJobPost(
                                Fixtures.randomPost(random, 1 + random.nextLong(POSTS + 100), 1_000 + i)))
                        .toList();
                index.apply(new IndexBatch(changes, batch));
            }
            index.commit();
            try (CandidateView view = index.acquire();
                    PlainLucene plain = new PlainLucene(folder, view.textStatistics(), Fixtures.TREE);
                    TermFloor floor = new TermFloor(folder, Fixtures.TREE)) {
                assertThat(view.size().segments()).isGreaterThan(1);
                for (int i = 0; i < 1_000; i++) {
                    MatchRequest request = Fixtures.randomRequest(random);
                    RankingQuery query = new RankingQuery(
                            RankingModel.CURRENT,
                            Fixtures.TREE,
                            request,
                            analyzer.terms(request.wish().text()));
                    assertThat(plain.best(query))
                            .isEqualTo(
                                    view.best(query).stream().map(Candidate::id).toList());
                    assertThat(floor.some(query)).hasSizeLessThanOrEqualTo(request.limit());
                }
            }
        }
    }
}
