package org.mifeng.kiosk.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Wishes that a list does without.
 *
 * @param wishes their names, such as {@code DISTANCE}
 * @param sentence the same for people
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Relaxed(List<String> wishes, String sentence) {
    /** Absent values become empty ones. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent properties
    public Relaxed {
        wishes = wishes == null ? List.of() : List.copyOf(wishes);
        sentence = sentence == null ? "" : sentence;
    }
}
