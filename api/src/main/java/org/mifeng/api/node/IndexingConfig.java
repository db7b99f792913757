package org.mifeng.api.node;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the index of this node follows the database. */
@ConfigMapping(prefix = "mifeng.indexing")
public interface IndexingConfig {
    /**
     * This node's name: 1 to 64 of a to z, 0 to 9 and hyphen. Every node has its own index, and so its own name; two nodes
     * with one name would prune what the other still needs.
     */
    @WithDefault("node-1")
    String node();

    /**
     * The longest wait before looking for changes of other nodes; changes of this node wake the tailer at once. At 100 ms
     * ten small queries a second are the price of seeing another node's post within a tenth of a second.
     */
    @WithDefault("PT0.1S")
    Duration pollInterval();

    /** How often the index is made durable. A crash replays at most this much from the outbox, so it costs no data. */
    @WithDefault("PT5S")
    Duration commitInterval();

    /** How often a bucket of rows is compared with the index; at one second a full district takes five minutes. */
    @WithDefault("PT1S")
    Duration reconcileInterval();

    /**
     * How often all files of the index are read whole and compared with their checksums; a full district takes a quarter of a
     * second of another thread.
     */
    @WithDefault("PT10M")
    Duration fileInterval();

    /** A node that was not seen for so long no longer keeps rows in the outbox; coming back, it builds its index anew. */
    @WithDefault("P7D")
    Duration forgetNodeAfter();
}
