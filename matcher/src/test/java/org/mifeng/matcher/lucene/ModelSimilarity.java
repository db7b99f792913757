package org.mifeng.matcher.lucene;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.TextStatistics;

/** The model's BM25 as Lucene asks for it, in whole thousandths, for the baselines. */
final class ModelSimilarity extends Similarity {
    private final TextStatistics statistics;

    ModelSimilarity(TextStatistics statistics) {
        this.statistics = statistics;
    }

    @Override
    public long computeNorm(FieldInvertState state) {
        return SmallFloat.intToByte4(state.getLength());
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        int weight = statistics.inverseDocumentFrequencyMilli(terms[0].term().utf8ToString());
        return new SimScorer() {
            @Override
            public float score(float freq, long norm) {
                int length = SmallFloat.byte4ToInt((byte) norm);
                return RankingModel.termImpact(
                        weight, RankingModel.termCode((int) freq, length, statistics.averageLength()));
            }
        };
    }
}
