package org.mifeng.kiosk.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rest of a job: what a list does not say.
 *
 * @param body the employer's text; null if there is none
 * @param phone the employer's number to call; shown only when touched
 * @param certificates names of the certificates one must hold
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record JobDetail(
        String id, @Nullable String body, @Nullable String phone, List<String> certificates) {
    /** An absent list becomes an empty one. */
    @SuppressWarnings("NullAway") // Jackson passes null for absent properties
    public JobDetail {
        certificates = certificates == null ? List.of() : List.copyOf(certificates);
    }
}
