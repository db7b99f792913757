package org.mifeng.api.bulkload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values of a row one after the other, in the order of its columns: a stream to load, or a statement. What may be
 * absent becomes NULL.
 */
public interface RowSink {
    /** A whole number. */
    RowSink number(long value);

    /** A number with a fraction. */
    RowSink number(@Nullable Double value);

    /** A whole number that may be unknown. */
    RowSink number(OptionalInt value);

    /** Text. */
    RowSink text(String value);

    /** Bytes as they are. */
    RowSink bytes(byte @Nullable [] value);

    /** A boolean column. */
    RowSink flag(boolean value);

    /** A moment, in UTC, to the millisecond. */
    RowSink time(@Nullable Instant value);

    /** A day. */
    RowSink date(@Nullable LocalDate value);

    /** The row is complete. */
    void endRow();
}
