package org.mifeng.matcher.lucene;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.search.FacetCounts;
import org.mifeng.matcher.spi.Candidate;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexSize;
import org.mifeng.matcher.spi.SeekerCandidate;

/**
 * The index at one moment. All it reads is immutable and in memory, so it holds no file open and closing it is free.
 *
 * @param segments those that hold open posts
 * @param posts how many posts, tombstones too
 * @param seekers the other half
 * @param position of the outbox
 * @param generation of the build
 * @param frozen text statistics of the build
 * @param idle scratch memory shared by all views
 */
record LuceneView(
        List<PostView> segments,
        int posts,
        SeekersView seekers,
        long position,
        String generation,
        FrozenStatistics frozen,
        Queue<Scratch> idle)
        implements CandidateView {

    @Override
    public List<Candidate> best(RankingQuery query) {
        if (query.forbidden()) {
            return List.of();
        }
        TopPosts top = new TopPosts(query.request());
        Scratch scratch = idle.poll();
        if (scratch == null) {
            scratch = new Scratch();
        }
        new BestFirst(query, segments, scratch, top).run();
        idle.offer(scratch);
        return top.candidates(query, segments);
    }

    @Override
    public List<SeekerCandidate> bestSeekers(SeekerQuery query) {
        return seekers.best(query);
    }

    @Override
    public TextStatistics textStatistics() {
        return frozen.statistics();
    }

    @Override
    public int[] missed(RankingQuery query) {
        return MissedWishes.count(query, query.forbidden() ? List.of() : segments);
    }

    @Override
    public FacetCounts facets(RankingQuery query, int mostPosts) {
        return new FacetCounting(query, mostPosts).count(query.forbidden() ? List.of() : segments);
    }

    @Override
    public boolean finds(RankingQuery query, int posts) {
        return !query.forbidden() && FacetCounting.finds(query, posts, segments);
    }

    @Override
    public Set<OccupationCode> trades(RankingQuery query) {
        return FoundTrades.of(query, query.forbidden() ? List.of() : segments);
    }

    @Override
    public IndexSize size() {
        int open = 0;
        long bytes = 0;
        for (PostView view : segments) {
            PostSegment segment = view.segment();
            for (int doc = 0; doc < segment.posts.count; doc++) {
                open += view.isLive(doc) ? 1 : 0;
            }
            bytes += segment.bytes();
        }
        return new IndexSize(open, posts, seekers.seekers(), seekers.active(), segments.size(), bytes, seekers.bytes());
    }

    @Override
    public void close() {}
}
