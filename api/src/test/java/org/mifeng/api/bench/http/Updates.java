package org.mifeng.api.bench.http;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.mifeng.api.launch.DatabaseAddress;

/**
 * Changes posts in the database as other nodes would, each in a transaction with its outbox row: mostly confirmations,
 * some that are filled, paused, or opened again.
 */
public final class Updates implements Callable<Integer> {
    private final DatabaseAddress database;
    private final int posts;
    private final int perSecond;
    private final int seconds;

    /**
     * @param database of the service
     * @param posts numbers 1 to this are changed
     * @param perSecond how many
     * @param seconds for how long
     */
    public Updates(DatabaseAddress database, int posts, int perSecond, int seconds) {
        this.database = database;
        this.posts = posts;
        this.perSecond = perSecond;
        this.seconds = seconds;
    }

    /** @return how many were made */
    @Override
    public Integer call() throws SQLException {
        SplittableRandom random = new SplittableRandom(11);
        long every = 1_000_000_000L / perSecond;
        int made = 0;
        try (Connection connection = database.connect();
                PreparedStatement confirm = change(connection, "confirmed_at = now(3), state = 'LIVE'");
                PreparedStatement pause = change(connection, "state = 'PAUSED'");
                PreparedStatement note =
                        connection.prepareStatement("insert into outbox (subject, subject_id, version, created_at)"
                                + " select 'JOB_POST', id, version, now(3) from job_post where id = ?")) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (int i = 0; i < perSecond * seconds; i++) {
                for (long left = start + i * every - System.nanoTime();
                        left > 0;
                        left = start + i * every - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                long post = 1L + random.nextInt(posts);
                PreparedStatement change = random.nextInt(10) < 8 ? confirm : pause;
                change.setLong(1, post);
                made += change.executeUpdate();
                note.setLong(1, post);
                note.executeUpdate();
                connection.commit();
            }
        }
        return made;
    }

    private static PreparedStatement change(Connection connection, String assignment) throws SQLException {
        return connection.prepareStatement("update job_post set version = version + 1, " + assignment
                + " where id = ? and state in ('LIVE', 'PAUSED')");
    }
}
