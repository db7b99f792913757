package org.mifeng.kiosk.card;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is kept of a card: the least that matching and greeting need. The photo, fingerprint, ethnicity, address and all
 * of the name but its first character never leave the reader's adapter. No implementation prints a number.
 */
public sealed interface CardHolder {
    /** The first character of the Chinese name, for a greeting such as 「张*」; blank if the card has none. */
    String initial();

    /** The birth date, local to China. */
    LocalDate birthDate();

    /** The last day the card is good for; empty for 长期. */
    Optional<LocalDate> validUntil();

    /** Whether the card's last day lies before {@code today}. */
    default boolean isExpiredOn(LocalDate today) {
        return validUntil().filter(last -> last.isBefore(today)).isPresent();
    }

    /** The name as it may be shown on a public screen. */
    default String maskedName() {
        return initial().isBlank() ? "您" : initial() + "*";
    }

    /** A holder whose number follows GB 11643-1999, whom the service can therefore look up. */
    sealed interface Numbered extends CardHolder {
        /** The number; hidden in {@code toString}. */
        IdNumber number();
    }

    /** 居民身份证: flag blank. */
    record Resident(IdNumber number, String initial, LocalDate birthDate, Optional<LocalDate> validUntil)
            implements Numbered {
        /** Checks the initial. */
        public Resident {
            checkInitial(initial);
        }
    }

    /** 港澳台居民居住证: flag {@code J}. */
    record HongKongMacaoTaiwan(IdNumber number, String initial, LocalDate birthDate, Optional<LocalDate> validUntil)
            implements Numbered {
        /** Checks the initial. */
        public HongKongMacaoTaiwan {
            checkInitial(initial);
        }
    }

    /** 外国人永久居留身份证 of 2017: flag {@code I}; its number is not kept, for the service cannot use it. */
    record Foreigner2017(String initial, LocalDate birthDate, Optional<LocalDate> validUntil) implements CardHolder {
        /** Checks the initial. */
        public Foreigner2017 {
            checkInitial(initial);
        }
    }

    /** 外国人永久居留身份证 of 2023 ("five-star card"): flag {@code Y}; its number is not kept. */
    record Foreigner2023(String initial, LocalDate birthDate, Optional<LocalDate> validUntil) implements CardHolder {
        /** Checks the initial. */
        public Foreigner2023 {
            checkInitial(initial);
        }
    }

    private static void checkInitial(String initial) {
        if (initial.codePointCount(0, initial.length()) > 1) {
            throw new IllegalArgumentException("only the first character of a name may be kept");
        }
    }
}
