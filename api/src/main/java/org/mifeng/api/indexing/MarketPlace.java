package org.mifeng.api.indexing;

import org.mifeng.matcher.Coordinates;

/**
 * Where the market is. A seeker who never said where the way to work begins starts here.
 *
 * @param coordinates of its door
 */
public record MarketPlace(Coordinates coordinates) {
    /** 济宁市任城区人力资源市场. */
    public static final MarketPlace RENCHENG = new MarketPlace(new Coordinates(35.4150, 116.5870));
}
