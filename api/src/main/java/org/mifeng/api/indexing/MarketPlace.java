package org.mifeng.api.indexing;

import org.mifeng.matcher.Coordinates;

/**
 * Where the market is. A seeker who never said where the way to work begins starts here.
 *
 * @param coordinates of its door
 */
public record MarketPlace(Coordinates coordinates) {}
