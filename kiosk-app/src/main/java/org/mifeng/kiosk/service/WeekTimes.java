package org.mifeng.kiosk.service;

/**
 * Times of a week as the contract writes them: a number of 28 bits, four a day from Monday on (上午, 下午, 晚上, 夜里).
 */
public final class WeekTimes {
    private static final String[] DAYS = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
    private static final int ALL = (1 << 28) - 1;

    private WeekTimes() {}

    /** In a few spoken words, such as 「每天白天」, 「周一到周五上午」; empty if no time is stated. */
    public static String inWords(int slots) {
        int bits = slots & ALL;
        if (bits == 0) {
            return "";
        }
        if (bits == ALL) {
            return "什么时候都行";
        }
        int first = -1;
        int last = -1;
        int parts = 0;
        boolean alike = true;
        boolean unbroken = true;
        int days = 0;
        for (int day = 0; day < 7; day++) {
            int ofDay = bits >>> (4 * day) & 0xF;
            if (ofDay == 0) {
                continue;
            }
            unbroken &= last < 0 || last == day - 1;
            alike &= parts == 0 || parts == ofDay;
            parts |= ofDay;
            first = first < 0 ? day : first;
            last = day;
            days++;
        }
        String which;
        if (days == 7) {
            which = "每天";
        } else if (days == 1) {
            which = DAYS[first];
        } else if (days == 2 && first == 5) {
            which = "周末";
        } else if (unbroken) {
            which = DAYS[first] + "到" + DAYS[last];
        } else {
            which = "一周 " + days + " 天";
        }
        return alike ? which + ofDay(parts) : which;
    }

    private static String ofDay(int parts) {
        return switch (parts) {
            case 0x1 -> "上午";
            case 0x2 -> "下午";
            case 0x3 -> "白天";
            case 0x4 -> "晚上";
            case 0x6 -> "下午到晚上";
            case 0x7 -> "白天和晚上";
            case 0x8 -> "夜里";
            case 0xC -> "晚上到夜里";
            case 0xF -> "全天";
            default -> "";
        };
    }
}
