package org.mifeng.indexdata.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mifeng.matcher.Coordinates;

/**
 * The 156 towns and streets of Jining (codes of 2025). Places are WGS-84; they were turned from GCJ-02, which lies half a
 * kilometre off, when the table was made.
 */
public final class Towns {
    private static final List<Town> ALL = new ReferenceTable("towns.csv")
            .rows(row -> new Town(
                    row.text("code"),
                    row.text("name"),
                    row.text("county"),
                    new Coordinates(row.decimal("latitudeWgs84"), row.decimal("longitudeWgs84")),
                    row.text("accuracy").equals("estimated"),
                    row.integer("weight")));
    private static final Map<String, Town> BY_CODE = new HashMap<>();

    static {
        for (Town town : ALL) {
            BY_CODE.put(town.code(), town);
        }
    }

    private Towns() {}

    /** All, in the order of their codes. */
    public static List<Town> all() {
        return ALL;
    }

    /** The town with this code. */
    public static Optional<Town> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The town whose office is nearest, however far away that is; of two equally near the first by code. */
    public static Town nearest(Coordinates place) {
        Coordinates.Point from = place.point();
        Town nearest = ALL.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (Town town : ALL) {
            Coordinates.Point point = town.place().point();
            double metres = from.metresTo(point.x(), point.y(), point.z());
            if (metres < least) {
                least = metres;
                nearest = town;
            }
        }
        return nearest;
    }
}
