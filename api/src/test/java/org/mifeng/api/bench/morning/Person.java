package org.mifeng.api.bench.morning;

import java.util.SplittableRandom;
import org.mifeng.matcher.Seeker;

/**
 * Somebody who comes this morning. Whatever list is shown, the same person has the same tastes and the same patience: all
 * draws hang on the person alone, so that policies meet the same people.
 *
 * @param number from 0, in the order of arrival
 * @param wish what is wanted
 * @param ageYears completed years
 * @param arrivesSecond seconds after the doors open
 * @param pickiness takes jobs that score at most so much less than the best of the untouched market
 * @param pages turns to so many at most, 1 or more
 * @param holds applies and so holds the opening; otherwise only notes the address
 * @param comes goes there after taking a job
 * @param likes the share of fitting jobs that please
 * @param overlooking see {@link Habits}
 * @param seed of the tastes
 */
record Person(
        int number,
        Seeker.Wish wish,
        int ageYears,
        int arrivesSecond,
        double pickiness,
        int pages,
        boolean holds,
        boolean comes,
        double likes,
        double overlooking,
        long seed) {
    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;
    private static final int MOST_PAGES = 5;

    /** Draws the habits of one person; the seed decides all of them. */
    static Person of(int number, Seeker.Wish wish, int ageYears, int arrivesSecond, Habits habits, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double pickiness = habits.pickiness().draw(random);
        boolean holds = random.nextDouble() >= habits.withoutHold();
        boolean comes = random.nextDouble() >= habits.noShows();
        int pages = 1;
        while (pages < MOST_PAGES && random.nextDouble() < habits.turnsOn()) {
            pages++;
        }
        return new Person(
                number,
                wish,
                ageYears,
                arrivesSecond,
                pickiness,
                pages,
                holds,
                comes,
                habits.appeal(),
                habits.overlooking(),
                random.nextLong());
    }

    /** Whether the job pleases, for reasons that no profile holds: who the boss is, what the street is like. */
    boolean likes(long post) {
        return new SplittableRandom(seed ^ post * ODD).nextDouble() < likes;
    }

    /**
     * Whether the eyes stop at a place of the list.
     *
     * @param place from 0, over all pages
     * @param pageCards cards on a page; every page is looked at from its top
     */
    boolean looksAt(int place, int pageCards) {
        double chance = 1 / (1 + overlooking * (place % pageCards));
        return new SplittableRandom(~seed + place * ODD).nextDouble() < chance;
    }
}
