package org.mifeng.kiosk.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service's answer to a card.
 *
 * @param guidance {@code NONE}, or {@code UNDER_16}: no jobs for children (P20)
 * @param total how many jobs there are in this list, as far as the service counts
 * @param relaxed wishes that the list does without; null if it meets them all
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SessionStarted(
        String sessionId,
        boolean firstVisit,
        @Nullable String guidance,
        @Nullable Integer total,
        List<JobCard> jobs,
        @Nullable Relaxed relaxed,
        @Nullable String nextCursor) {
    /** An absent list becomes an empty one. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent properties
    public SessionStarted {
        jobs = jobs == null ? List.of() : List.copyOf(jobs);
    }

    /** Whether the person is too young to be shown jobs. */
    public boolean under16() {
        return "UNDER_16".equals(guidance);
    }

    /** The jobs that came with the answer. */
    public JobPage page() {
        return new JobPage(jobs, relaxed, nextCursor);
    }
}
