package org.mifeng.api.search;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.problem.FieldError;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.api.problem.InvalidInputException;
import org.mifeng.api.problem.ProblemType;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.search.Chosen;

/** Reads values of query parameters and notes every one that is wrong, with the value that was perhaps meant. */
final class QueryValues {
    private static final Pattern NEAR = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,9})?),(\\d{1,3}(?:\\.\\d{1,9})?)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int MOST_VALUES = 50;
    private static final int LONGEST_SHOWN = 20;

    private final FieldErrors errors;

    QueryValues(FieldErrors errors) {
        this.errors = errors;
    }

    /** Refuses parameters that nobody knows: a misspelt filter must not be a filter that is silently not there. */
    static void refuseUnknown(UriInfo uri, Collection<String> own, String... more) {
        List<String> known = Stream.concat(own.stream(), Arrays.stream(more)).toList();
        List<FieldError> unknown = uri.getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> new FieldError(
                        name, "known-parameter", "没有这个参数" + meant(name, known) + "，可用的有 " + String.join("、", known)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(ProblemType.UNKNOWN_PARAMETER, unknown);
        }
    }

    private static String meant(String given, Collection<String> known) {
        return NearestValue.to(given, known).map(value -> "，是不是 " + value + "？").orElse("");
    }

    /** A place in degrees. */
    Optional<Coordinates> place(String name, String near) {
        Matcher parts = NEAR.matcher(near);
        if (!parts.matches()) {
            errors.add(name, "format", "应为 纬度,经度，如 35.41,116.58");
            return Optional.empty();
        }
        return errors.read(
                name,
                "range",
                () -> new Coordinates(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2))));
    }

    /** A whole number, or the usual one if it is left out or wrong. */
    int number(String name, @Nullable String value, int least, int most, int usual) {
        if (value == null) {
            return usual;
        }
        int number = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : -1;
        boolean inRange = number >= least && number <= most;
        errors.check(inRange, name, "range", "应在 " + least + " 到 " + most + " 之间");
        return inRange ? number : usual;
    }

    /** One constant. */
    <E extends Enum<E>> E constant(String name, @Nullable String value, Class<E> type, E usual) {
        return value == null ? usual : constant(name, value, type).orElse(usual);
    }

    private <E extends Enum<E>> Optional<E> constant(String name, String value, Class<E> type) {
        List<String> known = Stream.of(type.getEnumConstants()).map(Enum::name).toList();
        return known(name, value, known).map(found -> Enum.valueOf(type, found));
    }

    /** Constants that are wanted and not wanted. */
    <E extends Enum<E>> Chosen<E> constants(String name, List<String> values, Class<E> type) {
        return chosen(name, values, value -> constant(name, value, type));
    }

    /** The value if it is known, else a note that names the nearest one that is. */
    Optional<String> known(String name, String value, Collection<String> known) {
        if (known.contains(value)) {
            return Optional.of(value);
        }
        Optional<String> nearest = NearestValue.to(value, known);
        errors.add(
                name,
                "known-value",
                "没有 " + shown(value)
                        + nearest.map(near -> "，是不是 " + near + "？")
                                .orElseGet(() -> "，可用的有 "
                                        + known.stream().limit(MOST_VALUES).collect(Collectors.joining("、"))));
        return Optional.empty();
    }

    /** What of a wrong value an error may repeat: letters, digits and hyphens, not too many, no long number (P30). */
    static String shown(String value) {
        String plain = value.codePoints()
                .filter(c -> Character.isLetter(c) || Character.isDigit(c) || c == '-' || c == '_')
                .limit(LONGEST_SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        long digits = plain.chars().filter(Character::isDigit).count();
        return plain.isEmpty() || digits >= 7 ? "这个值" : plain;
    }

    /** Values that are wanted, and those with a hyphen before them that are not. */
    <T extends Comparable<T>> Chosen<T> chosen(String name, List<String> values, Function<String, Optional<T>> reader) {
        errors.check(values.size() <= MOST_VALUES, name, "length", "最多 " + MOST_VALUES + " 项");
        Set<T> included = new HashSet<>();
        Set<T> excluded = new HashSet<>();
        for (String value : values.subList(0, Math.min(MOST_VALUES, values.size()))) {
            boolean negated = value.startsWith("-");
            reader.apply(negated ? value.substring(1) : value).ifPresent(negated ? excluded::add : included::add);
        }
        return new Chosen<>(included, excluded);
    }

    /** The same values without the hyphen, for looking them up at once. */
    static List<String> plain(List<String> values) {
        List<String> plain = new ArrayList<>();
        for (String value : values) {
            plain.add(value.startsWith("-") ? value.substring(1) : value);
        }
        return plain;
    }
}
