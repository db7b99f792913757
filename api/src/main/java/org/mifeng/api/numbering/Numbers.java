package org.mifeng.api.numbering;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * Gives every row its number, once, whatever node asks.
 *
 * <p>A row per table in {@code row_number_sequence} holds the last number given out. It is advanced under its row lock in
 * a transaction of its own, so that a slow posting never holds up the next one. Rows that were loaded in bulk did not
 * ask here: a new number is therefore always above the highest in the table, too.
 */
@Singleton
public class Numbers {
    private final EntityManager database;

    Numbers(EntityManager database) {
        this.database = database;
    }

    /** The next number of the table, never given out before. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public long next(NumberedTable table) {
        Long last = (Long) database.createNativeQuery(
                        "SELECT last_number FROM row_number_sequence WHERE subject = :subject FOR UPDATE", Long.class)
                .setParameter("subject", table.name())
                .getSingleResult();
        // the table's name comes from an enum, never from outside
        Long highest =
                (Long) database.createNativeQuery("SELECT COALESCE(MAX(id), 0) FROM " + table.table(), Long.class)
                        .getSingleResult();
        long next = Math.max(last, highest) + 1;
        database.createNativeQuery("UPDATE row_number_sequence SET last_number = :next WHERE subject = :subject")
                .setParameter("next", next)
                .setParameter("subject", table.name())
                .executeUpdate();
        return next;
    }
}
