package org.mifeng.indexdata.bulk;

import org.jspecify.annotations.Nullable;

/**
 * A file that is not what its description says. Names line, field and rule; never repeats a value, and carries no cause,
 * for a parser's message may quote the line.
 */
public final class BulkFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String field;
    private final String rule;

    BulkFormatException(long line, String field, String rule) {
        super("line " + line + ": " + (field.isEmpty() ? "" : field + " ") + rule, (@Nullable Throwable) null);
        this.line = line;
        this.field = field;
        this.rule = rule;
    }

    /** The line, from 1, on which the row begins. */
    public long line() {
        return line;
    }

    /** The field's name in the file; empty if the fault concerns the line as a whole. */
    public String field() {
        return field;
    }

    /** What the field or line must be. */
    public String rule() {
        return rule;
    }
}
