package org.mifeng.api.indexing;

import java.util.EnumSet;
import java.util.Set;

/** Sets of an enum as the bits of a column: bit n is the constant with ordinal n. */
final class BitSets {
    private BitSets() {}

    /** @throws IllegalArgumentException if a bit stands for no constant */
    static <E extends Enum<E>> Set<E> of(Class<E> type, long bits) {
        E[] constants = type.getEnumConstants();
        if (constants.length < Long.SIZE && bits >>> constants.length != 0) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no constant for every bit of " + bits);
        }
        Set<E> set = EnumSet.noneOf(type);
        for (E constant : constants) {
            if ((bits >>> constant.ordinal() & 1) == 1) {
                set.add(constant);
            }
        }
        return set;
    }
}
