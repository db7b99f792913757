package org.mifeng.matcher.lucene;

import java.util.BitSet;
import java.util.List;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.Candidate;
import org.mifeng.matcher.spi.CandidateView;

/**
 * The baseline that any clever walk must beat: the same primitive columns and postings, every open post scored, no
 * bound anywhere.
 */
public final class ColumnarScan {
    private final LuceneView view;

    /** @param view of a {@link LuceneCandidateIndex} */
    public ColumnarScan(CandidateView view) {
        this.view = (LuceneView) view;
    }

    /** As {@link CandidateView#best}. */
    public List<Candidate> best(RankingQuery query) {
        TopPosts top = new TopPosts(query.request());
        for (int i = 0; i < view.segments().size() && !query.forbidden(); i++) {
            scan(i, query, top);
        }
        return top.candidates(query, view.segments());
    }

    private void scan(int number, RankingQuery query, TopPosts top) {
        PostView segment = view.segments().get(number);
        PostRows posts = segment.segment().posts;
        BitSet excluded = segment.segment().excluded(query);
        int[] sums = segment.segment().sums(query.terms());
        for (int doc = 0; doc < posts.count; doc++) {
            double metres = posts.metresFrom(query.start(), doc);
            if (!posts.isLawful(doc, query)
                    || !posts.passes(doc, query, metres)
                    || !query.isSought(posts.occupation(doc), sums[doc])
                    || posts.missed(doc, query.filter()) != 0
                    || excluded.get(doc)
                    || !segment.isLive(doc)) {
                continue;
            }
            double rank = query.goesByScore()
                    ? query.rank(
                            query.score(posts.facts(query, doc, sums[doc], metres)),
                            posts.id(doc),
                            posts.openingsLeft(doc))
                    : query.key(metres, posts.fenPerHour(doc), posts.details().postedSecond(doc));
            if (rank >= top.threshold() && query.behindCursor(rank, posts.id(doc))) {
                top.offer(new TopPosts.Found(rank, posts.id(doc), posts.employer(doc), number, doc, sums[doc]));
            }
        }
    }
}
