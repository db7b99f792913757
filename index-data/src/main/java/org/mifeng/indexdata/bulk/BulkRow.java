package org.mifeng.indexdata.bulk;

/**
 * A row of a file: read, or refused.
 *
 * @param <R> what a good row holds
 */
public sealed interface BulkRow<R> {
    /** The line, from 1, on which the row begins. */
    long line();

    /**
     * A row that obeys every rule.
     *
     * @param line of the file
     * @param value what it says
     */
    record Good<R>(long line, R value) implements BulkRow<R> {}

    /**
     * A row that breaks a rule. It never repeats the value.
     *
     * @param line of the file
     * @param field the field's name; empty if the fault concerns the line as a whole
     * @param rule what the field or line must be
     */
    record Bad<R>(long line, String field, String rule) implements BulkRow<R> {
        /** The same as an exception. */
        public BulkFormatException exception() {
            return new BulkFormatException(line, field, rule);
        }
    }
}
