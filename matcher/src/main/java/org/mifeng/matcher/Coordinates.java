package org.mifeng.matcher;

/**
 * A place on earth, WGS-84, in degrees. Bounded to a box around China (18 to 54 north, 73 to 136 east): anything
 * outside is a mistake, most often latitude and longitude exchanged.
 *
 * @param latitude degrees north, 18 to 54
 * @param longitude degrees east, 73 to 136
 */
public record Coordinates(double latitude, double longitude) {
    /** Mean earth radius in metres (IUGG). */
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** @throws InvalidFieldException if a coordinate lies outside the box */
    public Coordinates {
        InvalidFieldException.check(latitude >= 18 && latitude <= 54, "latitude", "must be 18 to 54");
        InvalidFieldException.check(longitude >= 73 && longitude <= 136, "longitude", "must be 73 to 136");
    }

    /**
     * This place as a point in space, metres from the centre of the earth: {@code x, y, z}. The distance of two places
     * is then a square root away. Rounded to {@code float} (half a metre) because that is what an index stores, so
     * that every backend computes the same distance to the bit.
     */
    public Point point() {
        double lat = Math.toRadians(latitude);
        double lon = Math.toRadians(longitude);
        double r = EARTH_RADIUS_METRES * Math.cos(lat);
        return new Point((float) (r * Math.cos(lon)), (float) (r * Math.sin(lon)), (float)
                (EARTH_RADIUS_METRES * Math.sin(lat)));
    }

    /**
     * A point in space, metres from the centre of the earth.
     *
     * @param x towards 0 north, 0 east
     * @param y towards 0 north, 90 east
     * @param z towards the north pole
     */
    public record Point(float x, float y, float z) {
        /**
         * The straight distance in metres. Up to 100 km it is within 1 m of the great circle's, which is all that a
         * worker's way needs.
         */
        public double metresTo(float otherX, float otherY, float otherZ) {
            double dx = x - otherX;
            double dy = y - otherY;
            double dz = z - otherZ;
            return Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
}
