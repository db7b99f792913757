package org.mifeng.matcher.search;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name that a post must not go by, as 销售 in 不要销售.
 *
 * @param name as people say it
 * @param denials how a post says that it does not go by it, as 非销售; each holds the name
 */
public record ExcludedName(String name, Set<String> denials) implements Comparable<ExcludedName> {
    /** Copies the set. */
    public ExcludedName {
        denials = Collections.unmodifiableSet(new TreeSet<>(denials));
    }

    /** By name: a filter has each once. */
    @Override
    public int compareTo(ExcludedName other) {
        return name.compareTo(other.name);
    }
}
