package org.mifeng.kiosk.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * Why a list ends.
 *
 * @param more what giving up single wishes would add, most first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobShortage(List<More> more) {
    /** An absent list becomes an empty one. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent properties
    public JobShortage {
        more = more == null ? List.of() : List.copyOf(more);
    }

    /**
     * What one relaxation adds.
     *
     * @param relaxation its name
     * @param jobs how many
     * @param hidden whether the list leaves these jobs out now
     * @param label the same for people
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record More(String relaxation, int jobs, boolean hidden, String label) {}

    /** The one relaxation that adds most to the list, if any adds one. */
    public Optional<More> best() {
        return more.stream().filter(gain -> gain.hidden() && gain.jobs() > 0).findFirst();
    }
}
