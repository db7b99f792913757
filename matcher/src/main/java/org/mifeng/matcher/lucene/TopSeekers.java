package org.mifeng.matcher.lucene;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.mifeng.matcher.ranking.SeekerFacts;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.spi.SeekerCandidate;

/** The best seekers so far: a higher score first, then a lower number. */
final class TopSeekers {
    private final SeekerQuery query;
    private final PriorityQueue<Found> best;

    /** The score that is needed to be wanted: the worst one's, once there are enough. */
    private double threshold = Double.NEGATIVE_INFINITY;

    TopSeekers(SeekerQuery query) {
        this.query = query;
        best = new PriorityQueue<>(query.request().limit() + 1, Comparator.reverseOrder());
    }

    /**
     * One that was found, with what explains it.
     *
     * @param score of the seeker
     * @param id of the seeker
     * @param version of the profile
     * @param facts that gave the score
     */
    record Found(double score, long id, long version, SeekerFacts facts) implements Comparable<Found> {
        @Override
        public int compareTo(Found other) {
            int byScore = Double.compare(other.score, score);
            return byScore != 0 ? byScore : Long.compare(id, other.id);
        }

        SeekerCandidate candidate(SeekerQuery query) {
            return new SeekerCandidate(id, version, score, facts.metres(), query.values(facts));
        }
    }

    double threshold() {
        return threshold;
    }

    void offer(Found found) {
        best.add(found);
        if (best.size() > query.request().limit()) {
            best.poll();
        }
        if (best.size() == query.request().limit()) {
            threshold = best.element().score();
        }
    }

    /** What was found, best first. */
    List<SeekerCandidate> candidates() {
        return best.stream().sorted().map(found -> found.candidate(query)).toList();
    }
}
