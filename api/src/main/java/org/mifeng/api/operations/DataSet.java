package org.mifeng.api.operations;

import java.time.InstantSource;
import java.util.Optional;

/** Which data a new installation begins with. */
enum DataSet {
    /** None: a market that will import its own. */
    NONE,
    /** A market that does not exist, big enough to try everything in seconds. */
    SMALL,
    /** A market that does not exist, as big as one district. */
    FULL;

    /** The records, with times that fit the clock; empty for {@link #NONE}. */
    Optional<Market> market(InstantSource clock) {
        return Optional.empty();
    }
}
