package org.mifeng.api.bulkload;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One {@code LOAD DATA LOCAL} of a stream in the form of {@link LoadRows}.
 *
 * <p>Unique and foreign keys are not checked row by row. On MariaDB that lets an empty table be filled without undo
 * records and its indexes be built by sorting, twice as fast; a duplicate is still refused, at the end.
 */
public final class LoadData {
    private LoadData() {}

    /**
     * What the database took. A stream that failed half way ends like one that is complete: whoever made it must ask it.
     *
     * @param rows how many
     * @param warning the first warning's number, or 0; its text may hold a value and stays unsaid
     */
    public record Loaded(long rows, int warning) {}

    /**
     * Loads in the connection's transaction.
     *
     * @param connection made by {@link org.mifeng.api.launch.DatabaseAddress#connectForBulkLoad}
     * @param table its name, known to be harmless
     * @param columns in the order of the stream
     * @param rows read to its end, not closed
     */
    public static Loaded run(Connection connection, String table, List<String> columns, InputStream rows)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set unique_checks = 0, foreign_key_checks = 0");
            statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(rows);
            long loaded = statement.executeLargeUpdate("load data local infile 'memory' into table " + table
                    + " character set binary ("
                    + columns.stream().map(column -> "`" + column + "`").collect(Collectors.joining(", ")) + ")");
            // LOCAL turns what is wrong with a row into a warning
            @Nullable SQLWarning warning = statement.getWarnings();
            return new Loaded(loaded, warning == null ? 0 : warning.getErrorCode());
        }
    }
}
