package org.mifeng.api.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One number measured several times.
 *
 * @param median the middle one; of an even count, the higher of the middle two
 * @param low the lowest
 * @param high the highest
 */
record Spread(double median, double low, double high) {
    static Spread of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    static Spread of(double... values) {
        return of(Arrays.stream(values).boxed().toList());
    }

    /** The median and, with {@code low_} and {@code high_} before the name, the range. */
    Map<String, Double> json(String name) {
        Map<String, Double> json = new LinkedHashMap<>();
        json.put(name, median);
        json.put("low_" + name, low);
        json.put("high_" + name, high);
        return json;
    }

    String row(String label, String unit) {
        return String.format(Locale.ROOT, "%-34s %12.3f  %12.3f - %-12.3f %s%n", label, median, low, high, unit);
    }

    static String heading() {
        return String.format(Locale.ROOT, "%-34s %12s  %12s - %-12s%n", "", "median", "lowest", "highest");
    }
}
