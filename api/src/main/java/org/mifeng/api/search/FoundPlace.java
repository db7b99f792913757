package org.mifeng.api.search;

import org.mifeng.matcher.Coordinates;

/**
 * Where an address lies, as closely as it is known.
 *
 * @param level how closely
 * @param name of what was found, such as 车站西路
 * @param latitude WGS-84
 * @param longitude WGS-84
 */
public record FoundPlace(Level level, String name, double latitude, double longitude) {
    /** How closely an address is known. */
    public enum Level {
        /** The very house. */
        HOUSE,
        /** The middle of the posts of a street or road. */
        STREET,
        /** The office of a town. */
        TOWN,
        /** The middle of a county's towns. */
        COUNTY
    }

    Coordinates place() {
        return new Coordinates(latitude, longitude);
    }
}
