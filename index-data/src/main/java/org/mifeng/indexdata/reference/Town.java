package org.mifeng.indexdata.reference;

import org.mifeng.matcher.Coordinates;

/**
 * A town or street (乡镇, 街道).
 *
 * @param code nine digits of the Ministry of Civil Affairs; those of the Statistics Bureau differ and never mix
 * @param name such as 金城街道
 * @param county such as 任城区
 * @param place where its office is, WGS-84
 * @param estimated whether the place is our estimate, good to some kilometres
 * @param weight how many posts and seekers it has, in relation to the others
 */
public record Town(String code, String name, String county, Coordinates place, boolean estimated, int weight) {
    /** @throws IllegalArgumentException if the code has not nine digits or the weight is not positive */
    public Town {
        if (!code.matches("\\d{9}") || weight < 1) {
            throw new IllegalArgumentException("town " + name + " must have nine digits and a positive weight");
        }
    }

    /** County and town, such as 任城区金城街道. */
    public String fullName() {
        return county + name;
    }
}
