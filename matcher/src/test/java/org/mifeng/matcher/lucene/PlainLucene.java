package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;
import org.mifeng.matcher.Part;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.PostFacts;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.spi.Candidate;

/**
 * The best we know how to do with Lucene's own query evaluation, without a walk of our own; exact.
 *
 * <ul>
 *   <li>Lucene sees the two parts it is made for: the words, as postings with impacts, and the closeness of trades, as
 *       one constant-score clause for each level of closeness over ranges of the sorted index.
 *   <li>The rest comes from primitive columns in an own collector, the distance first, which rules out most.
 *   <li>The collector feeds the bound back: what Lucene sees must reach the 20th rank less the most that it cannot see in
 *       a level, {@link Scorable#setMinCompetitiveScore}.
 *   <li>Closed posts are the last of each segment; scoring ends before the first.
 *   <li>The closest trades are searched first, for they make the threshold.
 * </ul>
 *
 * <p>The text part is concave in the sum of impacts while Lucene only adds, so Lucene gets a tangent, which is nowhere
 * below. All it adds are whole numbers below 2^24, so that a score taken apart gives the exact sum of impacts back.
 */
public final class PlainLucene implements AutoCloseable {
    /** More would not be exact in a {@code float} together with the words. */
    private static final double MOST_UNITS = 4e6;

    /** Where the tangent touches, as a share of the most the words can give; found by trying. */
    private static final double TANGENT_AT = 0.5;

    private static final double ROUNDING = 1e-9;
    private static final double MOST_RANK = 1.1;
    private static final int MOST_CODE = 255;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final TextStatistics statistics;
    private final OccupationTree tree;
    private final SortedTrades trades;
    private final List<PostView> segments = new ArrayList<>();
    private final TradeBest[] bestOfTrade;

    /** @param directory of a committed {@link LuceneCandidateIndex} */
    public PlainLucene(Path directory, TextStatistics statistics, OccupationTree tree) throws IOException {
        this.statistics = statistics;
        this.tree = tree;
        reader = DirectoryReader.open(FSDirectory.open(directory.resolve("posts")));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        searcher.setSimilarity(new ModelSimilarity(statistics));
        trades = new SortedTrades(reader);
        PostSegment.Source source = new PostSegment.Source(tree.trades(), () -> new TermCodes(statistics));
        for (LeafReaderContext leaf : reader.leaves()) {
            segments.add(new PostView(source.read(leaf.reader()), leaf.reader().getLiveDocs()));
        }
        bestOfTrade = new TradeBest[tree.trades().size()];
        Arrays.setAll(bestOfTrade, trade -> new TradeBest());
        for (PostView view : segments) {
            PostRows posts = view.segment().posts;
            for (int doc = 0; doc < posts.count; doc++) {
                bestOfTrade[posts.occupation(doc)].add(posts, doc);
            }
        }
    }

    /** The numbers of the best posts, best first. */
    public List<Long> best(RankingQuery query) throws IOException {
        if (query.forbidden()) {
            return List.of();
        }
        double[] closeness = tree.closenessTo(query.request().wish().occupations());
        Search search = new Search(query, closeness, Tangent.of(query, statistics));
        collect(search, search.closest(), true);
        collect(search, search.others(), false);
        return search.ids();
    }

    private void collect(Search search, Query seen, boolean closest) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(seen), ScoreMode.TOP_SCORES, 1);
        for (int number = 0; number < segments.size(); number++) {
            SortedTrades.Leaf leaf = trades.leaves().get(number);
            BulkScorer scorer = weight.bulkScorer(leaf.context());
            if (scorer != null) {
                PostView segment = segments.get(number);
                scorer.score(search.collector(number, closest), segment.live(), 0, segment.segment().posts.count);
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /**
     * A straight line that is nowhere below the text part, and a unit in which its slope is one per thousandth of impact.
     *
     * @param base the line at zero, as part of the score
     * @param perMilli its slope, as part of the score
     */
    private record Tangent(double base, double perMilli) {
        static Tangent of(RankingQuery query, TextStatistics statistics) {
            RankingModel model = RankingModel.CURRENT;
            double mostMilli = 0;
            for (String term : query.terms()) {
                mostMilli += RankingModel.termImpact(statistics.inverseDocumentFrequencyMilli(term), MOST_CODE);
            }
            double half = 1_000 * model.halfText();
            double weight = query.weight(Part.TEXT);
            // flat enough to be tight for posts with many words, steep enough for whole numbers in a float
            double flattest = MOST_RANK / MOST_UNITS;
            double at = Math.min(mostMilli * TANGENT_AT, Math.max(0, Math.sqrt(weight * half / flattest) - half));
            double slope = half / ((at + half) * (at + half));
            return new Tangent(weight * (at / (at + half) - slope * at), weight * slope);
        }

        int units(double score) {
            return (int) Math.ceil(score / perMilli);
        }
    }

    /** The best of every fact among the open posts of a trade. */
    private static final class TradeBest {
        private int fenPerHour;
        private int settlements;
        private long confirmedAt;
        private int vacancyPercent;
        private int trustPercent;
        private int welcomes;

        void add(PostRows posts, int doc) {
            fenPerHour = Math.max(fenPerHour, posts.fenPerHour(doc));
            settlements |= 1 << posts.settlement(doc);
            confirmedAt = Math.max(confirmedAt, posts.confirmedAt(doc));
            vacancyPercent = Math.max(vacancyPercent, posts.vacancyPercent(doc));
            trustPercent = Math.max(trustPercent, posts.trustPercent(doc));
            welcomes |= posts.welcomes(doc);
        }
    }

    private final class Search {
        private final RankingQuery query;
        private final double[] closeness;
        private final Tangent tangent;
        private final int[] units;
        private final TopPosts best;
        private final double[] ceilings;
        private final double closest;
        private final double halfMetres;

        Search(RankingQuery query, double[] closeness, Tangent tangent) {
            this.query = query;
            this.closeness = closeness;
            this.tangent = tangent;
            best = new TopPosts(query.request());
            closest = Arrays.stream(closeness).max().orElse(0);
            halfMetres = query.request().wish().travel().halfDistanceMetres();
            ceilings = ceilings();
            units = Arrays.stream(ceilings).mapToInt(tangent::units).toArray();
        }

        /**
         * For each trade what a post of it can reach without a word: closeness, and the best that Lucene cannot
         * see among all posts of trades of the same closeness, so that a level of closeness stays one clause.
         */
        private double[] ceilings() {
            Map<Double, Double> most = new HashMap<>();
            for (int trade = 0; trade < closeness.length; trade++) {
                TradeBest facts = bestOfTrade[trade];
                double ceiling = query.score(new PostFacts(
                        trade,
                        0,
                        0,
                        facts.fenPerHour,
                        1,
                        query.settled(facts.settlements),
                        facts.confirmedAt,
                        facts.vacancyPercent,
                        facts.trustPercent,
                        query.help(facts.welcomes),
                        query.wantedEmployers().length > 0 ? 1 : query.usualHistory()));
                most.merge(closeness[trade], ceiling + query.spreadWidth(), Math::max);
            }
            double[] ceilings = new double[closeness.length];
            for (int i = 0; i < ceilings.length; i++) {
                ceilings[i] = most.getOrDefault(closeness[i], 0.0);
            }
            return ceilings;
        }

        /** Where the threshold comes from: the closest trades, whatever words they share. */
        BooleanQuery closest() {
            double level = closest;
            return words(new BooleanQuery.Builder()
                            .add(
                                    trades.posts(closeness, value -> value == level, units(level)),
                                    BooleanClause.Occur.MUST))
                    .build();
        }

        /** The other trades: every open post belongs to one level, so none is missed. */
        BooleanQuery others() {
            BooleanQuery.Builder levels = new BooleanQuery.Builder();
            Arrays.stream(closeness)
                    .distinct()
                    .filter(level -> level != closest)
                    .forEach(level -> levels.add(
                            trades.posts(closeness, value -> value == level, units(level)),
                            BooleanClause.Occur.SHOULD));
            return words(levels).build();
        }

        private BooleanQuery.Builder words(BooleanQuery.Builder parts) {
            for (String term : query.terms()) {
                parts.add(new TermQuery(new Term(PostFields.TEXT, term)), BooleanClause.Occur.SHOULD);
            }
            return parts;
        }

        private int units(double level) {
            for (int i = 0; i < units.length; i++) {
                if (closeness[i] == level) {
                    return units[i];
                }
            }
            return 0;
        }

        LeafCollector collector(int number, boolean ofClosest) {
            PostRows posts = segments.get(number).segment().posts;
            return new LeafCollector() {
                private Scorable scorer = new Scorable() {
                    @Override
                    public float score() {
                        return 0;
                    }
                };

                @Override
                public void setScorer(Scorable next) throws IOException {
                    scorer = next;
                    feedBack();
                }

                @Override
                public void collect(int doc) throws IOException {
                    int trade = posts.occupation(doc);
                    if ((closeness[trade] == closest) != ofClosest) {
                        return;
                    }
                    int words = (int) scorer.score() - units[trade];
                    double before = best.threshold();
                    offer(number, doc, words);
                    if (best.threshold() > before) {
                        feedBack();
                    }
                }

                private void feedBack() throws IOException {
                    // one unit of slack for the rounding of the sum
                    double least = (best.threshold() - tangent.base()) / tangent.perMilli() - 1;
                    if (least > 0) {
                        scorer.setMinCompetitiveScore((float) Math.floor(least));
                    }
                }
            };
        }

        private void offer(int number, int doc, int words) {
            PostSegment segment = segments.get(number).segment();
            PostRows posts = segment.posts;
            double metres = posts.metresFrom(query.start(), doc);
            int trade = posts.occupation(doc);
            // most posts fall here, before their other columns are read
            if (ceilings[trade]
                            - query.weight(Part.PROXIMITY) * (1 - RankingModel.proximity(metres, halfMetres))
                            + query.weight(Part.TEXT) * RankingModel.text(words, RankingModel.CURRENT.halfText())
                            + ROUNDING
                    < best.threshold()) {
                return;
            }
            if (!posts.isLawful(doc, query) || !posts.passes(doc, query, metres)) {
                return;
            }
            double score = query.score(posts.facts(query, doc, words, metres));
            double rank = query.rank(score, posts.id(doc), posts.openingsLeft(doc));
            if (rank >= best.threshold() && query.behindCursor(rank, posts.id(doc))) {
                best.offer(new TopPosts.Found(rank, posts.id(doc), posts.employer(doc), number, doc, words));
            }
        }

        List<Long> ids() {
            return best.candidates(query, segments).stream().map(Candidate::id).toList();
        }
    }
}
