package org.mifeng.indexdata.generator;

import java.util.List;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.TimeSlots;

/**
 * A usual working time.
 *
 * @param days bits of the weekdays, Monday lowest
 * @param parts bits of the parts of a day, morning lowest
 * @param text how a post says it
 * @param weight among shifts of its kind
 */
record Shift(int days, int parts, String text, int weight) {
    private static final int MORNING = 1;
    private static final int AFTERNOON = 2;
    private static final int EVENING = 4;
    private static final int NIGHT = 8;
    private static final int WORKDAYS = 0b0011111;
    private static final int SIX_DAYS = 0b0111111;
    private static final int ALL_DAYS = 0b1111111;
    private static final int WEEKEND = 0b1100000;

    private static final List<Shift> DAY_SHIFTS = List.of(
            new Shift(SIX_DAYS, MORNING | AFTERNOON, "早8点到下午6点，中午休息", 30),
            new Shift(ALL_DAYS, MORNING | AFTERNOON, "长白班，不上夜班", 24),
            new Shift(WORKDAYS, MORNING | AFTERNOON, "周一到周五白天上班", 14),
            new Shift(ALL_DAYS, MORNING | AFTERNOON | EVENING, "早10点到晚9点，中间休息两小时", 14),
            new Shift(SIX_DAYS, AFTERNOON | EVENING, "下午2点到晚上10点", 4),
            new Shift(WEEKEND, MORNING | AFTERNOON, "只要周六周日", 6),
            new Shift(ALL_DAYS, MORNING, "上午半天，干完就走", 8),
            new Shift(ALL_DAYS, AFTERNOON, "下午半天", 5),
            new Shift(ALL_DAYS, EVENING, "晚上6点到10点", 9));

    /** Shifts without night work, for pay by the hour or piece: half days too. */
    static final Weighted<Shift> DAY = new Weighted<>(DAY_SHIFTS, Shift::weight);

    /** Shifts without night work, for pay by the day: whole days. */
    static final Weighted<Shift> WHOLE_DAY =
            new Weighted<>(DAY_SHIFTS, shift -> Integer.bitCount(shift.parts()) > 1 ? shift.weight() : 0);

    /** Shifts without night work, for pay by the month: whole weeks. */
    static final Weighted<Shift> WHOLE_WEEK = new Weighted<>(
            DAY_SHIFTS, shift -> Integer.bitCount(shift.parts()) > 1 && shift.days() != WEEKEND ? shift.weight() : 0);

    /** Shifts with night work. */
    static final Weighted<Shift> NIGHTLY = new Weighted<>(
            List.of(
                    new Shift(ALL_DAYS, MORNING | AFTERNOON | EVENING | NIGHT, "两班倒，半月一换", 40),
                    new Shift(ALL_DAYS, NIGHT, "夜班，晚10点到早6点", 26),
                    new Shift(ALL_DAYS, EVENING | NIGHT, "晚上6点到凌晨2点", 20),
                    new Shift(SIX_DAYS, EVENING | NIGHT, "晚班，晚8点到凌晨4点", 14)),
            Shift::weight);

    /** A shift that fits the way of pay. */
    static Shift of(PayUnit unit, boolean night, Draw draw) {
        if (night) {
            return NIGHTLY.draw(draw);
        }
        return switch (unit) {
            case HOUR, PIECE -> DAY.draw(draw);
            case DAY -> WHOLE_DAY.draw(draw);
            case MONTH -> WHOLE_WEEK.draw(draw);
        };
    }

    TimeSlots slots() {
        return slots(days, parts);
    }

    static TimeSlots slots(int days, int parts) {
        int bits = 0;
        for (int day = 0; day < 7; day++) {
            if ((days >>> day & 1) == 1) {
                bits |= parts << (4 * day);
            }
        }
        return new TimeSlots(bits);
    }

    boolean isFullWeekDaytime() {
        return parts == (MORNING | AFTERNOON) && (days & WORKDAYS) == WORKDAYS;
    }

    boolean isAtNight() {
        return (parts & NIGHT) != 0;
    }
}
