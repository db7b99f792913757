package org.mifeng.api.bench;

import java.util.List;

/** Something that {@code ./bench} can measure. */
interface Benchmark {
    /** The word on the command line. */
    String name();

    /** What it does, for the help. */
    String summary();

    /** What it can be told. */
    List<Option<?>> options();

    /** Measures. Anything that takes longer than two seconds shows its progress on the standard error. */
    Finding run(Settings settings) throws Exception;
}
