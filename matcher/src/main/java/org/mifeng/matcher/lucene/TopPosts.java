package org.mifeng.matcher.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.ranking.PostFacts;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.Candidate;

/**
 * The best posts so far, in the order in which they will be shown: first the head, which employers share (F4), then by
 * rank. Better is a higher rank, then a lower number.
 *
 * <p>Keeps the best of all, and the best with at most so many of one employer; the page is made of both. What is worse
 * than the worst of both cannot be on it.
 */
final class TopPosts {
    private final int limit;
    private final PriorityQueue<Found> best;
    private final SharedHead head;
    private double threshold = Double.NEGATIVE_INFINITY;

    TopPosts(MatchRequest request) {
        limit = request.limit();
        best = new PriorityQueue<>(limit + 1, Found.WORST_FIRST);
        head = new SharedHead(request.after().head(), request.sharesHead() ? limit : 0);
    }

    /** One that was found. */
    record Found(double rank, long id, long employer, int segment, int doc, int bm25Milli)
            implements Comparable<Found> {
        private static final Comparator<Found> WORST_FIRST = Comparator.reverseOrder();

        @Override
        public int compareTo(Found other) {
            int byRank = Double.compare(other.rank, rank);
            return byRank != 0 ? byRank : Long.compare(id, other.id);
        }
    }

    /** A post must rank at least this to be wanted. */
    double threshold() {
        return threshold;
    }

    void offer(Found found) {
        best.add(found);
        if (best.size() > limit) {
            best.poll();
        }
        head.offer(found);
        if (best.size() == limit) {
            threshold = Math.min(best.element().rank(), head.threshold());
        }
    }

    /** What was found, in the order of showing, with the values of its parts. */
    List<Candidate> candidates(RankingQuery query, List<PostView> segments) {
        List<Found> order = head.inOrder();
        Found[] rest = best.toArray(Found[]::new);
        Arrays.sort(rest);
        for (Found found : rest) {
            if (order.size() < limit && !head.holds(found)) {
                order.add(found);
            }
        }
        List<Candidate> candidates = new ArrayList<>(order.size());
        for (Found found : order) {
            candidates.add(candidate(found, query, segments));
        }
        return candidates;
    }

    private static Candidate candidate(Found found, RankingQuery query, List<PostView> segments) {
        PostRows posts = segments.get(found.segment()).segment().posts;
        int doc = found.doc();
        double metres = posts.metresFrom(query.start(), doc);
        PostFacts facts = posts.facts(query, doc, found.bm25Milli(), metres);
        double[] parts = query.values(facts);
        List<Double> values = new ArrayList<>(parts.length);
        for (double value : parts) {
            values.add(value);
        }
        return new Candidate(
                found.id(), posts.version(doc), found.employer(), query.score(facts), found.rank(), metres, values);
    }
}
