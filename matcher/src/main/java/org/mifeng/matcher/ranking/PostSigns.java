package org.mifeng.matcher.ranking;

/**
 * Answers to what filters ask most, known of each post beforehand: a bit for each, so that one look at an {@code int}
 * rules out most posts that do not pass. Of times and pay a few usual questions are answered; an unusual one asks the
 * usual ones that it implies.
 */
public final class PostSigns {
    private static final int SETTLEMENT = 0;
    private static final int SETTLEMENTS = 0b1111;
    private static final int BENEFIT = 4;
    /** Whether a post suits who is free at these times only. */
    private static final int SUITS = 10;
    /** Whether there is work at any of these times. */
    private static final int TOUCHES = 16;

    private static final int PAYS = 22;

    /** The parts of a day, on all days; weekdays, weekends. */
    private static final int[] TIMES = {0x111_1111, 0x222_2222, 0x444_4444, 0x888_8888, 0x00F_FFFF, 0xFF0_0000};

    /** Fen an hour. */
    private static final int[] LEAST_PAY = {1_200, 1_500, 1_800, 2_000, 2_250, 2_500, 3_000, 3_500, 4_000, 6_000};

    /** The signs that are asked for, and which of them must be there: the others must not be. */
    private final int asked;

    private final int wanted;

    /** Those that every post has that the filter lets pass. */
    PostSigns(
            int settlements,
            PostFilter.Masks benefits,
            int slots,
            int excludedSlots,
            int leastFenPerHour,
            int belowFenPerHour) {
        int all = (int) benefits.all() << BENEFIT;
        int none = (int) benefits.none() << BENEFIT | (~settlements & SETTLEMENTS) << SETTLEMENT;
        for (int i = 0; i < TIMES.length; i++) {
            all |= bit((slots & ~TIMES[i]) == 0, SUITS + i);
            none |= bit((TIMES[i] & ~excludedSlots) == 0, TOUCHES + i);
        }
        for (int i = 0; i < LEAST_PAY.length; i++) {
            all |= bit(LEAST_PAY[i] <= leastFenPerHour, PAYS + i);
            none |= bit(LEAST_PAY[i] >= belowFenPerHour, PAYS + i);
        }
        asked = all | none;
        wanted = all;
    }

    /**
     * The signs of a post.
     *
     * @param settlement ordinal
     * @param benefits bits
     * @param slots when the work is
     * @param shiftFixed whether all of them are needed
     * @param fenPerHour what it pays
     */
    public static int of(int settlement, int benefits, int slots, boolean shiftFixed, int fenPerHour) {
        int signs = 1 << (SETTLEMENT + settlement) | benefits << BENEFIT;
        for (int i = 0; i < TIMES.length; i++) {
            signs |= bit(Fit.timesFit(slots, shiftFixed, TIMES[i]), SUITS + i);
            signs |= bit((slots & TIMES[i]) != 0, TOUCHES + i);
        }
        for (int i = 0; i < LEAST_PAY.length; i++) {
            signs |= bit(fenPerHour >= LEAST_PAY[i], PAYS + i);
        }
        return signs;
    }

    /** The settlement of a post, by ordinal. */
    public static int settlement(int signs) {
        return Integer.numberOfTrailingZeros(signs);
    }

    private static int bit(boolean holds, int place) {
        return holds ? 1 << place : 0;
    }

    /** Whether a post with these signs may pass. */
    boolean admit(int signs) {
        return ((signs ^ wanted) & asked) == 0;
    }

    /** Whether one of several posts may pass. */
    boolean admitOneOf(int signsOfAny, int signsOfAll) {
        return (wanted & ~signsOfAny) == 0 && (signsOfAll & asked & ~wanted) == 0;
    }
}
