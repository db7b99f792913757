package org.mifeng.matcher.tck;

import java.util.List;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;

class ExhaustiveCandidateIndexTest extends CandidateIndexContract {
    @Override
    protected CandidateIndex open(List<JobPost> posts) {
        ExhaustiveCandidateIndex index = new ExhaustiveCandidateIndex(Fixtures.TREE, TextStatistics.NONE);
        index.apply(new IndexBatch(
                posts.stream().<IndexChange>map(IndexChange.PutJobPost::new).toList(), 0));
        return index;
    }
}
