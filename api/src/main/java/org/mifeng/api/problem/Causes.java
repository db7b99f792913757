package org.mifeng.api.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chain of causes below a failure. */
final class Causes {
    private static final int DEEPEST = 20;

    private Causes() {}

    /** The failure and its causes, outermost first. */
    static List<Throwable> of(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable t = failure; t != null && chain.size() < DEEPEST; t = t.getCause()) {
            chain.add(t);
        }
        return chain;
    }

    /** The outermost cause of the type. */
    static <T> Optional<T> find(Throwable failure, Class<T> type) {
        return of(failure).stream().filter(type::isInstance).<T>map(type::cast).findFirst();
    }
}
