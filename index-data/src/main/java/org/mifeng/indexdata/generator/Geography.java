package org.mifeng.indexdata.generator;

import org.mifeng.indexdata.reference.Town;
import org.mifeng.indexdata.reference.Towns;
import org.mifeng.matcher.Coordinates;

/** Where people live and work: in towns by weight, scattered around the town's office. */
final class Geography {
    private static final double METRES_PER_DEGREE = 111_195;

    /** Cosine of Jining's latitude, 35.4 degrees. */
    private static final double NARROWING = 0.815;

    private final Weighted<Town> towns = new Weighted<>(Towns.all(), Town::weight);

    Town town(Draw draw) {
        return towns.draw(draw);
    }

    /** A place in the town, to about a metre. Streets are dense, country towns are wide. */
    static Coordinates placeIn(Town town, Draw draw) {
        double spreadMetres = town.name().endsWith("街道") ? 1_300 : 2_600;
        return new Coordinates(
                metre(town.place().latitude() + spreadMetres * draw.normal() / METRES_PER_DEGREE),
                metre(town.place().longitude() + spreadMetres * draw.normal() / (METRES_PER_DEGREE * NARROWING)));
    }

    /** Five decimals: a person's home needs no more, and files stay short. */
    private static double metre(double degrees) {
        return Math.rint(degrees * 100_000) / 100_000;
    }
}
