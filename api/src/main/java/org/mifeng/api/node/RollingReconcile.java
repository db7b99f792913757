package org.mifeng.api.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.mifeng.api.indexing.ChangedRows;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.ConnectionSource;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.OutboxFailures;
import org.mifeng.api.outbox.OutboxStream;
import org.mifeng.api.reconcile.Comparison;
import org.mifeng.api.reconcile.Repair;
import org.mifeng.matcher.Matcher;

/**
 * Compares the index with the rows all the time, one bucket after the other, so that whatever made them differ (a change
 * without its outbox row, a damaged file, an error of ours) is found, mended and told. Used by the follower's thread.
 */
final class RollingReconcile {
    private static final Logger LOG = Logger.getLogger(RollingReconcile.class);
    private static final List<IndexSubject> SUBJECTS = List.of(IndexSubject.JOB_POST, IndexSubject.SEEKER);

    private final ConnectionSource database;
    private final Matcher matcher;
    private final InstantSource clock;
    private final String node;
    private final Repair repair;
    private final AtomicLong drifted = new AtomicLong();
    private final AtomicLong rounds = new AtomicLong();
    private int subject;
    private int bucket;

    RollingReconcile(ConnectionSource database, Matcher matcher, InstantSource clock, MarketPlace market, String node) {
        this.database = database;
        this.matcher = matcher;
        this.clock = clock;
        this.node = node;
        repair = new Repair(new ChangedRows(market), new OutboxFailures(node));
    }

    /** How many rows were found to differ since the start. */
    long drifted() {
        return drifted.get();
    }

    /** How often all rows were compared since the start. */
    long rounds() {
        return rounds.get();
    }

    /** Compares the next bucket, and mends it. */
    void step() throws SQLException {
        IndexSubject current = SUBJECTS.get(subject);
        Comparison comparison = new Comparison(current, node);
        try (Connection connection = database.connect()) {
            int buckets = comparison.buckets(connection);
            boolean last = bucket >= buckets - 1;
            Comparison.Outcome outcome = comparison.bucket(
                    connection,
                    current == IndexSubject.SEEKER ? matcher.index()::seekerVersions : matcher.index()::postVersions,
                    matcher.position(),
                    Math.min(bucket, buckets - 1),
                    last);
            if (outcome.conclusive() && !outcome.differences().isEmpty()) {
                drifted.addAndGet(outcome.differences().size());
                LOG.errorf(
                        "ALARM %d rows of %s differed from the database though no change was on its way, the first is %d;"
                                + " loading them again",
                        outcome.differences().size(),
                        current,
                        outcome.differences().getFirst().row().id());
                Instant now = clock.instant();
                repair.run(connection, matcher, outcome.differences(), now);
                // others may have missed the same: the set in memory, other nodes
                OutboxStream.note(
                        connection,
                        outcome.differences().stream()
                                .map(difference -> difference.asChange(matcher.position()))
                                .toList(),
                        now);
            }
            bucket++;
            if (last) {
                bucket = 0;
                subject = (subject + 1) % SUBJECTS.size();
                rounds.addAndGet(subject == 0 ? 1 : 0);
            }
        }
    }
}
