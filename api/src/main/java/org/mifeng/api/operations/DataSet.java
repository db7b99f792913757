package org.mifeng.api.operations;

import java.time.InstantSource;
import java.util.Optional;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;

/** Which data a new installation begins with. */
enum DataSet {
    /** None: a market that will import its own. */
    NONE,
    /** A market that does not exist, big enough to try everything in seconds. */
    SMALL,
    /** A market that does not exist, as big as one district. */
    FULL;

    /** Any number would do; this one is the same on every machine, so that people can talk about what they see. */
    static final long SEED = 1;

    /** Makes the records, live as of today; empty for {@link #NONE}. */
    Optional<Generator> market(InstantSource clock) {
        return switch (this) {
            case NONE -> Optional.empty();
            case SMALL -> Optional.of(Generator.of(SEED, Generator.dayOf(clock.instant()), Scale.SMALL));
            case FULL -> Optional.of(Generator.of(SEED, Generator.dayOf(clock.instant()), Scale.FULL));
        };
    }
}
