package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.ranking.PostFacts;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.ranking.TextStatistics;

/**
 * The baseline that most applications would write: Lucene finds and sums the words, a {@code FunctionScoreQuery} reads
 * the rest from doc values for every open post. Scores are the model's, so the lists must be the same but for
 * {@code float} rounding.
 */
public final class NaiveFunctionScore implements AutoCloseable {
    /** What an application fetches to have enough left when no employer may have more than two of the first ten. */
    private static final int SURPLUS = 3;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** @param directory of a committed {@link LuceneCandidateIndex} */
    public NaiveFunctionScore(Path directory, TextStatistics statistics) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(directory.resolve("posts")));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        searcher.setSimilarity(new ModelSimilarity(statistics));
    }

    /** The numbers of the best posts, best first. */
    public List<Long> best(RankingQuery query) throws IOException {
        List<Query> words = new ArrayList<>();
        for (String term : query.terms()) {
            words.add(new TermQuery(new Term(PostFields.TEXT, term)));
        }
        int limit = query.request().limit();
        ScoreDoc[] found = searcher.search(
                        DocValuesScore.query(PostFields.OPEN, words, segment -> scores(query, segment)),
                        SURPLUS * limit)
                .scoreDocs;
        Map<Long, Integer> ofEmployer = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        List<Long> later = new ArrayList<>();
        for (ScoreDoc hit : found) {
            if (hit.score > 0) {
                boolean head = ids.size() < MatchRequest.HEAD;
                int earlier = ofEmployer.merge(value(hit.doc, PostFields.EMPLOYER), 1, Integer::sum) - 1;
                (head && earlier >= MatchRequest.MOST_OF_ONE_EMPLOYER ? later : ids).add(value(hit.doc, PostFields.ID));
            }
        }
        ids.addAll(Math.min(MatchRequest.HEAD, ids.size()), later);
        return ids.subList(0, Math.min(limit, ids.size()));
    }

    private long value(int doc, String field) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            if (doc < leaf.docBase + leaf.reader().maxDoc()) {
                NumericDocValues values = leaf.reader().getNumericDocValues(field);
                values.advanceExact(doc - leaf.docBase);
                return values.longValue();
            }
        }
        throw new IOException("no segment holds " + doc);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static DocValuesScore.OfDocument scores(RankingQuery query, LeafReader segment) throws IOException {
        NumericDocValues[] facts = DocValuesScore.numbers(
                segment,
                PostFields.X,
                PostFields.Y,
                PostFields.Z,
                PostFields.FLAGS,
                PostFields.VALID_UNTIL,
                PostFields.CERTIFICATES,
                PostFields.SLOTS,
                PostFields.FEN_PER_HOUR,
                PostFields.AGES,
                PostFields.OCCUPATION,
                PostFields.SETTLEMENT,
                PostFields.CONFIRMED_AT,
                PostFields.ID,
                PostFields.EMPLOYER,
                PostFields.VACANCY,
                PostFields.TRUST,
                PostFields.WELCOMES,
                PostFields.OPENINGS_LEFT);
        return (doc, words) -> DocValuesScore.advance(facts, doc) ? score(query, facts, words) : 0;
    }

    private static double score(RankingQuery query, NumericDocValues[] facts, int bm25Milli) throws IOException {
        int flags = (int) facts[3].longValue();
        int fen = (int) facts[7].longValue();
        int ages = (int) facts[8].longValue();
        double metres = query.start()
                .metresTo(DocValuesScore.real(facts[0]), DocValuesScore.real(facts[1]), DocValuesScore.real(facts[2]));
        boolean passes = facts[4].longValue() > query.nowSecond()
                && query.holds(facts[5].longValue())
                && query.timesFit((int) facts[6].longValue(), (flags & PostFields.FLAG_SHIFT_FIXED) != 0)
                && query.payAllowed(fen)
                && query.ageAllowed(ages & 0xFF, ages >>> 8, (flags & PostFields.FLAG_HAZARDOUS_OR_UNKNOWN) != 0)
                && query.wayAllowed(metres, (flags & PostFields.FLAG_LIMIT_LIFTED) != 0);
        if (!passes || query.blocked(facts[13].longValue())) {
            return 0;
        }
        double score = query.score(new PostFacts(
                (int) facts[9].longValue(),
                bm25Milli,
                metres,
                fen,
                query.time((int) facts[6].longValue()),
                query.settled(1 << facts[10].longValue()),
                facts[11].longValue(),
                (int) facts[14].longValue(),
                (int) facts[15].longValue(),
                query.help((int) facts[16].longValue()),
                query.history(facts[12].longValue(), facts[13].longValue())));
        return query.rank(score, facts[12].longValue(), (int) facts[17].longValue());
    }
}
