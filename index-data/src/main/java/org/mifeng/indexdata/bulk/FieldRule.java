package org.mifeng.indexdata.bulk;

import java.util.OptionalInt;
import org.mifeng.matcher.InvalidFieldException;

/** The rules that fields of several records share. A broken one names field and rule, never the value. */
final class FieldRule {
    private static final int PUBLIC_ID_LENGTH = 22;

    private FieldRule() {}

    static void holds(boolean holds, String field, String rule) {
        if (!holds) {
            throw new InvalidFieldException(field, rule);
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static void publicId(String value) {
        holds(value.length() == PUBLIC_ID_LENGTH, "publicId", "must have 22 characters");
        for (int i = 0; i < PUBLIC_ID_LENGTH; i++) {
            char c = value.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            holds(letter || isDigit(c) || c == '-' || c == '_', "publicId", "must be base64url");
        }
    }

    /** Text that every database and file keeps as it is: no NUL, no half of a surrogate pair. */
    static void text(String value, int most, String field) {
        holds(value.length() <= most, field, "must have at most " + most + " characters");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else {
                holds(c != 0 && !Character.isSurrogate(c), field, "must be well-formed text");
            }
        }
    }

    static void phone(String value, String field) {
        holds(value.length() >= 3 && value.length() <= 20, field, "must have 3 to 20 characters");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            holds(
                    isDigit(c) || c == '-' || c == ' ' || (c == '+' && i == 0),
                    field,
                    "must be digits, spaces and hyphens");
        }
    }

    static void percent(OptionalInt value, String field) {
        holds(value.isEmpty() || (value.getAsInt() >= 0 && value.getAsInt() <= 100), field, "must be 0 to 100");
    }

    static void townCode(String value) {
        boolean digits = value.length() == 9;
        for (int i = 0; digits && i < 9; i++) {
            digits = isDigit(value.charAt(i));
        }
        holds(digits, "townCode", "must have 9 digits");
    }
}
