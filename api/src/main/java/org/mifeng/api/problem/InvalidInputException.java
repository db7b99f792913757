package org.mifeng.api.problem;

import java.util.List;

/**
 * Input that breaks rules, found while it was being read. Carries all that is wrong, so that a person can put it right
 * in one go.
 */
public final class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldError> errors;

    /** @param errors at least one */
    public InvalidInputException(List<FieldError> errors) {
        this(ProblemType.INVALID_FIELD, errors);
    }

    /**
     * @param type the kind of problem
     * @param errors may be empty
     */
    public InvalidInputException(ProblemType type, List<FieldError> errors) {
        super(type.code());
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    /** The kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** What is wrong. */
    public List<FieldError> errors() {
        return errors;
    }
}
