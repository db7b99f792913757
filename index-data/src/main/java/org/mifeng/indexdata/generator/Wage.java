package org.mifeng.indexdata.generator;

import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;

/**
 * What a post pays, rounded as people do, and how it says so.
 *
 * @param pay the amount; where a range is named, its lower end, for only that is promised
 * @param upToFen the upper end of the range, or the amount
 */
record Wage(Pay pay, int upToFen) {
    /** Pay by the hour is not below Jining's minimum of 2025 for part-time work (P18). */
    private static final int LEAST_FEN_PER_HOUR = 2_200;

    /** Pay by the month is not below the minimum month's pay. */
    private static final int LEAST_FEN_PER_MONTH = 220_000;

    /** Paid hours of a month of 21.75 days of 8 hours. */
    private static final int HOURS_PER_MONTH = 174;

    private static final String[] HOURLY = {"", "", "时薪", "小时工"};
    private static final String[] PER_DAY = {"/天", "一天", "元/天", "元一天"};
    private static final String[] MONTHLY = {"月薪", "", "月", "工资"};
    private static final String[] PIECEWORK = {"计件日均", "计件", "计件一天"};
    private static final String[] AFTER = {"", "", "元"};

    static Wage of(Occupation occupation, PayUnit unit, boolean night, Draw draw) {
        int hours = Math.clamp(occupation.hoursPerDay() + draw.between(-1, 1), 4, 12);
        // log-normal; StrictMath, because Math.exp may differ in the last bit from machine to machine
        double fenPerHour = occupation.medianFenPerHour() * StrictMath.exp(0.18 * draw.normal()) * (night ? 1.08 : 1);
        return switch (unit) {
            case HOUR ->
                plain(
                        rounded(Math.max(fenPerHour, LEAST_FEN_PER_HOUR), draw.percent(70) ? 100 : 50),
                        unit,
                        Math.min(hours, 8));
            case DAY -> plain(rounded(fenPerHour * hours, draw.percent(75) ? 1_000 : 500), unit, hours);
            case PIECE -> plain(rounded(fenPerHour * hours, 1_000), unit, hours);
            case MONTH -> monthly(fenPerHour, draw);
        };
    }

    private static Wage plain(int amountFen, PayUnit unit, int hours) {
        return new Wage(new Pay(amountFen, unit, hours), amountFen);
    }

    private static Wage monthly(double fenPerHour, Draw draw) {
        int rounded = rounded(fenPerHour * HOURS_PER_MONTH, draw.percent(60) ? 50_000 : 10_000);
        int amountFen = Math.max(rounded, LEAST_FEN_PER_MONTH);
        int upToFen = draw.percent(55) ? amountFen + draw.between(1, 4) * 50_000 : amountFen;
        return new Wage(new Pay(amountFen, PayUnit.MONTH, 8), upToFen);
    }

    private static int rounded(double fen, int step) {
        return Math.max(1, (int) Math.rint(fen / step)) * step;
    }

    /** As in a title, such as 日结260 or 4500-6000元/月. */
    void writeShort(StringBuilder text, boolean daily, Draw draw) {
        switch (pay.unit()) {
            case HOUR -> number(text.append(draw.of(HOURLY)), pay.amountFen()).append(draw.percent(50) ? "元/小时" : "/h");
            case DAY -> {
                boolean settled = daily && draw.percent(60);
                number(text.append(settled ? "日结" : ""), pay.amountFen())
                        .append(settled ? draw.of(AFTER) : draw.of(PER_DAY));
            }
            case MONTH -> {
                number(text.append(draw.of(MONTHLY)), pay.amountFen());
                if (upToFen > pay.amountFen()) {
                    number(text.append('-'), upToFen);
                }
                text.append(draw.of(AFTER));
            }
            case PIECE ->
                number(text.append(draw.of(PIECEWORK)), pay.amountFen()).append(draw.of(AFTER));
        }
    }

    /** As in a sentence. */
    void writeLong(StringBuilder text) {
        switch (pay.unit()) {
            case HOUR -> number(text.append("每小时"), pay.amountFen()).append('元');
            case DAY -> number(text.append("一天"), pay.amountFen()).append('元');
            case MONTH -> {
                number(text.append("每月"), pay.amountFen());
                if (upToFen > pay.amountFen()) {
                    number(text.append('到'), upToFen);
                }
                text.append('元');
            }
            case PIECE -> number(text.append("计件，一般人一天能挣"), pay.amountFen()).append('元');
        }
    }

    private static StringBuilder number(StringBuilder text, int fen) {
        text.append(fen / 100);
        if (fen % 100 != 0) {
            text.append('.').append(fen % 100 / 10);
        }
        return text;
    }
}
