package org.mifeng.api.privacy;

import java.util.List;

/**
 * How to reach an employer, to be sealed before it is stored. What is not known is empty.
 *
 * @param creditCode 统一社会信用代码, 18 characters, or empty
 * @param name whom to ask for, or empty
 * @param phone digits, spaces and hyphens, or empty
 */
public record EmployerContact(String creditCode, String name, String phone) {
    /** @throws IllegalArgumentException if a value holds the character NUL */
    public EmployerContact {
        SealedText.check(List.of(creditCode, name, phone));
    }

    /** As one text. */
    public String text() {
        return SealedText.join(List.of(creditCode, name, phone));
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if the text is not what {@link #text} gives
     */
    public static EmployerContact of(String text) {
        List<String> values = SealedText.split(text, 3);
        return new EmployerContact(values.get(0), values.get(1), values.get(2));
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "EmployerContact";
    }
}
