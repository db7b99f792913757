package org.mifeng.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.lucene.SegmentCounts;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;

/**
 * Feeds changes at a steady rate, batched as the service's follower of the outbox does it: it is woken by a commit, takes
 * all that has committed, at most 500 changes, applies them, and makes the index durable every five seconds on another
 * thread. A change is due at its moment whether or not the one before is done, so that a stall is counted for all behind
 * it.
 */
final class LiveUpdates implements Runnable {
    private static final int BATCH = 500;
    private static final long GATHER_NANOS = 20_000_000L;
    private static final long COMMIT_NANOS = 5_000_000_000L;

    private final Matcher matcher;
    private final LuceneCandidateIndex index;
    private final ChangeMix mix;
    private final int perSecond;
    private final long durationNanos;
    private final Samples visible = new Samples();
    private int batches;
    private int merges;
    private int mostSegments;

    LiveUpdates(Matcher matcher, LuceneCandidateIndex index, ChangeMix mix, int perSecond, int seconds) {
        this.matcher = matcher;
        this.index = index;
        this.mix = mix;
        this.perSecond = perSecond;
        durationNanos = seconds * 1_000_000_000L;
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        long everyNanos = 1_000_000_000L / perSecond;
        long count = durationNanos / everyNanos;
        long lastCommit = start;
        long lastApplied = start;
        CompletableFuture<Void> committing = CompletableFuture.completedFuture(null);
        int segments = 0;
        long done = 0;
        while (done < count) {
            long due = Math.max(start + done * everyNanos, lastApplied + GATHER_NANOS);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long committed = Math.min(count, (System.nanoTime() - start) / everyNanos + 1);
            List<IndexChange> changes = new ArrayList<>();
            while (done + changes.size() < committed && changes.size() < BATCH) {
                changes.add(mix.next());
            }
            lastApplied = System.nanoTime();
            matcher.apply(new IndexBatch(changes, matcher.position() + changes.size()));
            long now = System.nanoTime();
            for (int i = 0; i < changes.size(); i++) {
                visible.add(now - (start + (done + i) * everyNanos));
            }
            done += changes.size();
            batches++;
            int before = segments;
            try (CandidateView view = index.acquire()) {
                segments = SegmentCounts.segments(view);
            }
            mostSegments = Math.max(mostSegments, segments);
            merges += segments < before ? 1 : 0;
            if (committing.isDone() && now - lastCommit >= COMMIT_NANOS) {
                committing = CompletableFuture.runAsync(matcher::commit, task -> new Thread(task, "commit").start());
                lastCommit = now;
            }
        }
        committing.join();
    }

    /** From the moment each change was due until a match would have found it. */
    Samples visible() {
        return visible;
    }

    int batches() {
        return batches;
    }

    /** How often segments became fewer. */
    int merges() {
        return merges;
    }

    int mostSegments() {
        return mostSegments;
    }
}
