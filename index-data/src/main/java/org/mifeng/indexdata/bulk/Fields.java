package org.mifeng.indexdata.bulk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.InvalidFieldException;

/** The fields of one row while it is read. Filled by a reader, emptied by a schema; used again for the next row. */
final class Fields {
    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final @Nullable String[] scalars;
    private final @Nullable List<String>[] lists;

    @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made otherwise
    Fields(List<Column> columns) {
        this.columns = columns;
        for (Column column : columns) {
            places.put(column.name(), places.size());
        }
        scalars = new String[columns.size()];
        lists = new List[columns.size()];
    }

    void clear() {
        Arrays.fill(scalars, null);
        Arrays.fill(lists, null);
    }

    /** The place of a column, or -1. */
    int place(String name) {
        return places.getOrDefault(name, -1);
    }

    Column column(int place) {
        return columns.get(place);
    }

    /** @throws InvalidFieldException if the row has the field already */
    void put(int place, String value) {
        once(place);
        scalars[place] = value;
    }

    /** @throws InvalidFieldException if the row has the field already */
    void put(int place, List<String> values) {
        once(place);
        lists[place] = values;
    }

    private void once(int place) {
        FieldRule.holds(
                scalars[place] == null && lists[place] == null,
                columns.get(place).name(),
                "must stand once");
    }

    private Optional<String> scalar(String name) {
        return Optional.ofNullable(scalars[known(name)]);
    }

    private int known(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return place;
    }

    String text(String name) {
        return scalar(name).orElseThrow(() -> new InvalidFieldException(name, "must be given"));
    }

    Optional<String> optionalText(String name) {
        return scalar(name);
    }

    long wholeNumber(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(name, "must be a whole number");
        }
    }

    int integer(String name) {
        long value = wholeNumber(name);
        FieldRule.holds(value == (int) value, name, "must be a whole number of at most 9 digits");
        return (int) value;
    }

    OptionalInt optionalInteger(String name) {
        return scalar(name).isPresent() ? OptionalInt.of(integer(name)) : OptionalInt.empty();
    }

    double decimal(String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(name, "must be a number");
        }
    }

    boolean flag(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidFieldException(name, "must be true or false");
        };
    }

    List<String> list(String name) {
        List<String> values = lists[known(name)];
        return values == null ? List.of() : values;
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return constant(name, type, text(name));
    }

    <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        EnumSet<E> set = EnumSet.noneOf(type);
        for (String value : list(name)) {
            set.add(constant(name, type, value));
        }
        return set;
    }

    private static <E extends Enum<E>> E constant(String name, Class<E> type, String value) {
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException(name, "must be one of " + String.join(", ", names(EnumSet.allOf(type))));
        }
    }

    /** The names of a set's members, in the order of their declaration, whatever order the set has. */
    static <E extends Enum<E>> List<String> names(Set<E> set) {
        return set.stream().sorted().map(Enum::name).toList();
    }

    Instant instant(String name) {
        return parsedInstant(name, text(name));
    }

    Optional<Instant> optionalInstant(String name) {
        return scalar(name).map(text -> parsedInstant(name, text));
    }

    private static Instant parsedInstant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidFieldException(name, "must be a time such as 2026-11-21T08:00:00Z");
        }
    }

    LocalDate date(String name) {
        return parsedDate(name, text(name));
    }

    Optional<LocalDate> optionalDate(String name) {
        return scalar(name).map(text -> parsedDate(name, text));
    }

    private static LocalDate parsedDate(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidFieldException(name, "must be a date such as 2026-11-21");
        }
    }
}
