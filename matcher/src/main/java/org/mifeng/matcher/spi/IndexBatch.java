package org.mifeng.matcher.spi;

import java.util.List;

/**
 * Changes that belong together.
 *
 * @param changes in the order in which they are to be applied
 * @param position of the outbox after these changes, not negative; kept with them
 */
public record IndexBatch(List<IndexChange> changes, long position) {
    /** Copies the list. */
    public IndexBatch {
        changes = List.copyOf(changes);
        if (position < 0) {
            throw new IllegalArgumentException("position must not be negative but is " + position);
        }
    }
}
