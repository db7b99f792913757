package org.mifeng.indexdata.bulk;

/**
 * A column of a file.
 *
 * @param name as the header of a CSV file and the key of a JSON object have it
 * @param kind what its values are
 * @param required whether every row must have it
 */
public record Column(String name, Kind kind, boolean required) {
    /** What values are: in JSON the type; in CSV always text. */
    public enum Kind {
        /** A string. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A number. */
        DECIMAL,
        /** {@code true} or {@code false}. */
        FLAG,
        /** An array of strings; in CSV separated by {@code |}. */
        LIST
    }

    static Column required(String name, Kind kind) {
        return new Column(name, kind, true);
    }

    static Column optional(String name, Kind kind) {
        return new Column(name, kind, false);
    }
}
