package org.mifeng.matcher;

/**
 * What a job pays: an amount per unit, with the assumption that turns it into an hourly figure (rule P17).
 *
 * @param amountFen fen (1/100 yuan) per unit, 1 to 10,000,000; for piecework what an average worker earns in a day
 * @param unit the unit the employer states
 * @param hoursPerDay working hours of a day, 1 to 16, used for day, month and piece pay
 */
public record Pay(int amountFen, PayUnit unit, int hoursPerDay) {
    /** Working days of a paid month: 21.75 (人社部发〔2025〕2号), kept as hundredths to stay in whole numbers. */
    private static final long MONTH_DAYS_HUNDREDTHS = 2175;

    /** @throws InvalidFieldException if the amount or the hours are out of range */
    public Pay {
        InvalidFieldException.check(
                amountFen >= 1 && amountFen <= 10_000_000, "pay.amountFen", "must be 1 to 10000000");
        InvalidFieldException.check(hoursPerDay >= 1 && hoursPerDay <= 16, "pay.hoursPerDay", "must be 1 to 16");
    }

    /** Fen per hour, rounded down. */
    public int fenPerHour() {
        return switch (unit) {
            case HOUR -> amountFen;
            case DAY, PIECE -> amountFen / hoursPerDay;
            case MONTH -> (int) (amountFen * 100L / (MONTH_DAYS_HUNDREDTHS * hoursPerDay));
        };
    }
}
