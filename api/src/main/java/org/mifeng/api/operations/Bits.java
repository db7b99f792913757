package org.mifeng.api.operations;

import java.util.EnumSet;
import java.util.Set;

/** Sets of an enum as the bits of a column: bit n is the constant with ordinal n. */
final class Bits {
    private Bits() {}

    static <E extends Enum<E>> Set<E> set(Class<E> type, long bits) {
        Set<E> set = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            if ((bits >>> constant.ordinal() & 1) == 1) {
                set.add(constant);
            }
        }
        return set;
    }

    static long of(Set<? extends Enum<?>> set) {
        long bits = 0;
        for (Enum<?> constant : set) {
            bits |= 1L << constant.ordinal();
        }
        return bits;
    }
}
