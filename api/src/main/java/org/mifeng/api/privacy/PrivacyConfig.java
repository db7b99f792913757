package org.mifeng.api.privacy;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the secrets are. */
@ConfigMapping(prefix = "mifeng.privacy")
public interface PrivacyConfig {
    /** The directory of the key files. Ignored when the environment gives the keys, see {@link Keys}. */
    Path keysDirectory();
}
