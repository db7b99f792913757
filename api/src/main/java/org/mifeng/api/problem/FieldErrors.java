package org.mifeng.api.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.InvalidFieldException;

/** Collects everything that is wrong with one request while its fields are read. Not safe for several threads. */
public final class FieldErrors {
    private final List<FieldError> errors = new ArrayList<>();

    /** Notes one error. */
    public void add(String field, String rule, String message) {
        errors.add(new FieldError(field, rule, message));
    }

    /** Notes many. */
    public void addAll(List<FieldError> more) {
        errors.addAll(more);
    }

    /** Notes an error unless the condition holds. */
    public void check(boolean holds, String field, String rule, String message) {
        if (!holds) {
            add(field, rule, message);
        }
    }

    /** The value, or empty with a note if it is missing. */
    public <T> Optional<T> required(@Nullable T value, String field, String rule, String message) {
        check(value != null, field, rule, message);
        return Optional.ofNullable(value);
    }

    /** The list; none of it if it is left out, or, with a note, if one of its entries is missing. */
    public <T> List<T> list(@Nullable List<T> value, String field) {
        boolean whole = value == null || value.stream().noneMatch(Objects::isNull);
        check(whole, field, "required", "不能有空项");
        return value == null || !whole ? List.of() : value;
    }

    /**
     * What the reader makes of a field, or empty with a note if the engine's model refuses it.
     *
     * @param field the client's name of the field
     */
    public <T> Optional<T> read(String field, String rule, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (InvalidFieldException e) {
            add(field, rule, FieldMessages.of(e));
            return Optional.empty();
        }
    }

    /** Whether anything is wrong so far. */
    public boolean any() {
        return !errors.isEmpty();
    }

    /** All that is wrong so far. */
    public List<FieldError> toList() {
        return List.copyOf(errors);
    }

    /**
     * Ends the reading if anything was wrong.
     *
     * @throws InvalidInputException with all errors
     */
    public void throwIfAny() {
        if (any()) {
            throw new InvalidInputException(errors);
        }
    }
}
