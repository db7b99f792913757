package org.mifeng.api.outbox;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.fault.FaultPoint;

/**
 * Where a feature notes that a row changed. The note is part of the transaction that changed the row, so both happen or
 * neither (invariant 2). When the transaction has committed, the tailer of this node is woken.
 */
@Singleton
public class Outbox {
    private final EntityManager database;
    private final MarketCalendar calendar;
    private final Event<Recorded> recorded;

    Outbox(EntityManager database, MarketCalendar calendar, Event<Recorded> recorded) {
        this.database = database;
        this.calendar = calendar;
        this.recorded = recorded;
    }

    /**
     * Something was recorded; it has committed when this is observed after success.
     *
     * @param row which
     * @param version after the change
     */
    public record Recorded(OutboxChange.Key row, long version) {}

    /**
     * Notes a change.
     *
     * @param subject what kind of row
     * @param id its number
     * @param version after the change; for a deleted row, one more than its last
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(IndexSubject subject, long id, long version) {
        FaultPoint.AFTER_ROW.pass();
        database.createNativeQuery("INSERT INTO outbox (subject, subject_id, version, created_at)"
                        + " VALUES (:subject, :id, :version, :now)")
                .setParameter("subject", subject.name())
                .setParameter("id", id)
                .setParameter("version", version)
                .setParameter("now", calendar.now())
                .executeUpdate();
        FaultPoint.AFTER_OUTBOX.pass();
        recorded.fire(new Recorded(new OutboxChange.Key(subject, id), version));
    }
}
