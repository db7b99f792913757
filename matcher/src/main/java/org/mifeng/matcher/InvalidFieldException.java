package org.mifeng.matcher;

/**
 * A value that breaks a rule of the field it stands in. The message names the rule and never repeats the value, which
 * may be personal.
 */
public final class InvalidFieldException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String rule;

    /**
     * @param field the field's name as callers know it, such as {@code maxDistanceMetres}
     * @param rule what the field must be, such as {@code must be 100 to 100000}
     */
    public InvalidFieldException(String field, String rule) {
        super(field + " " + rule);
        this.field = field;
        this.rule = rule;
    }

    /** The field's name. */
    public String field() {
        return field;
    }

    /** What the field must be, such as {@code must be 100 to 100000}. */
    public String rule() {
        return rule;
    }

    static void check(boolean holds, String field, String rule) {
        if (!holds) {
            throw new InvalidFieldException(field, rule);
        }
    }
}
