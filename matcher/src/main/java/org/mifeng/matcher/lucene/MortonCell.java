package org.mifeng.matcher.lucene;

import org.mifeng.matcher.Coordinates;

/**
 * The place's number on a Z-order curve (Morton 1966) over China, cells of about 60 by 100 metres: near numbers are near
 * places, so that a block of a sorted index is a small patch of ground.
 */
final class MortonCell {
    private static final int BITS = 16;

    private MortonCell() {}

    static long of(Coordinates place) {
        int row = (int) ((place.latitude() - 18) / 36 * ((1 << BITS) - 1));
        int column = (int) ((place.longitude() - 73) / 63 * ((1 << BITS) - 1));
        return spread(row) << 1 | spread(column);
    }

    private static long spread(int value) {
        return Long.expand(value, 0x5555_5555L);
    }
}
