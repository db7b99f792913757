package org.mifeng.matcher;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Times of a week: 7 days, each with morning (6 to 12), afternoon (12 to 18), evening (18 to 22) and night (22 to 6).
 *
 * @param bits bit {@code 4 * day + part}, Monday 0, morning 0; only the lowest 28 bits may be set
 */
public record TimeSlots(int bits) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAY = 0b1111;
    private static final int WEEK = 28;

    /** Any time at all. */
    public static final TimeSlots ALWAYS = new TimeSlots((1 << 28) - 1);

    /** No time. */
    public static final TimeSlots NEVER = new TimeSlots(0);

    /** The parts of a day, in the order of their bits. */
    public enum DayPart {
        /** 上午, 6 to 12. */
        MORNING,
        /** 下午, 12 to 18. */
        AFTERNOON,
        /** 晚上, 18 to 22. */
        EVENING,
        /** 夜里, 22 to 6. */
        NIGHT
    }

    /** @throws InvalidFieldException if a bit above the 28th is set */
    public TimeSlots {
        InvalidFieldException.check(bits >>> 28 == 0, "slots", "must use 28 bits");
    }

    /** All slots of the day of this moment in Jining and of the day after. */
    public static TimeSlots onDayAndNext(Instant moment) {
        int today = 4 * (moment.atZone(ZONE).getDayOfWeek().getValue() - 1);
        return new TimeSlots(DAY << today | DAY << (today + 4) % WEEK);
    }

    /** These slots and one more. */
    public TimeSlots with(DayOfWeek day, DayPart part) {
        return new TimeSlots(bits | 1 << (4 * (day.getValue() - 1) + part.ordinal()));
    }

    /** Whether the slot is among these. */
    public boolean has(DayOfWeek day, DayPart part) {
        return (bits >>> (4 * (day.getValue() - 1) + part.ordinal()) & 1) == 1;
    }

    /** How many slots, 0 to 28. */
    public int count() {
        return Integer.bitCount(bits);
    }
}
