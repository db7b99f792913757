package org.mifeng.api.jobpost;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What employers may post. */
@ConfigMapping(prefix = "mifeng.posting")
public interface PostingConfig {
    /** The longest a post may be valid without a new confirmation (P10). */
    @WithDefault("P90D")
    Duration longestValidity();

    /** How long a repeated request with the same Idempotency-Key gets the first answer. */
    @WithDefault("P1D")
    Duration repeatsRemembered();
}
