package org.mifeng.api.matching;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the index is. */
@ConfigMapping(prefix = "mifeng.index")
public interface MatchingConfig {
    /** The folder of a finished index; it was built before the service starts. */
    Path directory();
}
