package org.mifeng.api.reconcile;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.mifeng.api.indexing.ChangedRows;
import org.mifeng.api.outbox.OutboxChange;
import org.mifeng.api.outbox.OutboxFailures;
import org.mifeng.matcher.spi.ChangeTarget;
import org.mifeng.matcher.spi.IndexBatch;

/**
 * Makes an index know of rows that differ what the database knows now.
 *
 * @param rows reads them
 * @param failures where rows go that the engine refuses
 */
public record Repair(ChangedRows rows, OutboxFailures failures) {
    /**
     * Loads the rows again, whatever versions the index has. Its position stays: what comes later is applied as always.
     *
     * @param connection in auto-commit mode; left so
     */
    public void run(Connection connection, ChangeTarget index, List<Difference> differences, Instant now)
            throws SQLException {
        long position = index.position();
        List<OutboxChange> changes = differences.stream()
                .map(difference -> difference.asChange(position))
                .toList();
        try {
            index.replace(new IndexBatch(rows.read(connection, changes), position));
        } catch (UncheckedIOException e) {
            throw e; // the storage failed, not a row
        } catch (RuntimeException | SQLDataException e) {
            for (OutboxChange change : changes) {
                one(connection, index, change, now);
            }
        }
    }

    private void one(Connection connection, ChangeTarget index, OutboxChange change, Instant now) throws SQLException {
        try {
            index.replace(new IndexBatch(rows.read(connection, List.of(change)), change.position()));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException | SQLDataException e) {
            failures.add(connection, change.key(), now, e.getClass().getName());
        }
    }
}
