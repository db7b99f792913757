package org.mifeng.api.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what is kept in memory follows the database. */
@ConfigMapping(prefix = "mifeng.live")
public interface LiveConfig {
    /** The longest wait before looking for changes of posts made by others; changes of this node wake the follower at once. */
    @WithDefault("PT0.1S")
    Duration pollInterval();

    /** The same for seekers, who are read from memory only while the database is silent. */
    @WithDefault("PT1S")
    Duration seekerPollInterval();

    /** Lists read rows from memory alone while it is no further behind the database than this; else they ask it. */
    @WithDefault("PT2S")
    Duration longestLag();

    /** How often the database is asked whether it answers. */
    @WithDefault("PT0.5S")
    Duration watchInterval();

    /** How long that may take before the database counts as silent. */
    @WithDefault("PT1S")
    Duration watchPatience();

    /**
     * How long a person's question waits for the database before memory answers. A kiosk asks twice, who the kiosk is and who
     * the card's owner, and shall answer within a second all the same.
     */
    @WithDefault("PT0.4S")
    Duration longestWait();
}
