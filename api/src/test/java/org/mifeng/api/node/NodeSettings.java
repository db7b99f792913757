package org.mifeng.api.node;

import java.time.Duration;

/** A node's settings in tests. */
record NodeSettings(String node) implements IndexingConfig {
    @Override
    public Duration pollInterval() {
        return Duration.ofMillis(10);
    }

    @Override
    public Duration commitInterval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration reconcileInterval() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration fileInterval() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration forgetNodeAfter() {
        return Duration.ofDays(7);
    }
}
