package org.mifeng.matcher.tck;

import java.util.List;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;

class ExhaustiveSeekersTest extends SeekerContract {
    @Override
    protected CandidateIndex open(List<IndexChange> puts) {
        ExhaustiveCandidateIndex index = new ExhaustiveCandidateIndex(Fixtures.TREE, TextStatistics.NONE);
        index.apply(new IndexBatch(puts, 0));
        return index;
    }
}
