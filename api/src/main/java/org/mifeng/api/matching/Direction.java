package org.mifeng.api.matching;

import org.mifeng.matcher.Coordinates;

/** One of eight directions, as people say them. */
public enum Direction {
    /** 北. */
    NORTH,
    /** 东北. */
    NORTH_EAST,
    /** 东. */
    EAST,
    /** 东南. */
    SOUTH_EAST,
    /** 南. */
    SOUTH,
    /** 西南. */
    SOUTH_WEST,
    /** 西. */
    WEST,
    /** 西北. */
    NORTH_WEST;

    /** In which direction one place lies from another, by the bearing at the start, exact enough for a district. */
    static Direction from(Coordinates start, Coordinates end) {
        double east = (end.longitude() - start.longitude())
                * Math.cos(Math.toRadians((start.latitude() + end.latitude()) / 2));
        double north = end.latitude() - start.latitude();
        double degrees = Math.toDegrees(Math.atan2(east, north));
        return values()[Math.floorMod((int) Math.round(degrees / 45), 8)];
    }
}
