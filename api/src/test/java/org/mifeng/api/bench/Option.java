package org.mifeng.api.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something a benchmark can be told.
 *
 * @param <T> what it becomes
 * @param name with its hyphens
 * @param form of its value as the help shows it; empty for one that takes none
 * @param standard the value if nothing is said
 * @param meaning for the help
 * @param read turns the value into what it means, or says what is wrong with it
 */
record Option<T>(String name, String form, String standard, String meaning, Function<String, T> read) {
    /** A folder for what is kept between runs, common to all benchmarks. */
    static final Option<Path> DATA = new Option<>(
            "--data",
            "DIR",
            "data/bench",
            "where indexes and databases are kept between runs",
            value -> Path.of(value).toAbsolutePath());

    /** Every benchmark that asks questions can be told how many. */
    static final Option<Integer> QUESTIONS = number("--questions", 2_000, 100, 100_000, "how many seekers ask");

    static Option<Integer> number(String name, int standard, int least, int most, String meaning) {
        return new Option<>(name, "N", Integer.toString(standard), meaning, value -> number(name, value, least, most));
    }

    static Option<List<Integer>> numbers(String name, String standard, int least, int most, String meaning) {
        return new Option<>(
                name,
                "N,N,...",
                standard,
                meaning,
                value -> Arrays.stream(value.split(",", -1))
                        .map(part -> number(name, part, least, most))
                        .toList());
    }

    static Option<Optional<Path>> file(String name, String meaning) {
        return new Option<>(
                name,
                "FILE",
                "",
                meaning,
                value -> Optional.of(value).filter(path -> !path.isEmpty()).map(Path::of));
    }

    static Option<Boolean> flag(String name, String meaning) {
        return new Option<>(name, "", "false", meaning, Boolean::valueOf);
    }

    private static int number(String name, String value, int least, int most) {
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new UsageException(name + " must be a number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    boolean takesValue() {
        return !form.isEmpty();
    }

    String help() {
        String kept = takesValue() && !standard.isEmpty() ? " (default " + standard + ")" : "";
        return String.format(Locale.ROOT, "  %-20s %s%s%n", (name + " " + form).strip(), meaning, kept);
    }
}
