package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;

/**
 * Full text search as most would do it with Lucene: the text's terms as optional clauses, BM25, the best so many. It knows
 * no trade, place, filter nor freshness, and also finds posts that are closed.
 */
public final class PlainOr implements AutoCloseable {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** @param directory of a committed {@link LuceneCandidateIndex} */
    public PlainOr(Path directory) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(directory.resolve("posts")));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /** The numbers of the posts that the terms fit best, best first. */
    public List<Long> best(List<String> terms, int limit) throws IOException {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String term : terms) {
            words.add(new TermQuery(new Term(PostFields.TEXT, term)), BooleanClause.Occur.SHOULD);
        }
        List<Long> ids = new ArrayList<>(limit);
        for (ScoreDoc hit : searcher.search(words.build(), limit).scoreDocs) {
            ids.add(id(hit.doc));
        }
        return ids;
    }

    private long id(int doc) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        NumericDocValues ids = leaf.reader().getNumericDocValues(PostFields.ID);
        if (ids == null || !ids.advanceExact(doc - leaf.docBase)) {
            throw new IOException("a document has no number");
        }
        return ids.longValue();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
