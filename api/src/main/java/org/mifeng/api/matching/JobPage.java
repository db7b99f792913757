package org.mifeng.api.matching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs.
 *
 * @param guidance what to show instead of jobs
 * @param modelVersion of the ranking model, for replay
 * @param indexGeneration which index answered, for replay
 * @param indexPosition how far the index had followed the database
 * @param asOf given while the database is silent: the moment whose jobs these are; a job may have closed since
 * @param jobs best first
 * @param relaxed wishes that this list does without; left out if it meets them all
 * @param nextCursor asks for the jobs behind these; left out at the end
 */
public record JobPage(
        Guidance guidance,
        String modelVersion,
        String indexGeneration,
        long indexPosition,
        @Nullable Instant asOf,
        List<JobCard> jobs,
        @Nullable Relaxed relaxed,
        @Nullable String nextCursor) {
    /** Copies the list. */
    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
