package org.mifeng.api.bench;

import java.util.List;

/**
 * One way to answer a question.
 *
 * @param <Q> a question
 * @param name as the report shows it
 * @param oneIn asks it only every so many questions, for the slow ones
 * @param exact whether its lists must equal the oracle's
 * @param ask finds the numbers of the best posts, or seekers
 */
record Engine<Q>(String name, int oneIn, boolean exact, Ask<Q> ask) {
    @FunctionalInterface
    interface Ask<Q> {
        List<Long> best(Q query) throws Exception;
    }
}
