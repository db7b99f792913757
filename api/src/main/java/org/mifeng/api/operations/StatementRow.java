package org.mifeng.api.operations;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.bulkload.RowSink;

/**
 * Rows as parameters of a statement, added to its batch. The first value of a row, its number, goes last if the statement
 * is an update.
 */
final class StatementRow implements RowSink {
    private final PreparedStatement statement;
    private final int columns;
    private final boolean numberLast;
    private int place;
    private @Nullable SQLException failure;

    StatementRow(PreparedStatement statement, int columns, boolean numberLast) {
        this.statement = statement;
        this.columns = columns;
        this.numberLast = numberLast;
    }

    private interface Setter {
        void set(int parameter) throws SQLException;
    }

    private StatementRow set(Setter setter) {
        place++;
        try {
            setter.set(!numberLast ? place : place == 1 ? columns : place - 1);
        } catch (SQLException e) {
            failure = failure == null ? e : failure;
        }
        return this;
    }

    /** The first failure since the last call, for the interface of rows knows none. */
    void check() throws SQLException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public RowSink number(long value) {
        return set(parameter -> statement.setLong(parameter, value));
    }

    @Override
    public RowSink number(@Nullable Double value) {
        return set(parameter -> {
            if (value == null) {
                statement.setNull(parameter, Types.DOUBLE);
            } else {
                statement.setDouble(parameter, value);
            }
        });
    }

    @Override
    public RowSink number(OptionalInt value) {
        return set(parameter -> {
            if (value.isPresent()) {
                statement.setInt(parameter, value.getAsInt());
            } else {
                statement.setNull(parameter, Types.INTEGER);
            }
        });
    }

    @Override
    public RowSink text(String value) {
        return set(parameter -> statement.setString(parameter, value));
    }

    @Override
    public RowSink bytes(byte @Nullable [] value) {
        return set(parameter -> {
            if (value == null) {
                statement.setNull(parameter, Types.VARBINARY);
            } else {
                statement.setBytes(parameter, value);
            }
        });
    }

    @Override
    public RowSink flag(boolean value) {
        return set(parameter -> statement.setBoolean(parameter, value));
    }

    @Override
    public RowSink time(@Nullable Instant value) {
        return set(parameter -> {
            if (value == null) {
                statement.setNull(parameter, Types.TIMESTAMP);
            } else {
                statement.setObject(
                        parameter, LocalDateTime.ofInstant(Instant.ofEpochMilli(value.toEpochMilli()), ZoneOffset.UTC));
            }
        });
    }

    @Override
    public RowSink date(@Nullable LocalDate value) {
        return set(parameter -> {
            if (value == null) {
                statement.setNull(parameter, Types.DATE);
            } else {
                statement.setObject(parameter, value);
            }
        });
    }

    @Override
    public void endRow() {
        place = 0;
        try {
            statement.addBatch();
        } catch (SQLException e) {
            failure = failure == null ? e : failure;
        }
    }
}
