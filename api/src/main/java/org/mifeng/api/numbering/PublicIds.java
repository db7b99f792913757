package org.mifeng.api.numbering;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;

/** Finds the numbers behind public ids, many at a time: clients never see a number, the engine knows nothing else. */
@Singleton
public class PublicIds {
    private final DataSource database;

    PublicIds(DataSource database) {
        this.database = database;
    }

    /**
     * The numbers of these rows.
     *
     * @param publicIds at most some hundreds
     * @return by public id; unknown ones are missing
     */
    public Map<String, Long> numbers(NumberedTable table, Collection<String> publicIds) {
        if (publicIds.isEmpty()) {
            return Map.of();
        }
        // the table's name comes from an enum, never from outside
        String query = "select public_id, id from " + table.table() + " where public_id in ("
                + String.join(", ", Collections.nCopies(publicIds.size(), "?")) + ")";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            int place = 0;
            for (String publicId : publicIds) {
                select.setString(++place, publicId);
            }
            Map<String, Long> numbers = HashMap.newHashMap(publicIds.size());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    numbers.put(rows.getString(1), rows.getLong(2));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new GenericJDBCException("cannot look up public ids", e);
        }
    }
}
