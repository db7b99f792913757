package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;
import org.mifeng.matcher.LowPriority;

/** Merges segments on threads that stand back behind those that answer. */
final class BackgroundMerges extends ConcurrentMergeScheduler {
    @Override
    protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) throws IOException {
        LowPriority.take();
        super.doMerge(source, merge);
    }
}
