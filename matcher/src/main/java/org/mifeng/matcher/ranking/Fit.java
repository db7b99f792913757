package org.mifeng.matcher.ranking;

/**
 * How one post and one seeker fit: every rule and every part that speaks of both, once, whether posts are ranked for a
 * seeker or seekers for a post. Sets are bit masks.
 */
final class Fit {
    static final int WORKING_AGE_YEARS = 16;
    static final int ADULT_YEARS = 18;
    static final double PERCENT = 100;
    /** Of a part that neither speaks for a pair nor against it. */
    static final double NEUTRAL = 0.5;

    private Fit() {}

    /** The time part: the share of the post's slots when the seeker is free, soon ones twice; no slots suit always. */
    static double time(int slots, int freeSlots, int soonSlots) {
        if (slots == 0) {
            return 1;
        }
        int suiting = slots & freeSlots;
        return (double) (Integer.bitCount(suiting) + Integer.bitCount(suiting & soonSlots))
                / (Integer.bitCount(slots) + Integer.bitCount(slots & soonSlots));
    }

    /** Whether the post's times fit: all of them if the shift is fixed, one of them otherwise; no times mean any. */
    static boolean timesFit(int slots, boolean shiftFixed, int freeSlots) {
        return slots == 0 || (shiftFixed ? (slots & ~freeSlots) == 0 : (slots & freeSlots) != 0);
    }

    /** The settlement part: 1 if they have one in common. */
    static double settled(int settlements, int welcomeSettlements) {
        return (settlements & welcomeSettlements) == 0 ? 0 : 1;
    }

    /** The help part: 0 for who is in no group helped first, 1 where welcome, one half elsewhere (P04). */
    static double help(int helpGroups, int welcomes) {
        return helpGroups == 0 ? 0 : (helpGroups & welcomes) != 0 ? 1 : NEUTRAL;
    }

    /** The history part: 1 for an employer wanted again, 0 for a post put aside, one half elsewhere. */
    static double history(boolean dismissed, boolean wanted) {
        return dismissed ? 0 : wanted ? 1 : NEUTRAL;
    }

    /** Whether all certificates demanded are held (P24). */
    static boolean holds(long demanded, long held) {
        return (demanded & ~held) == 0;
    }

    /** Whether the way is short enough; pick-up or lodging lifts the limit. */
    static boolean wayAllowed(double metres, int mostMetres, boolean limitLifted) {
        return limitLifted || metres <= mostMetres;
    }
}
