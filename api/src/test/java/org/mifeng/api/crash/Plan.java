package org.mifeng.api.crash;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.mifeng.api.fault.FaultPoint;

/**
 * How a round is to end: at each named point in turn, then at a random moment, then at one and again while it starts.
 *
 * @param number from 1
 * @param point where the service ends by itself; empty if it is killed from outside
 * @param whileStarting whether it is killed once more while it starts again
 * @param databaseToo whether the database is killed with it
 * @param random of this round
 */
record Plan(
        int number, Optional<FaultPoint> point, boolean whileStarting, boolean databaseToo, SplittableRandom random) {
    private static final double POWER_CUTS = 0.3;
    private static final FaultPoint[] POINTS = FaultPoint.values();
    private static final Set<FaultPoint> OF_A_NEW_GENERATION =
            EnumSet.range(FaultPoint.WHILE_BUILDING, FaultPoint.AFTER_TAKE_OVER);

    /** How many rounds it takes to end in every way. */
    static final int KINDS = POINTS.length + 2;

    /** The plan of a round; rounds are planned in order, whether they are run or not. */
    static Plan next(int number, SplittableRandom random) {
        int kind = (number - 1) % KINDS;
        SplittableRandom own = random.split();
        return new Plan(
                number,
                kind < POINTS.length ? Optional.of(POINTS[kind]) : Optional.empty(),
                kind == KINDS - 1,
                own.nextDouble() < POWER_CUTS,
                own);
    }

    /** What to call it: a {@link FaultPoint}, {@code RANDOM} or {@code STARTING}. */
    String end() {
        return point.map(Enum::name).orElse(whileStarting ? "STARTING" : "RANDOM");
    }

    /** Whether the point is passed only while a new generation is built and comes into force. */
    boolean needsNewGeneration() {
        return point.filter(OF_A_NEW_GENERATION::contains).isPresent();
    }

    /** How often the point is passed: early enough to come soon, late enough to come in the middle of things. */
    int times(FaultPoint passed) {
        int most = switch (passed) {
            case AFTER_ROW, AFTER_OUTBOX, AFTER_COMMIT -> 60;
            case BEFORE_APPLY, AFTER_APPLY -> 20;
            case BEFORE_INDEX_COMMIT, AFTER_INDEX_COMMIT, AFTER_PRUNE_MARK -> 5;
            case WHILE_BUILDING -> 50; // in thousands of rows, of 55
            case WHILE_DELETING -> 10; // in files
            case WHILE_IN_STEP -> 2;
            case AFTER_COUNTING,
                    AFTER_BUILD,
                    BEFORE_ACTIVATION,
                    AFTER_ACTIVATION,
                    BEFORE_PUBLISH,
                    AFTER_PUBLISH,
                    AFTER_TAKE_OVER -> 1;
        };
        return random.nextInt(1, most + 1);
    }
}
