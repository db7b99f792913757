package org.mifeng.api.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.mifeng.api.bulkload.LoadRows;

/**
 * The rows of a table as bytes, in the form of {@link LoadRows}, in the order of the primary key: the same rows give the
 * same bytes, whichever server holds them.
 */
final class TableRows {
    private static final int BUFFER = 1 << 20;
    private static final int PROGRESS_ROWS = 1_000;

    private TableRows() {}

    /**
     * What was read.
     *
     * @param rows how many
     * @param bytes of all rows
     * @param sha256 of these bytes, in hexadecimal
     */
    record Read(long rows, long bytes, String sha256) {}

    static List<String> columns(Connection connection, String table) throws SQLException {
        return names(connection.getMetaData().getColumns(connection.getCatalog(), null, table, "%"), 17);
    }

    private static List<String> key(Connection connection, String table) throws SQLException {
        return names(connection.getMetaData().getPrimaryKeys(connection.getCatalog(), null, table), 5);
    }

    /** The names in column 4 of the driver's answer, by the number in the given column. */
    private static List<String> names(ResultSet answer, int placeColumn) throws SQLException {
        record Named(int place, String name) {}
        List<Named> names = new ArrayList<>();
        try (answer) {
            while (answer.next()) {
                names.add(new Named(answer.getInt(placeColumn), answer.getString(4)));
            }
        }
        return names.stream()
                .sorted(java.util.Comparator.comparingInt(Named::place))
                .map(Named::name)
                .toList();
    }

    /**
     * Reads all rows that the connection's transaction sees.
     *
     * @param out takes the bytes; not closed
     * @param progress told the number of rows that were read just now
     */
    static Read read(Connection connection, String table, List<String> columns, OutputStream out, LongConsumer progress)
            throws SQLException, IOException {
        MessageDigest digest = sha256();
        long count = 0;
        long bytes = 0;
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE); // the driver's sign for: row by row, nothing kept
            try (ResultSet rows = statement.executeQuery(
                    "select " + quoted(columns) + " from `" + table + "` order by " + quoted(key(connection, table)))) {
                LoadRows buffer = new LoadRows(BUFFER);
                while (rows.next()) {
                    for (int column = 1; column <= columns.size(); column++) {
                        buffer.bytes(rows.getBytes(column));
                    }
                    buffer.endRow();
                    count++;
                    if (count % PROGRESS_ROWS == 0) {
                        progress.accept(PROGRESS_ROWS);
                    }
                    if (buffer.size() > BUFFER / 2) {
                        bytes += write(buffer, out, digest);
                        buffer = new LoadRows(BUFFER);
                    }
                }
                bytes += write(buffer, out, digest);
                progress.accept(count % PROGRESS_ROWS);
            }
        }
        return new Read(count, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static long write(LoadRows rows, OutputStream out, MessageDigest digest) throws IOException {
        byte[] bytes = rows.toBytes();
        digest.update(bytes);
        out.write(bytes);
        return bytes.length;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
