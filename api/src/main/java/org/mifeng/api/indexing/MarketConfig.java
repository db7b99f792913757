package org.mifeng.api.indexing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the market's door is, WGS-84: the start of the way for who told no other. */
@ConfigMapping(prefix = "mifeng.market")
public interface MarketConfig {
    /** Degrees north; the default is the middle of 任城区, Jining. */
    @WithDefault("35.4100")
    double latitude();

    /** Degrees east. */
    @WithDefault("116.5900")
    double longitude();
}
