package org.mifeng.api.indexing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.mifeng.api.launch.ConnectionSource;

/**
 * All relations in the order of seekers, read beside a stream of seekers in the same order: one pass, the relations of one
 * seeker in memory. It has a connection of its own, because a streaming one cannot do two things.
 */
public final class SeekerRelationStream implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private boolean atRow;

    /** @param database to read */
    public SeekerRelationStream(ConnectionSource database) throws SQLException {
        connection = database.connect();
        statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(Integer.MIN_VALUE); // the driver's sign for: row by row, nothing kept
        rows = statement.executeQuery(SeekerRelations.SELECT + " order by " + SeekerRelations.SEEKER);
        atRow = rows.next();
    }

    /**
     * The relations of a seeker.
     *
     * @param seekerId higher than that of the call before
     */
    public SeekerRelations of(long seekerId) throws SQLException {
        while (atRow && rows.getLong(1) < seekerId) {
            atRow = rows.next();
        }
        if (!atRow || rows.getLong(1) > seekerId) {
            return SeekerRelations.NONE;
        }
        List<SeekerRelations.Relation> relations = new ArrayList<>();
        while (atRow && rows.getLong(1) == seekerId) {
            relations.add(SeekerRelations.read(rows));
            atRow = rows.next();
        }
        return new SeekerRelations(relations);
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                statement) {
            rows.close();
        }
    }
}
