package org.mifeng.matcher.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.Candidate;

/** The best posts so far: a heap in primitive arrays, the worst on top. Better is a higher score, then a lower number. */
final class TopPosts {
    private final double[] score;
    private final long[] id;
    private final int[] segment;
    private final int[] doc;
    private final int[] bm25Milli;
    private int size;

    TopPosts(int limit) {
        score = new double[limit];
        id = new long[limit];
        segment = new int[limit];
        doc = new int[limit];
        bm25Milli = new int[limit];
    }

    /** A post must score at least this to be wanted. */
    double threshold() {
        return size < score.length ? Double.NEGATIVE_INFINITY : score[0];
    }

    void offer(double postScore, long postId, int postSegment, int postDoc, int postBm25Milli) {
        if (size < score.length) {
            int at = size++;
            while (at > 0 && worse(postScore, postId, (at - 1) / 2)) {
                copy((at - 1) / 2, at);
                at = (at - 1) / 2;
            }
            set(at, postScore, postId, postSegment, postDoc, postBm25Milli);
        } else if (!worse(postScore, postId, 0)) {
            replaceWorst(postScore, postId, postSegment, postDoc, postBm25Milli);
        }
    }

    private void replaceWorst(double postScore, long postId, int postSegment, int postDoc, int postBm25Milli) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && worse(score[child + 1], id[child + 1], child)) {
                child++;
            }
            if (worse(postScore, postId, child)) {
                break;
            }
            copy(child, at);
            at = child;
        }
        set(at, postScore, postId, postSegment, postDoc, postBm25Milli);
    }

    private boolean worse(double postScore, long postId, int than) {
        return postScore < score[than] || (postScore == score[than] && postId > id[than]);
    }

    private void copy(int source, int target) {
        set(target, score[source], id[source], segment[source], doc[source], bm25Milli[source]);
    }

    private void set(int at, double postScore, long postId, int postSegment, int postDoc, int postBm25Milli) {
        score[at] = postScore;
        id[at] = postId;
        segment[at] = postSegment;
        doc[at] = postDoc;
        bm25Milli[at] = postBm25Milli;
    }

    /** What was found, best first, with the values of its parts. */
    List<Candidate> candidates(RankingQuery query, List<PostView> segments) {
        List<Candidate> candidates = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            PostColumns posts = segments.get(segment[i]).segment().posts;
            int at = doc[i];
            double metres = query.start().metresTo(posts.x[at], posts.y[at], posts.z[at]);
            double[] values = query.values(
                    posts.occupation[at],
                    bm25Milli[i],
                    metres,
                    posts.fenPerHour[at],
                    query.settled(1 << posts.settlement[at]),
                    posts.confirmedAt[at]);
            List<Double> boxed = new ArrayList<>(values.length);
            for (double value : values) {
                boxed.add(value);
            }
            candidates.add(new Candidate(id[i], posts.version[at], score[i], metres, boxed));
        }
        Collections.sort(candidates, TopPosts::compare);
        return candidates;
    }

    private static int compare(Candidate one, Candidate other) {
        int byScore = Double.compare(other.score(), one.score());
        return byScore != 0 ? byScore : Long.compare(one.id(), other.id());
    }
}
