package org.mifeng.api.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.mifeng.api.outbox.IndexSubject;
import org.mifeng.api.outbox.OutboxChange;

/** Rows kept in memory, in step with the database by a {@link LiveFollower}. Called by one thread. */
public interface LiveTable {
    /** What kind of rows. */
    IndexSubject subject();

    /** Reads all rows anew; what was there before serves until it is done. */
    void load(Connection connection) throws SQLException;

    /**
     * Reads changed rows anew. One that is gone or cannot be understood is forgotten.
     *
     * @param changes of its subject, the newest of each row
     */
    void reload(Connection connection, List<OutboxChange> changes) throws SQLException;

    /** Whether {@link #load} has been done once. */
    boolean isLoaded();
}
