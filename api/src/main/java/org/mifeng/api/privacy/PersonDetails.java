package org.mifeng.api.privacy;

import java.util.List;

/**
 * What is kept of a person, to be sealed before it is stored. What is not known is empty.
 *
 * @param idNumber 18 characters, or empty
 * @param name as on the card, or empty
 * @param phone digits, or empty
 */
public record PersonDetails(String idNumber, String name, String phone) {
    /** @throws IllegalArgumentException if a value holds the character NUL */
    public PersonDetails {
        SealedText.check(List.of(idNumber, name, phone));
    }

    /** As one text. */
    public String text() {
        return SealedText.join(List.of(idNumber, name, phone));
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if the text is not what {@link #text} gives
     */
    public static PersonDetails of(String text) {
        List<String> values = SealedText.split(text, 3);
        return new PersonDetails(values.get(0), values.get(1), values.get(2));
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "PersonDetails";
    }
}
