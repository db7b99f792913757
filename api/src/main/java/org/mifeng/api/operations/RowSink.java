package org.mifeng.api.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Takes the values of a row one after the other, in the order of its columns: a stream to load, or a statement. */
interface RowSink {
    RowSink number(long value);

    RowSink number(@Nullable Double value);

    RowSink number(OptionalInt value);

    RowSink text(String value);

    RowSink bytes(byte @Nullable [] value);

    RowSink flag(boolean value);

    RowSink time(@Nullable Instant value);

    RowSink date(@Nullable LocalDate value);

    void endRow();
}
