package org.mifeng.matcher.search;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of one kind a post must and must not be or have.
 *
 * @param included wanted; empty means that all are
 * @param excluded not wanted; wins over {@code included}
 * @param <T> the kind
 */
public record Chosen<T extends Comparable<T>>(Set<T> included, Set<T> excluded) {
    /** Copies the sets, sorted: the same choice is the same text on every node. */
    public Chosen {
        included = sorted(included);
        excluded = sorted(excluded);
    }

    private static <T> Set<T> sorted(Set<T> members) {
        return members.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(members));
    }

    /** Whatever it is. */
    public static <T extends Comparable<T>> Chosen<T> any() {
        return new Chosen<T>(Set.<T>of(), Set.<T>of());
    }

    /** Nothing but these. */
    public static <T extends Comparable<T>> Chosen<T> only(Set<T> included) {
        return new Chosen<T>(included, Set.<T>of());
    }

    /** All but these. */
    public static <T extends Comparable<T>> Chosen<T> without(Set<T> excluded) {
        return new Chosen<T>(Set.<T>of(), excluded);
    }

    /** Whether nothing is asked. */
    public boolean isAny() {
        return included.isEmpty() && excluded.isEmpty();
    }
}
