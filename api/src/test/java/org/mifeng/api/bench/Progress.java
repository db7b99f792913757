package org.mifeng.api.bench;

import java.io.Console;
import java.util.Optional;
import org.mifeng.api.launch.ProgressBar;

/** Progress on the standard error, which leaves the standard output to the results. */
final class Progress {
    private Progress() {}

    static ProgressBar of(String label, long total) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new ProgressBar(System.err, terminal, System::nanoTime, label, total);
    }
}
