package org.mifeng.api.bench.morning;

import java.util.SplittableRandom;
import org.mifeng.matcher.TravelMode;

/**
 * How people behave in the morning. Every number is an assumption; {@code docs/design/morning.md} has the reasons.
 *
 * @param kiosks how many stand at the market
 * @param latestArrivalSecond the last comes then, seconds after the doors open
 * @param busiestSecond most come then
 * @param swipeSeconds from stepping up to seeing the list
 * @param cardSeconds to look at one card
 * @param turnSeconds to turn a page
 * @param applySeconds to touch, wait for the slip and go
 * @param pageCards cards on a page
 * @param overlooking how fast looking wears off down a page: a card at place {@code i} is looked at with {@code 1 / (1 +
 *     overlooking * i)}
 * @param turnsOn the chance to turn to the next page
 * @param appeal the chance that a job that fits also pleases, for reasons that no profile holds
 * @param pickiness a job is good enough if it scores at most so much less than the best of the untouched market; people
 *     differ
 * @param spareSeconds an application keeps its opening for the applicant's own way and so long
 * @param withoutHold the share who only note the address and go
 * @param noShows the share who take a job and do not go
 * @param readySeconds until a person is on the way
 * @param detour the way over the straight line
 */
record Habits(
        int kiosks,
        int latestArrivalSecond,
        int busiestSecond,
        int swipeSeconds,
        int cardSeconds,
        int turnSeconds,
        int applySeconds,
        int pageCards,
        double overlooking,
        double turnsOn,
        double appeal,
        Range pickiness,
        int spareSeconds,
        double withoutHold,
        double noShows,
        int readySeconds,
        double detour) {

    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;

    /**
     * Between the strictest person and the most easy-going, evenly.
     *
     * @param least of the strictest
     * @param most of the most easy-going
     */
    record Range(double least, double most) {
        double draw(SplittableRandom random) {
            return random.nextDouble(least, most);
        }
    }

    /** What is assumed if nothing else is said. */
    static final Habits USUAL = new Habits(
            6,
            4 * HOUR,
            HOUR,
            6,
            4,
            3,
            10,
            4,
            0.1,
            0.75,
            0.6,
            new Range(0.1, 0.4),
            15 * MINUTE,
            0.15,
            0.08,
            5 * MINUTE,
            1.3);

    Habits with(int spare, double chanceToPlease) {
        return new Habits(
                kiosks,
                latestArrivalSecond,
                busiestSecond,
                swipeSeconds,
                cardSeconds,
                turnSeconds,
                applySeconds,
                pageCards,
                overlooking,
                turnsOn,
                chanceToPlease,
                pickiness,
                spare,
                withoutHold,
                noShows,
                readySeconds,
                detour);
    }

    /** From the slip in the hand to the gate. */
    int travelSeconds(double metres, TravelMode travel) {
        return readySeconds + waySeconds(metres, travel);
    }

    /** From the touch until the opening is offered again: a hold that runs out under way is a walk in vain. */
    int holdSeconds(double metres, TravelMode travel) {
        return waySeconds(metres, travel) + spareSeconds;
    }

    private int waySeconds(double metres, TravelMode travel) {
        double metresPerSecond = switch (travel) {
            case WALK -> 1.25;
            case E_BIKE -> 5;
            case CAR -> 7;
        };
        return (int) (metres * detour / metresPerSecond);
    }
}
