package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.RankingQuery;

/**
 * The floor: the least that Lucene can be asked and still name twenty posts. Any twenty open posts of the first wished
 * trade, not the best: the trade's range of the sorted index with the open filter, one score for all, so that Lucene stops
 * as soon as it has them. A match can hardly be faster than this.
 */
public final class TermFloor implements AutoCloseable {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final SortedTrades trades;
    private final OccupationTree tree;

    /** @param directory of a committed {@link LuceneCandidateIndex} */
    public TermFloor(Path directory, OccupationTree tree) throws IOException {
        this.tree = tree;
        reader = DirectoryReader.open(FSDirectory.open(directory.resolve("posts")));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        trades = new SortedTrades(reader);
    }

    /** The numbers of some posts. */
    public List<Long> some(RankingQuery query) throws IOException {
        double[] closeness = tree.closenessTo(
                query.request().wish().occupations().stream().limit(1).toList());
        BooleanQuery open = new BooleanQuery.Builder()
                .add(trades.posts(closeness, value -> value == 1, 1), BooleanClause.Occur.MUST)
                .add(
                        NumericDocValuesField.newSlowExactQuery(PostFields.STATE, PostFields.OPEN),
                        BooleanClause.Occur.FILTER)
                .build();
        int limit = query.request().limit();
        List<Long> ids = new ArrayList<>(limit);
        for (ScoreDoc hit : searcher.search(open, new TopScoreDocCollectorManager(limit, limit)).scoreDocs) {
            ids.add(id(hit.doc));
        }
        return ids;
    }

    private long id(int doc) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            if (doc < leaf.docBase + leaf.reader().maxDoc()) {
                NumericDocValues ids = leaf.reader().getNumericDocValues(PostFields.ID);
                ids.advanceExact(doc - leaf.docBase);
                return ids.longValue();
            }
        }
        throw new IOException("no segment holds " + doc);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
