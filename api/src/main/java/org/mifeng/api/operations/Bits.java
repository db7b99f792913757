package org.mifeng.api.operations;

import java.util.Set;

/** Sets of an enum as the bits of a column: bit n is the constant with ordinal n. */
final class Bits {
    private Bits() {}

    static long of(Set<? extends Enum<?>> set) {
        long bits = 0;
        for (Enum<?> constant : set) {
            bits |= 1L << constant.ordinal();
        }
        return bits;
    }
}
