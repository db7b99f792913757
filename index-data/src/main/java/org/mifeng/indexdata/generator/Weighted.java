package org.mifeng.indexdata.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Items of which some are drawn more often than others. Immutable. */
final class Weighted<T> {
    private final List<T> items;
    private final int[] upTo;

    /** @param weight not negative; items of weight 0 are never drawn */
    Weighted(List<T> items, ToIntFunction<? super T> weight) {
        List<T> kept = new ArrayList<>();
        int[] sums = new int[items.size()];
        int sum = 0;
        for (T item : items) {
            int itemWeight = weight.applyAsInt(item);
            if (itemWeight > 0) {
                sum = Math.addExact(sum, itemWeight);
                sums[kept.size()] = sum;
                kept.add(item);
            }
        }
        this.items = List.copyOf(kept);
        upTo = Arrays.copyOf(sums, kept.size());
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    T draw(Draw draw) {
        int at = Arrays.binarySearch(upTo, draw.below(upTo[upTo.length - 1]));
        // found at i means item i ends there, so the number belongs to the next one
        return items.get(at >= 0 ? at + 1 : -at - 1);
    }
}
