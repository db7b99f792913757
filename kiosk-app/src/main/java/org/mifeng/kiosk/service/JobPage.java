package org.mifeng.kiosk.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some jobs of a longer list.
 *
 * @param jobs best first
 * @param relaxed wishes that the list does without; null if it meets them all
 * @param nextCursor asks for the jobs behind these; null at the end
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobPage(
        List<JobCard> jobs,
        @Nullable Relaxed relaxed,
        @Nullable String nextCursor) {
    /** An absent list becomes an empty one. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent properties
    public JobPage {
        jobs = jobs == null ? List.of() : List.copyOf(jobs);
    }
}
