package org.mifeng.api.generation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The generation an index belongs to.
 *
 * @param schema it was built for
 * @param number of the generation; 0 for an index that stands alone
 */
public record IndexGeneration(String schema, long number) {
    /** As an index names it. */
    public static IndexGeneration of(String name) {
        int dash = name.lastIndexOf('-');
        return new IndexGeneration(name.substring(0, dash), Long.parseLong(name.substring(dash + 1)));
    }

    /** Whether the other one is newer and of the same schema, so that an index of this one must give way to it. */
    public boolean isBehind(Connection connection, long other) throws SQLException {
        if (other <= number) {
            return false;
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM index_generation WHERE number = ? AND index_schema = ?")) {
            query.setLong(1, other);
            query.setString(2, schema);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
