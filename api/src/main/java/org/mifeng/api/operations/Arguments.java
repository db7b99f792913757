package org.mifeng.api.operations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A command line taken apart: {@code --name value}, {@code --flag}, and the rest.
 *
 * @param values of the options that take one
 * @param flags that were given
 * @param rest what is no option
 */
record Arguments(Map<String, String> values, Set<String> flags, List<String> rest) {
    /**
     * @param known options with a value
     * @param knownFlags options without
     * @throws UsageException at an unknown option, or one without its value
     */
    static Arguments parse(List<String> arguments, Set<String> known, Set<String> knownFlags) {
        Map<String, String> values = new TreeMap<>();
        Set<String> flags = new TreeSet<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (knownFlags.contains(argument)) {
                flags.add(argument);
            } else if (known.contains(argument)) {
                if (i + 1 == arguments.size()) {
                    throw new UsageException(argument + " needs a value");
                }
                i++;
                values.put(argument, arguments.get(i));
            } else if (argument.startsWith("--")) {
                throw new UsageException("unknown option " + argument);
            } else {
                rest.add(argument);
            }
        }
        return new Arguments(values, flags, rest);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    String value(String option, String otherwise) {
        @Nullable String value = values.get(option);
        return value == null ? otherwise : value;
    }

    Path path(String option, String otherwise) {
        return Path.of(value(option, otherwise));
    }

    /** @throws UsageException if it is no number from {@code least} to {@code most} */
    long number(String option, long otherwise, long least, long most) {
        String text = value(option, Long.toString(otherwise));
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new UsageException(option + " must be a number from " + least + " to " + most);
    }

    /** @throws UsageException if the constant's name in lower case is not the value */
    <E extends Enum<E>> E choice(String option, Class<E> type, E otherwise) {
        Optional<String> value = value(option);
        if (value.isEmpty()) {
            return otherwise;
        }
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(java.util.Locale.ROOT);
            if (name.equals(value.get())) {
                return constant;
            }
            names.add(name);
        }
        throw new UsageException(option + " must be " + String.join(" or ", names));
    }

    /**
     * The one file that is named without an option.
     *
     * @param what it is
     * @throws UsageException if there is none or more than one
     */
    Path onlyFile(String what) {
        if (rest.size() != 1) {
            throw new UsageException("the file of " + what + " must be given, and nothing else");
        }
        return Path.of(rest.getFirst());
    }

    /** @throws UsageException if there is more on the line than options */
    Arguments nothingElse() {
        if (!rest.isEmpty()) {
            throw new UsageException("unexpected: " + rest.getFirst());
        }
        return this;
    }
}
