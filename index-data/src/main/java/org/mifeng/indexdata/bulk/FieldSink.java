package org.mifeng.indexdata.bulk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes the fields of one row in the order of the schema's columns. */
interface FieldSink {
    void text(String value) throws IOException;

    void integer(long value) throws IOException;

    void decimal(double value) throws IOException;

    void flag(boolean value) throws IOException;

    void list(List<String> values) throws IOException;

    void absent() throws IOException;

    /** The number, or nothing. */
    default void optional(OptionalInt value) throws IOException {
        if (value.isPresent()) {
            integer(value.getAsInt());
        } else {
            absent();
        }
    }

    /** The text of the value, or nothing. */
    default void optional(Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(value.get().toString());
        } else {
            absent();
        }
    }
}
