package org.mifeng.kiosk.card.virtual;

import java.time.LocalDate;
import java.util.Optional;
import org.mifeng.kiosk.card.IdNumber;

/**
 * A made-up person's card.
 *
 * @param kind which layout
 * @param number the number; its birth date is the card's
 * @param name up to 15 characters
 * @param validUntil empty for 长期
 * @param fault what the card does wrong
 */
record SyntheticPerson(CardKind kind, IdNumber number, String name, Optional<LocalDate> validUntil, CardFault fault) {
    /** A region no county has: no number in it can be issued. */
    static final String REGION = "100000";

    SyntheticPerson {
        if (name.isBlank() || name.length() > 15) {
            throw new IllegalArgumentException("a name has 1 to 15 characters");
        }
    }

    /** A resident's good card. */
    static SyntheticPerson resident(IdNumber number, String name) {
        return new SyntheticPerson(CardKind.RESIDENT, number, name, Optional.empty(), CardFault.NONE);
    }
}
