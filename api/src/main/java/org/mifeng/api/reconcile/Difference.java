package org.mifeng.api.reconcile;

import java.util.OptionalLong;
import org.mifeng.api.outbox.OutboxChange;

/**
 * A row of which the index knows something else than the database, though no change of it is on its way.
 *
 * @param row which
 * @param inDatabase its version there; empty if there is no such row
 * @param inIndex its version there; empty if the index does not know it
 */
public record Difference(OutboxChange.Key row, OptionalLong inDatabase, OptionalLong inIndex) {
    /** The row as a change that reloads it; a row that is gone leaves the index for good. */
    public OutboxChange asChange(long position) {
        long version = inDatabase.isPresent() ? inDatabase.getAsLong() : inIndex.orElse(0) + 1;
        return new OutboxChange(position, row.subject(), row.id(), version);
    }
}
