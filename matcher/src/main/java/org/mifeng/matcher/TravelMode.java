package org.mifeng.matcher;

/** How a seeker gets to work (出行方式), with the distance at which nearness counts half. */
public enum TravelMode {
    /** 步行. */
    WALK(1_000),
    /** 电动车. */
    E_BIKE(3_000),
    /** 汽车. */
    CAR(8_000);

    private final int halfDistanceMetres;

    TravelMode(int halfDistanceMetres) {
        this.halfDistanceMetres = halfDistanceMetres;
    }

    /** The distance in metres at which the proximity part is one half. */
    public int halfDistanceMetres() {
        return halfDistanceMetres;
    }
}
