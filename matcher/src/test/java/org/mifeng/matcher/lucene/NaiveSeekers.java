package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.mifeng.matcher.TravelMode;
import org.mifeng.matcher.ranking.SeekerFacts;
import org.mifeng.matcher.ranking.SeekerQuery;

/** {@link NaiveFunctionScore} for seekers: Lucene sums the words, the rest is read from doc values for every active one. */
public final class NaiveSeekers implements AutoCloseable {
    private static final Sort BEST = new Sort(SortField.FIELD_SCORE, new SortField(PostFields.ID, SortField.Type.LONG));

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** @param directory of a committed {@link LuceneCandidateIndex} */
    public NaiveSeekers(Path directory) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(directory.resolve("seekers")));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /** The numbers of the best seekers, best first. */
    public List<Long> best(SeekerQuery query) throws IOException {
        List<Query> words = new ArrayList<>();
        for (int term = 0; term < query.terms().size(); term++) {
            words.add(new BoostQuery(
                    new ConstantScoreQuery(new TermQuery(
                            new Term(PostFields.TEXT, query.terms().get(term)))),
                    query.impactMilli(term)));
        }
        List<Long> ids = new ArrayList<>();
        if (query.forbidden()) {
            return ids;
        }
        Query scored = DocValuesScore.query(SeekerFields.ACTIVE, words, segment -> scores(query, segment));
        for (ScoreDoc hit : searcher.search(scored, query.request().limit(), BEST).scoreDocs) {
            Object[] sortedBy = ((FieldDoc) hit).fields;
            if ((float) sortedBy[0] > 0) {
                ids.add((long) sortedBy[1]);
            }
        }
        return ids;
    }

    private static DocValuesScore.OfDocument scores(SeekerQuery query, LeafReader segment) throws IOException {
        NumericDocValues[] facts = DocValuesScore.numbers(
                segment,
                PostFields.X,
                PostFields.Y,
                PostFields.Z,
                SeekerFields.TRAVEL,
                SeekerFields.MAX_DISTANCE,
                PostFields.SLOTS,
                SeekerFields.SETTLEMENTS,
                SeekerFields.FLOOR,
                PostFields.CERTIFICATES,
                SeekerFields.BORN_ON,
                SeekerFields.HELP_GROUPS);
        SortedNumericDocValues wishes = DocValues.getSortedNumeric(segment, SeekerFields.WISHES);
        SortedNumericDocValues wanted = DocValues.getSortedNumeric(segment, SeekerFields.WANTED);
        SortedNumericDocValues blocked = DocValues.getSortedNumeric(segment, SeekerFields.BLOCKED);
        SortedNumericDocValues dismissed = DocValues.getSortedNumeric(segment, SeekerFields.DISMISSED);
        long employer = query.request().post().employerId();
        long post = query.request().post().id();
        return (doc, words) -> {
            if (!DocValuesScore.advance(facts, doc) || !passes(query, facts) || has(blocked, doc, employer)) {
                return 0;
            }
            return query.score(new SeekerFacts(
                    closeness(query, wishes, doc),
                    words,
                    metres(query, facts),
                    TravelMode.values()[(int) facts[3].longValue()].halfDistanceMetres(),
                    (int) Math.abs(facts[7].longValue()),
                    query.time((int) facts[5].longValue()),
                    query.settled((int) facts[6].longValue()),
                    query.help((int) facts[10].longValue()),
                    query.history(has(dismissed, doc, post), has(wanted, doc, employer))));
        };
    }

    private static boolean passes(SeekerQuery query, NumericDocValues[] facts) throws IOException {
        return query.timesFit((int) facts[5].longValue())
                && query.payAllowed((int) Math.max(0, facts[7].longValue()))
                && query.holds(facts[8].longValue())
                && query.ageAllowed((int) facts[9].longValue())
                && query.wayAllowed(metres(query, facts), (int) facts[4].longValue());
    }

    private static double metres(SeekerQuery query, NumericDocValues[] facts) throws IOException {
        return query.place()
                .metresTo(DocValuesScore.real(facts[0]), DocValuesScore.real(facts[1]), DocValuesScore.real(facts[2]));
    }

    private static double closeness(SeekerQuery query, SortedNumericDocValues wishes, int doc) throws IOException {
        if (!wishes.advanceExact(doc)) {
            return query.closeness(SeekerQuery.ANY_OCCUPATION);
        }
        double closest = 0;
        for (int i = wishes.docValueCount(); i > 0; i--) {
            closest = Math.max(closest, query.closeness((int) wishes.nextValue()));
        }
        return closest;
    }

    private static boolean has(SortedNumericDocValues numbers, int doc, long number) throws IOException {
        boolean has = false;
        if (numbers.advanceExact(doc)) {
            for (int i = numbers.docValueCount(); i > 0; i--) {
                has |= numbers.nextValue() == number;
            }
        }
        return has;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
