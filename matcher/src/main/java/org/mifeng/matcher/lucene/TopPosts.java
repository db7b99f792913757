package org.mifeng.matcher.lucene;

import java.util.ArrayList;
import java.util.List;
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
    /** In order, the last one for an instant one too many. */
    private final Found[] best;

    private int size;
    private final SharedHead head;
    private double threshold = Double.NEGATIVE_INFINITY;

    TopPosts(MatchRequest request) {
        limit = request.limit();
        best = new Found[limit + 1];
        head = new SharedHead(request.after().head(), request.sharesHead() ? limit : 0);
    }

    /** One that was found. */
    record Found(double rank, long id, long employer, int segment, int doc, int bm25Milli)
            implements Comparable<Found> {
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
        int place = size;
        while (place > 0 && found.compareTo(best[place - 1]) < 0) {
            best[place] = best[place - 1];
            place--;
        }
        best[place] = found;
        size = Math.min(size + 1, limit);
        head.offer(found);
        if (size == limit) {
            threshold = Math.min(best[size - 1].rank(), head.threshold());
        }
    }

    /** What was found, in the order of showing, with the values of its parts. */
    List<Candidate> candidates(RankingQuery query, List<PostView> segments) {
        List<Found> order = head.inOrder();
        for (int i = 0; i < size && order.size() < limit; i++) {
            if (!head.holds(best[i])) {
                order.add(best[i]);
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
        Double[] values = new Double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i];
        }
        return new Candidate(
                found.id(),
                posts.version(doc),
                found.employer(),
                query.score(facts),
                found.rank(),
                metres,
                List.of(values));
    }
}
